package dev.frostbyte.core.chunk;

import dev.frostbyte.api.spi.ChunkerProvider;
import dev.frostbyte.testkit.ChunkerContract;

final class ByTitleContractTest extends ChunkerContract {
  @Override
  protected ChunkerProvider provider() {
    return new ByTitleChunkerProvider();
  }
}
