package dev.frostbyte.embeddings;

import dev.frostbyte.api.spi.EmbeddingProvider;
import dev.frostbyte.testkit.EmbeddingModelContract;

final class OnnxEmbeddingModelContractTest extends EmbeddingModelContract {
  @Override
  protected Class<? extends EmbeddingProvider> provider() {
    return OnnxEmbeddingProvider.class;
  }
}
