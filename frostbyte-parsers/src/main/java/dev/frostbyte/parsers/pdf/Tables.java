package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;

/** Finds the tables of a page. */
final class Tables {
  private Tables() {}

  /** Tables with lines, and the chunks outside them. */
  static List<Item> items(List<Chunk> chunks, List<Rule> rules) {
    List<Rule> across = Rules.joined(rules, true);
    List<Rule> down = Rules.joined(rules, false);
    List<TableDraft> tables = GridTables.of(chunks, Lattices.of(across, down));
    List<Chunk> left = outside(chunks, tables);
    tables = new ArrayList<>(tables);
    tables.addAll(RuledTables.of(left, across, tables));
    List<Item> items = new ArrayList<>(outside(chunks, tables));
    items.addAll(tables);
    return items;
  }

  private static List<Chunk> outside(List<Chunk> chunks, List<TableDraft> tables) {
    List<Chunk> outside = new ArrayList<>();
    for (Chunk chunk : chunks) {
      List<Word> words =
          chunk.words().stream()
              .filter(word -> tables.stream().noneMatch(t -> t.rect().containsCentre(word.rect())))
              .toList();
      if (words.size() == chunk.words().size()) {
        outside.add(chunk);
      } else if (!words.isEmpty()) {
        outside.add(Chunk.of(words));
      }
    }
    return outside;
  }
}
