package dev.frostbyte.it;

import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.api.spi.VectorIndexProvider;
import dev.frostbyte.api.tenant.TenantSpace;
import dev.frostbyte.store.lucene.LuceneVectorIndexProvider;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** The real index, with one change that fails as on a full disk. */
@Stage(name = "faulty", spi = Stage.SPI)
public final class FaultyIndexProvider implements VectorIndexProvider {
  /** Changes until one fails. */
  static final AtomicInteger LEFT = new AtomicInteger(Integer.MAX_VALUE);

  /** For ServiceLoader. */
  public FaultyIndexProvider() {}

  @Override
  public VectorIndex open(StageConfig config, TenantSpace space) throws IOException {
    VectorIndex real = new LuceneVectorIndexProvider().open(config, space);
    return (VectorIndex)
        Proxy.newProxyInstance(
            VectorIndex.class.getClassLoader(),
            new Class<?>[] {VectorIndex.class},
            (self, method, arguments) -> {
              if (method.getName().equals("apply") && LEFT.decrementAndGet() == 0) {
                throw new IOException("no space left on device");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }
}
