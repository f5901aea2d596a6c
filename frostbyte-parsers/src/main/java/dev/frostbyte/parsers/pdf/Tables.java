package dev.frostbyte.parsers.pdf;

import java.util.List;

/** Finds the tables of a page. */
final class Tables {
  private Tables() {}

  /** Tables and the chunks outside them. */
  static List<Item> items(List<Chunk> chunks, List<Rule> rules) {
    return List.copyOf(chunks);
  }
}
