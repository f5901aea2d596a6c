package dev.frostbyte.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the manual says of an answer: a row of the table of keys. Immutable.
 *
 * @param command words of the command, and what part of it where it has several answers
 * @param always keys of every such answer
 * @param sometimes keys that may be missing, marked by a question mark
 */
record AnswerRow(String command, Set<String> always, Set<String> sometimes) {
  private static final Path MANUAL = Path.of("..", "..", "docs", "command-line.md");
  private static final Pattern KEY = Pattern.compile("`([a-z0-9_]+)`(\\?)?");

  /** All rows of the manual's table. */
  static List<AnswerRow> all() throws IOException {
    String manual = Files.readString(MANUAL);
    int start = manual.indexOf("\n## Keys of every answer");
    String section = manual.substring(start, manual.indexOf("\n## ", start + 1));
    return section.lines().filter(line -> line.startsWith("| `")).map(AnswerRow::read).toList();
  }

  /** Whether an answer of these keys is such a one. */
  boolean admits(Set<String> keys) {
    Set<String> known = new TreeSet<>(always);
    known.addAll(sometimes);
    return keys.containsAll(always) && known.containsAll(keys);
  }

  private static AnswerRow read(String line) {
    List<String> cells = List.of(line.split("\\|", -1));
    Set<String> always = new TreeSet<>();
    Set<String> sometimes = new TreeSet<>();
    Matcher key = KEY.matcher(cells.get(2));
    while (key.find()) {
      (key.group(2) == null ? always : sometimes).add(key.group(1));
    }
    return new AnswerRow(cells.get(1).replace("`", "").strip(), always, sometimes);
  }
}
