package dev.frostbyte.parsers.office;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts list items and headings as OpenDocument does and writes their markers (ODF 1.3 part 3,
 * 16.33 and 19.880). One thread.
 */
final class OdfLists {
  private static final int LEVELS = 10;

  private final OdfStyles styles;
  private final Map<String, Counters> byStyle = new HashMap<>();
  private final Map<String, Counters> byId = new HashMap<>();
  private final Counters headings = new Counters();

  OdfLists(OdfStyles styles) {
    this.styles = styles;
  }

  /** The counters of a list that begins: its own, or those of the list it continues. */
  Counters begin(Node list, String style) {
    Counters continued = byId.get(list.attribute("text:continue-list"));
    if (continued == null && list.attribute("text:continue-numbering").equals("true")) {
      continued = byStyle.get(style);
    }
    Counters numbers = continued == null ? new Counters() : continued;
    byStyle.put(style, numbers);
    if (!list.attribute("xml:id").isEmpty()) {
      byId.put(list.attribute("xml:id"), numbers);
    }
    return numbers;
  }

  /**
   * The marker of the next item.
   *
   * @param level from 0
   * @param item may say its own number
   */
  String next(String style, int level, Node item, Counters numbers) {
    return marker(styles.list(style), Math.min(level, LEVELS - 1), item, numbers);
  }

  /**
   * The number of a heading; empty when headings of its level have none.
   *
   * @param level from 1
   */
  String heading(int level, Node heading) {
    boolean restart = heading.attribute("text:restart-numbering").equals("true");
    boolean unnumbered = heading.attribute("text:is-list-header").equals("true");
    int at = Math.min(level, LEVELS) - 1;
    return unnumbered || !level(styles.outline(), at).exists()
        ? ""
        : marker(styles.outline(), at, restart ? heading : Node.NONE, headings).strip();
  }

  private static String marker(Node style, int level, Node item, Counters counters) {
    long[] numbers = counters.numbers;
    Node definition = level(style, level);
    long own = item.number("text:start-value", -1);
    long first = definition.number("text:start-value", 1);
    numbers[level] = own >= 0 ? own : numbers[level] == 0 ? first : numbers[level] + 1;
    Arrays.fill(numbers, level + 1, LEVELS, 0);
    return switch (definition.name()) {
      case "text:list-level-style-bullet", "text:list-level-style-image" -> "•";
      case "" -> "•";
      default -> number(style, definition, level, numbers);
    };
  }

  private static String number(Node style, Node definition, int level, long[] numbers) {
    String format = definition.attribute("style:num-format");
    if (format.isEmpty()) {
      return "";
    }
    int shown = Numbers.parse(definition.attribute("text:display-levels"), 1, 1, level + 1);
    StringBuilder marker = new StringBuilder(definition.attribute("style:num-prefix"));
    for (int at = level - shown + 1; at <= level; at++) {
      String of = level(style, at).attribute("style:num-format");
      marker.append(at > level - shown + 1 ? "." : "");
      marker.append(NumberFormats.write(format(of), Math.max(1, numbers[at])));
    }
    return marker.append(definition.attribute("style:num-suffix")).toString();
  }

  private static Node level(Node style, int level) {
    for (Node child : style.children()) {
      if (child.number("text:level", -1) == level + 1) {
        return child;
      }
    }
    return Node.NONE;
  }

  private static String format(String said) {
    return switch (said) {
      case "a" -> "lowerLetter";
      case "A" -> "upperLetter";
      case "i" -> "lowerRoman";
      case "I" -> "upperRoman";
      default -> "decimal";
    };
  }

  /** How many items of each level a list has had. One thread. */
  static final class Counters {
    /** Of no list. */
    static final Counters NONE = new Counters();

    private final long[] numbers = new long[LEVELS];
  }
}
