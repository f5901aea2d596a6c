package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins the chunks of one flow that stand beside each other into lines. */
final class FlowLines {
  /** Share of the lower height that lines of one row have in common. */
  private static final float SAME_ROW = 0.55f;

  private FlowLines() {}

  static List<Item> of(List<Item> flow) {
    List<Item> lines = new ArrayList<>();
    List<Chunk> row = new ArrayList<>();
    for (Item item : flow) {
      switch (item) {
        case TableDraft table -> {
          addRow(lines, row);
          lines.add(table);
        }
        case Chunk chunk -> {
          if (!row.isEmpty() && !isBeside(row, chunk)) {
            addRow(lines, row);
          }
          row.add(chunk);
        }
      }
    }
    addRow(lines, row);
    return lines;
  }

  private static boolean isBeside(List<Chunk> row, Chunk chunk) {
    return row.stream()
        .allMatch(
            other ->
                other.rect().verticalShare(chunk.rect()) > SAME_ROW
                    && !overlap(other.rect(), chunk.rect()));
  }

  private static boolean overlap(Rect one, Rect other) {
    return Math.min(one.right(), other.right()) - Math.max(one.left(), other.left()) > 1;
  }

  private static void addRow(List<Item> lines, List<Chunk> row) {
    if (row.isEmpty()) {
      return;
    }
    List<Word> words = new ArrayList<>();
    row.forEach(chunk -> words.addAll(chunk.words()));
    words.sort(Comparator.comparingDouble(word -> word.rect().left()));
    lines.add(row.size() == 1 ? row.getFirst() : Chunk.of(words));
    row.clear();
  }
}
