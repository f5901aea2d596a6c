package dev.frostbyte.bench;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.tenant.EpochKey;
import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;

/**
 * Opens the store's encrypting directory by itself, which no provider hands out: reflection on the
 * class path, for measuring only.
 */
final class SealedDirectories {
  private SealedDirectories() {}

  static Directory open(TenantSpace space, long cacheBytes) throws IOException {
    try {
      Class<?> type = Class.forName("dev.frostbyte.store.lucene.SealedDirectory");
      Method open =
          type.getDeclaredMethod(
              "open", DurableDirectory.class, Path.class, EpochKey.class, long.class);
      open.setAccessible(true);
      return (Directory)
          open.invoke(null, space.files(), space.path(), space.epochKey(), cacheBytes);
    } catch (ReflectiveOperationException e) {
      throw new IOException("the encrypting directory does not open (" + e.getCause() + ")", e);
    }
  }
}
