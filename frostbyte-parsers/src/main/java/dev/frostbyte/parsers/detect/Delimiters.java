package dev.frostbyte.parsers.detect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a text can be separated values: one delimiter divides most of its lines alike, or its
 * lines are short enough to be a single column.
 */
final class Delimiters {
  private static final String CANDIDATES = ",;\t|";
  private static final int LINES = 200;
  private static final int LONGEST_VALUE = 200;

  private Delimiters() {}

  static boolean divide(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
    if (lines.isEmpty()) {
      return false;
    }
    boolean divided = CANDIDATES.chars().anyMatch(delimiter -> evenly(lines, (char) delimiter));
    boolean quoted = lines.getFirst().startsWith("\"");
    return divided || quoted || lines.stream().allMatch(line -> line.length() <= LONGEST_VALUE);
  }

  private static boolean evenly(List<String> lines, char delimiter) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (String line : lines) {
      counts.merge(outsideQuotes(line, delimiter), 1, Integer::sum);
    }
    counts.remove(0);
    int commonest = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return commonest * 2 >= lines.size();
  }

  private static int outsideQuotes(String line, char delimiter) {
    int count = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      count += !quoted && line.charAt(i) == delimiter ? 1 : 0;
    }
    return count;
  }
}
