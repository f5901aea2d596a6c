package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import java.util.List;

/**
 * One page after its glyphs were judged and gathered: the seen lines of its main direction in the
 * frame of that direction, lines of other directions, and what a reader cannot see. Immutable.
 */
record PageText(
    int number,
    Frame frame,
    List<Chunk> chunks,
    List<Aside> asides,
    List<Rule> rules,
    List<Block> evidence) {
  /** Lines in another direction than most of the page. */
  record Aside(Frame frame, List<Chunk> chunks) {}
}
