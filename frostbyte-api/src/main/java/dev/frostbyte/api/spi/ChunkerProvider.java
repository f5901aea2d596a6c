package dev.frostbyte.api.spi;

/** Makes a {@link Chunker}. */
public interface ChunkerProvider extends StageProvider.Shared<Chunker> {}
