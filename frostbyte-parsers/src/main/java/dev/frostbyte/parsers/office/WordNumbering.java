package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts list items as Word does and writes their markers (ECMA-376 part 1, 17.9). One thread. */
final class WordNumbering {
  private static final int LEVELS = 9;
  private static final Pattern PLACE = Pattern.compile("%([1-9])");
  private static final String BULLET = "•";

  private final Map<String, Node> abstracts = new HashMap<>();
  private final Map<String, Node> lists = new HashMap<>();
  private final Map<String, long[]> counters = new HashMap<>();

  private WordNumbering() {}

  /** Reads the numbering part; no lists for an empty name. */
  static WordNumbering read(Container container, String part) throws IOException {
    WordNumbering numbering = new WordNumbering();
    if (container.has(part)) {
      try (XmlPart xml = container.xml(part)) {
        numbering.add(xml.tree());
      }
    }
    return numbering;
  }

  /**
   * The marker of the next item.
   *
   * @param list {@code w:numId}
   * @param level from 0
   * @return empty for an item that shows none
   */
  String next(String list, int level) {
    Node num = lists.getOrDefault(list, Node.NONE);
    String counted = num.child("w:abstractNumId").value();
    boolean restarted = overridden(num, level).child("w:startOverride").exists();
    String counter = restarted ? "num " + list : "abstract " + counted;
    long[] numbers = counters.computeIfAbsent(counter, key -> fresh(list));
    numbers[level]++;
    for (int deeper = level + 1; deeper < LEVELS; deeper++) {
      numbers[deeper] = start(list, deeper) - 1;
    }
    return marker(list, level, numbers);
  }

  private String marker(String list, int level, long[] numbers) {
    Node definition = level(list, level);
    String pattern = definition.child("w:lvlText").value();
    String format = definition.child("w:numFmt").value();
    if (format.equals("bullet")) {
      return pattern.isBlank() ? "" : BULLET;
    }
    if (format.equals("none")) {
      return pattern.replaceAll("%[1-9]", "");
    }
    Matcher places = PLACE.matcher(pattern);
    StringBuilder marker = new StringBuilder();
    while (places.find()) {
      int place = Integer.parseInt(places.group(1)) - 1;
      String number =
          NumberFormats.write(level(list, place).child("w:numFmt").value(), numbers[place]);
      places.appendReplacement(marker, Matcher.quoteReplacement(number));
    }
    return places.appendTail(marker).toString();
  }

  private long[] fresh(String list) {
    long[] numbers = new long[LEVELS];
    Arrays.setAll(numbers, level -> start(list, level) - 1);
    return numbers;
  }

  private long start(String list, int level) {
    Node override = overridden(lists.getOrDefault(list, Node.NONE), level);
    long start = level(list, level).child("w:start").number("w:val", 1);
    return override.child("w:startOverride").number("w:val", start);
  }

  private Node level(String list, int level) {
    Node num = lists.getOrDefault(list, Node.NONE);
    Node own = overridden(num, level).child("w:lvl");
    if (own.exists()) {
      return own;
    }
    Node definition = abstracts.getOrDefault(num.child("w:abstractNumId").value(), Node.NONE);
    return withLevel(definition, "w:lvl", level);
  }

  private static Node overridden(Node num, int level) {
    return withLevel(num, "w:lvlOverride", level);
  }

  private static Node withLevel(Node parent, String name, int level) {
    for (Node child : parent.children()) {
      if (child.is(name) && child.number("w:ilvl", -1) == level) {
        return child;
      }
    }
    return Node.NONE;
  }

  private void add(Node root) {
    for (Node child : root.children()) {
      if (child.is("w:abstractNum")) {
        abstracts.put(child.attribute("w:abstractNumId"), child);
      } else if (child.is("w:num")) {
        lists.put(child.attribute("w:numId"), child);
      }
    }
  }
}
