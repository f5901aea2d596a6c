package dev.frostbyte.testkit;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.ElementSink;
import java.util.ArrayList;
import java.util.List;

/** A sink that keeps what it takes. One thread. */
public final class Recording implements ElementSink {
  private final List<Block> blocks = new ArrayList<>();

  /** An empty recording. */
  public Recording() {}

  @Override
  public void accept(Block block) {
    blocks.add(block);
  }

  /** What was emitted, in order. */
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }
}
