package dev.frostbyte.core.chunk;

import dev.frostbyte.api.spi.Chunker;
import dev.frostbyte.api.spi.ChunkerProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Makes the chunker that breaks at headings: keys {@code soft} (1200), {@code hard} (1500) and
 * {@code merge} (400) in code points; the token limit of the embedding model holds besides,
 * headings and context counted in. Thread-safe.
 */
@Stage(name = "by-title", spi = Stage.SPI)
public final class ByTitleChunkerProvider implements ChunkerProvider {
  /** Does nothing. */
  public ByTitleChunkerProvider() {}

  @Override
  public Chunker open(StageConfig config) {
    return new ByTitleChunker(config.bind(ByTitleConfig.DEFAULT));
  }
}
