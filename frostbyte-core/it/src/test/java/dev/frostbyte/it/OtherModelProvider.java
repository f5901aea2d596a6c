package dev.frostbyte.it;

import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.EmbeddingProvider;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TokenCounter;
import dev.frostbyte.embeddings.OnnxEmbeddingProvider;
import java.io.IOException;

/** The real model under other weights' name: vectors of the same length in another space. */
@Stage(name = "other", spi = Stage.SPI)
public final class OtherModelProvider implements EmbeddingProvider {
  /** For ServiceLoader. */
  public OtherModelProvider() {}

  @Override
  public EmbeddingModel open(StageConfig config) throws IOException {
    return new Other(new OnnxEmbeddingProvider().open(config));
  }

  private record Other(EmbeddingModel real) implements EmbeddingModel {
    @Override
    public EmbeddingSpace space() {
      EmbeddingSpace space = real.space();
      return new EmbeddingSpace(
          space.provider(),
          space.model(),
          "another revision",
          space.dimensions(),
          space.pooling(),
          space.normalisation(),
          space.documentPrefix(),
          space.queryPrefix(),
          space.tokenizer());
    }

    @Override
    public float[] embedDocument(String text) throws IOException {
      return real.embedDocument(text);
    }

    @Override
    public float[] embedQuery(String text) throws IOException {
      return real.embedQuery(text);
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
