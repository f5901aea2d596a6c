package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import java.util.List;

/** What must hold of files that a parser hands on in pieces. Stateless. */
final class WholeFiles {
  private WholeFiles() {}

  /** The pieces of a file follow each other, all but the last are full, and the last comes. */
  static void require(List<Block> blocks) {
    boolean open = false;
    for (Block block : blocks) {
      if (block instanceof Attached piece) {
        assertThat(piece.last() || piece.bytes().length == Attached.MAX_BYTES)
            .as("a piece with more to come is full")
            .isTrue();
        open = !piece.last();
      } else {
        assertThat(open).as("something between two pieces of a file").isFalse();
      }
    }
    assertThat(open).as("a file without its last piece").isFalse();
  }
}
