package dev.frostbyte.core.document;

import java.util.ArrayList;
import java.util.List;

/**
 * How far the items of an open list are indented: what belongs to an item stands below its first
 * word (CommonMark 0.31, 5.2). One thread.
 */
final class MarkdownList {
  /** Deeper items stand at this depth, so that no list makes more blanks than text. */
  private static final int DEEPEST = 10;

  /** Width of the marker of each open item with the blank after it, from the outermost. */
  private final List<Integer> widths = new ArrayList<>();

  /** Whether an item would go on with the text of the one it is in: only 1 begins a list there. */
  boolean needsBlankLine(int depth, String marker) {
    int level = level(depth);
    return level >= widths.size() && !widths.isEmpty() && !marker.matches("-|1[.)]");
  }

  private int level(int depth) {
    return Math.min(Math.min(depth, widths.size()), DEEPEST - 1);
  }

  /** An item; one that skips a depth stands one below the last. */
  String item(int depth, String marker, String words) {
    int level = level(depth);
    widths.subList(level, widths.size()).clear();
    String indent = indent();
    widths.add(marker.length() + 1);
    return indent + marker + " " + words.replace("\n", "\n" + indent());
  }

  /** Lines that belong to the last item; at the margin without one. */
  String inside(String lines) {
    return MarkdownText.indented(indent(), lines);
  }

  void end() {
    widths.clear();
  }

  private String indent() {
    return " ".repeat(widths.stream().mapToInt(Integer::intValue).sum());
  }
}
