package dev.frostbyte.core.report;

import dev.frostbyte.core.document.Html;
import java.util.Locale;

/**
 * Shows a file name so that it cannot pose as another: control and format characters (such as the
 * right-to-left override U+202E) appear as their number. The joiners U+200C and U+200D stay, since
 * Persian, Hindi and emoji need them. Stateless.
 */
final class FileNames {
  private static final String NONE = "no name";

  private FileNames() {}

  static String html(String name) {
    if (name.isBlank()) {
      return "<span class=\"cp\">" + NONE + "</span>";
    }
    StringBuilder out = new StringBuilder(name.length() + 16);
    name.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  /** With numbers in square brackets. */
  static String plain(String name) {
    return name.isBlank() ? "[" + NONE + "]" : visible(name);
  }

  /** Any text, with what would turn it, hide it or break its line shown by number. */
  static String visible(String name) {
    StringBuilder out = new StringBuilder(name.length() + 16);
    name.codePoints()
        .forEach(point -> out.append(shown(point) ? Character.toString(point) : bracketed(point)));
    return out.toString();
  }

  /** A character by its number, such as {@code [U+202E]}. */
  static String bracketed(int point) {
    return "[" + number(point) + "]";
  }

  private static void append(StringBuilder out, int point) {
    if (shown(point)) {
      out.append(Html.escape(Character.toString(point)));
    } else {
      out.append("<span class=\"cp\">").append(number(point)).append("</span>");
    }
  }

  private static String number(int point) {
    return String.format(Locale.ROOT, "U+%04X", point);
  }

  private static boolean shown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> point == 0x200c || point == 0x200d;
      default -> true;
    };
  }
}
