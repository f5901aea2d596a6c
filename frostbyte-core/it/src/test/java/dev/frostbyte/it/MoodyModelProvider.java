package dev.frostbyte.it;

import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.EmbeddingProvider;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TokenCounter;
import dev.frostbyte.embeddings.OnnxEmbeddingProvider;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that fails as a text asks it to, or tells a test about each text; no vectors of use. */
@Stage(name = "moody", spi = Stage.SPI)
public final class MoodyModelProvider implements EmbeddingProvider {
  private static volatile Heard heard = text -> {};

  /** Texts embedded since the test set it. */
  static final AtomicInteger EMBEDDED = new AtomicInteger();

  /** For ServiceLoader. */
  public MoodyModelProvider() {}

  /** Calls this with each text of a document from now on. */
  static void hear(Heard listener) {
    heard = listener;
  }

  @Override
  public EmbeddingModel open(StageConfig config) throws IOException {
    return new Moody(new OnnxEmbeddingProvider().open(config));
  }

  /** Takes a text before it is embedded. */
  @FunctionalInterface
  interface Heard {
    void text(String text) throws IOException;
  }

  private record Moody(EmbeddingModel real) implements EmbeddingModel {
    @Override
    public EmbeddingSpace space() {
      return real.space();
    }

    @Override
    public float[] embedDocument(String text) throws IOException {
      heard.text(text);
      EMBEDDED.incrementAndGet();
      return vector();
    }

    @Override
    public float[] embedQuery(String text) {
      return vector();
    }

    private float[] vector() {
      float[] vector = new float[real.space().dimensions()];
      vector[0] = 1;
      return vector;
    }

    @Override
    public TokenCounter tokens() {
      return real.tokens();
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }
}
