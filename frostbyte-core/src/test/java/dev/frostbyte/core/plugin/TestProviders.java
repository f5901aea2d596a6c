package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.Chunker;
import dev.frostbyte.api.spi.ChunkerProvider;
import dev.frostbyte.api.spi.DetectorProvider;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.spi.DocumentStoreProvider;
import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.EmbeddingProvider;
import dev.frostbyte.api.spi.HostProvider;
import dev.frostbyte.api.spi.InspectorProvider;
import dev.frostbyte.api.spi.ObjectStore;
import dev.frostbyte.api.spi.ObjectStoreProvider;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.RemoteParser;
import dev.frostbyte.api.spi.RemoteParserProvider;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TypeDetector;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.api.spi.VectorIndexProvider;
import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Providers, good and bad, that note when they are constructed, opened and closed. */
public final class TestProviders {
  static final List<String> NOTES = new ArrayList<>();

  private TestProviders() {}

  /** Notes its construction. */
  abstract static class Noting {
    Noting() {
      NOTES.add("new " + getClass().getSimpleName());
    }

    <T extends AutoCloseable> T stage(Class<T> type) {
      String name = getClass().getSimpleName();
      NOTES.add("open " + name);
      return type.cast(
          java.lang.reflect.Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (self, method, arguments) -> {
                NOTES.add(method.getName() + " " + name);
                return null;
              }));
    }
  }

  /** What a parser can be configured with. */
  record Options(int depth) {}

  /** Good. */
  @Stage(name = "det", spi = Stage.SPI)
  public static final class Detector extends Noting implements DetectorProvider {
    @Override
    public TypeDetector open(StageConfig config) {
      return stage(TypeDetector.class);
    }
  }

  /** Good. */
  @Stage(name = "host", spi = Stage.SPI)
  public static final class Host extends Noting implements HostProvider {
    @Override
    public ParserHost open(StageConfig config) {
      return stage(ParserHost.class);
    }
  }

  /** Good; takes one key. */
  @Stage(name = "par", spi = Stage.SPI, version = "3")
  @Parses(
      types = {"text/x-one", "text/x-two"},
      extensions = "One",
      pureText = true)
  public static final class Parser extends Noting implements ParserProvider {
    @Override
    public DocumentParser open(StageConfig config) {
      config.bind(new Options(1));
      return stage(DocumentParser.class);
    }
  }

  /** Another of the same name. */
  @Stage(name = "par", spi = Stage.SPI)
  @Parses(types = "text/x-three")
  public static final class SameName extends Noting implements ParserProvider {
    @Override
    public DocumentParser open(StageConfig config) {
      return stage(DocumentParser.class);
    }
  }

  /** Another for the same type and extension. */
  @Stage(name = "par-b", spi = Stage.SPI)
  @Parses(
      types = {"text/x-four", "text/x-two"},
      extensions = "one")
  public static final class SameType extends Noting implements ParserProvider {
    @Override
    public DocumentParser open(StageConfig config) {
      return stage(DocumentParser.class);
    }
  }

  /** Good; for a type of the good parser. */
  @Stage(name = "rem", spi = Stage.SPI)
  @Parses(types = {"text/x-two", "text/x-six"})
  public static final class Remote extends Noting implements RemoteParserProvider {
    @Override
    public RemoteParser open(StageConfig config) {
      return stage(RemoteParser.class);
    }
  }

  /** Good. */
  @Stage(name = "ins", spi = Stage.SPI)
  public static final class Inspector extends Noting implements InspectorProvider {
    @Override
    public SafetyInspector open(StageConfig config) {
      return stage(SafetyInspector.class);
    }
  }

  /** Good. */
  @Stage(name = "chu", spi = Stage.SPI)
  public static final class Chunking extends Noting implements ChunkerProvider {
    @Override
    public Chunker open(StageConfig config) {
      return stage(Chunker.class);
    }
  }

  /** Good. */
  @Stage(name = "emb", spi = Stage.SPI)
  public static final class Embedding extends Noting implements EmbeddingProvider {
    @Override
    public EmbeddingModel open(StageConfig config) {
      return stage(EmbeddingModel.class);
    }
  }

  /** Cannot read its model. */
  @Stage(name = "emb-io", spi = Stage.SPI)
  public static final class EmbeddingWithoutModel extends Noting implements EmbeddingProvider {
    @Override
    public EmbeddingModel open(StageConfig config) throws IOException {
      throw new IOException("SECRET path");
    }
  }

  /** Has a bug. */
  @Stage(name = "emb-bug", spi = Stage.SPI)
  public static final class EmbeddingWithBug extends Noting implements EmbeddingProvider {
    @Override
    public EmbeddingModel open(StageConfig config) {
      throw new IllegalStateException("SECRET value");
    }
  }

  /** Says itself what is wrong. */
  @Stage(name = "emb-no", spi = Stage.SPI)
  public static final class EmbeddingRefused extends Noting implements EmbeddingProvider {
    @Override
    public EmbeddingModel open(StageConfig config) {
      throw FrostbyteException.of(ProblemCode.CONFIGURATION_INVALID, "no such model");
    }
  }

  /** Cannot be constructed. */
  @Stage(name = "emb-new", spi = Stage.SPI)
  public static final class EmbeddingUnmade implements EmbeddingProvider {
    /** Throws. */
    public EmbeddingUnmade() {
      throw new IllegalStateException("SECRET value");
    }

    @Override
    public EmbeddingModel open(StageConfig config) {
      throw new UnsupportedOperationException();
    }
  }

  /** Good. */
  @Stage(name = "obj", spi = Stage.SPI)
  public static final class Objects extends Noting implements ObjectStoreProvider {
    @Override
    public ObjectStore open(StageConfig config, TenantSpace space) {
      return stage(ObjectStore.class);
    }
  }

  /** Good. */
  @Stage(name = "sto", spi = Stage.SPI)
  public static final class Store extends Noting implements DocumentStoreProvider {
    @Override
    public DocumentStore open(StageConfig config, TenantSpace space) {
      return stage(DocumentStore.class);
    }
  }

  /** Good. */
  @Stage(name = "idx", spi = Stage.SPI)
  public static final class Index extends Noting implements VectorIndexProvider {
    @Override
    public VectorIndex open(StageConfig config, TenantSpace space) {
      return stage(VectorIndex.class);
    }
  }

  /** Lacks the annotation. */
  public static final class Unnamed extends Noting implements DetectorProvider {
    @Override
    public TypeDetector open(StageConfig config) {
      return stage(TypeDetector.class);
    }
  }

  /** A parser that does not say what it parses. */
  @Stage(name = "vague", spi = Stage.SPI)
  public static final class Vague extends Noting implements ParserProvider {
    @Override
    public DocumentParser open(StageConfig config) {
      return stage(DocumentParser.class);
    }
  }

  /** Of another SPI. */
  @Stage(name = "future", spi = Stage.SPI + 1)
  public static final class Future extends Noting implements DetectorProvider {
    @Override
    public TypeDetector open(StageConfig config) {
      return stage(TypeDetector.class);
    }
  }

  /** Badly named. */
  @Stage(name = "Bad Name", spi = Stage.SPI)
  public static final class BadName extends Noting implements DetectorProvider {
    @Override
    public TypeDetector open(StageConfig config) {
      return stage(TypeDetector.class);
    }
  }

  /** Names no media type. */
  @Stage(name = "par-bad", spi = Stage.SPI)
  @Parses(types = "Text Plain")
  public static final class BadType extends Noting implements ParserProvider {
    @Override
    public DocumentParser open(StageConfig config) {
      return stage(DocumentParser.class);
    }
  }

  /** Names more extensions than types. */
  @Stage(name = "par-ext", spi = Stage.SPI)
  @Parses(
      types = "text/x-five",
      extensions = {"a", "b"})
  public static final class TooManyExtensions extends Noting implements ParserProvider {
    @Override
    public DocumentParser open(StageConfig config) {
      return stage(DocumentParser.class);
    }
  }
}
