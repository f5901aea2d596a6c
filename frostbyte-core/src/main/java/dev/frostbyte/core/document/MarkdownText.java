package dev.frostbyte.core.document;

import java.util.regex.Pattern;

/**
 * Text of a document as Markdown that reads as that text and nothing else: no heading, list, table,
 * link definition or HTML tag comes out of what the author wrote. Emphasis and links are left as
 * they stand.
 */
final class MarkdownText {
  private static final Pattern BLOCK_START =
      Pattern.compile(
          "(?s)(#{1,6}( |$)|[-*+]( |$)|>|\\||```|~~~|={3,}$|-{3,}$|\\*{3,}$|_{3,}$|\\[[^\\]]*\\]:).*");
  private static final Pattern NUMBER_START = Pattern.compile("(?s)[0-9]{1,9}[.)]( |$).*");
  private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");

  private MarkdownText() {}

  /** A line that stays the paragraph or the list item it is. */
  static String line(String text) {
    String safe = inline(text);
    if (NUMBER_START.matcher(safe).matches()) {
      int mark = end(safe);
      return safe.substring(0, mark) + "\\" + safe.substring(mark);
    }
    return BLOCK_START.matcher(safe).matches() ? "\\" + safe : safe;
  }

  /** Text inside a line: no HTML comes out of it. */
  static String inline(String text) {
    return TAG.matcher(text).replaceAll("&lt;");
  }

  /** A cell of a pipe table: it cannot end its cell or its row. */
  static String cell(String text) {
    return inline(text).replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ");
  }

  /** Code in a fence longer than any in it. */
  static String fenced(String code) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < code.length(); i++) {
      run = code.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(Math.max(3, longest + 1));
    return fence + "\n" + code + "\n" + fence;
  }

  /** Where the digits at the start end. */
  private static int end(String text) {
    int end = 0;
    while (Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
