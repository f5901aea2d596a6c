package dev.frostbyte.api.spi;

/** Makes an {@link EmbeddingModel}. */
public interface EmbeddingProvider extends StageProvider.Shared<EmbeddingModel> {}
