package dev.frostbyte.core.report;

import dev.frostbyte.core.document.Html;
import java.util.Locale;

/**
 * Shows a file name so that it cannot pose as another: control and format characters (such as the
 * right-to-left override U+202E) appear as their number. The joiners U+200C and U+200D stay, since
 * Persian, Hindi and emoji need them. Stateless.
 */
final class FileNames {
  private FileNames() {}

  static String html(String name) {
    if (name.isBlank()) {
      return "<span class=\"cp\">no name</span>";
    }
    StringBuilder out = new StringBuilder(name.length() + 16);
    name.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  private static void append(StringBuilder out, int point) {
    if (shown(point)) {
      out.append(Html.escape(Character.toString(point)));
    } else {
      out.append(String.format(Locale.ROOT, "<span class=\"cp\">U+%04X</span>", point));
    }
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
