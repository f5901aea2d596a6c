package dev.frostbyte.it;

import dev.frostbyte.api.spi.Chunker;
import dev.frostbyte.api.spi.ChunkerProvider;
import dev.frostbyte.api.spi.DetectorProvider;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.spi.DocumentStoreProvider;
import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.EmbeddingProvider;
import dev.frostbyte.api.spi.HostProvider;
import dev.frostbyte.api.spi.InspectorProvider;
import dev.frostbyte.api.spi.ObjectStore;
import dev.frostbyte.api.spi.ObjectStoreProvider;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TypeDetector;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.api.spi.VectorIndexProvider;
import dev.frostbyte.api.tenant.TenantSpace;
import dev.frostbyte.core.chunk.ByTitleChunkerProvider;
import dev.frostbyte.core.inspect.InjectionInspectorProvider;
import dev.frostbyte.parsers.detect.StructureDetectorProvider;
import dev.frostbyte.parsers.worker.InProcessHostProvider;
import dev.frostbyte.store.h2.H2DocumentStoreProvider;
import dev.frostbyte.store.lucene.LuceneVectorIndexProvider;
import dev.frostbyte.store.objects.FilesObjectStoreProvider;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The real stages behind the {@link Boundary} of the test that runs; the model is a small one. */
public final class WatchedStages {
  private static final AtomicReference<@Nullable Boundary> BOUNDARY = new AtomicReference<>();
  private static final AtomicReference<@Nullable ObjectStore> NEWEST = new AtomicReference<>();

  private WatchedStages() {}

  /** Stages opened from now on are watched by this. */
  static void watch(Boundary boundary) {
    BOUNDARY.set(boundary);
  }

  /** The real object store of the tenant opened last. */
  static ObjectStore objects() {
    return java.util.Objects.requireNonNull(NEWEST.get(), "no tenant was opened");
  }

  private static Boundary boundary() {
    return java.util.Objects.requireNonNull(BOUNDARY.get(), "the test set no boundary");
  }

  /** Files. */
  @Stage(name = "watched", spi = Stage.SPI)
  public static final class Objects implements ObjectStoreProvider {
    @Override
    public ObjectStore open(StageConfig config, TenantSpace space) throws IOException {
      ObjectStore real = new FilesObjectStoreProvider().open(config, space);
      NEWEST.set(real);
      return Watched.stage(ObjectStore.class, real, boundary());
    }
  }

  /** H2. */
  @Stage(name = "watched", spi = Stage.SPI)
  public static final class Store implements DocumentStoreProvider {
    @Override
    public DocumentStore open(StageConfig config, TenantSpace space) throws IOException {
      DocumentStore real = new H2DocumentStoreProvider().open(config, space);
      return Watched.stage(DocumentStore.class, real, boundary());
    }
  }

  /** Lucene. */
  @Stage(name = "watched", spi = Stage.SPI)
  public static final class Index implements VectorIndexProvider {
    @Override
    public VectorIndex open(StageConfig config, TenantSpace space) throws IOException {
      VectorIndex real = new LuceneVectorIndexProvider().open(config, space);
      return Watched.stage(VectorIndex.class, real, boundary());
    }
  }

  /** Types by structure. */
  @Stage(name = "watched", spi = Stage.SPI)
  public static final class Detector implements DetectorProvider {
    @Override
    public TypeDetector open(StageConfig config) throws IOException {
      TypeDetector real = new StructureDetectorProvider().open(config);
      return Watched.shared(TypeDetector.class, real, boundary());
    }
  }

  /** Injection rules. */
  @Stage(name = "watched", spi = Stage.SPI)
  public static final class Inspector implements InspectorProvider {
    @Override
    public SafetyInspector open(StageConfig config) throws IOException {
      SafetyInspector real = new InjectionInspectorProvider().open(config);
      return Watched.shared(SafetyInspector.class, real, boundary());
    }
  }

  /** By title. */
  @Stage(name = "watched", spi = Stage.SPI)
  public static final class Chunks implements ChunkerProvider {
    @Override
    public Chunker open(StageConfig config) throws IOException {
      Chunker real = new ByTitleChunkerProvider().open(config);
      return Watched.shared(Chunker.class, real, boundary());
    }
  }

  /** A few numbers a text, the same for the same text. */
  @Stage(name = "watched", spi = Stage.SPI)
  public static final class Embedding implements EmbeddingProvider {
    @Override
    public EmbeddingModel open(StageConfig config) {
      return Watched.shared(EmbeddingModel.class, new WordCounts(), boundary());
    }
  }

  /** A seat beside this process would be slow; small texts are read here anyway. */
  @Stage(name = "watched", spi = Stage.SPI)
  public static final class Host implements HostProvider {
    @Override
    public ParserHost open(StageConfig config) {
      return Watched.host(new InProcessHostProvider().open(StageConfig.none()), boundary());
    }
  }
}
