package dev.frostbyte.core.document;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text of a document as Markdown that reads as that text and nothing else: no heading, list, table,
 * link definition or HTML tag comes out of what the author wrote. Emphasis and links are left as
 * they stand.
 */
final class MarkdownText {
  private static final Pattern BLOCK_START =
      Pattern.compile(
          "(?s)(#{1,6}([ \t]|$)|[-*+]([ \t]|$)|>|\\||```|~~~|=+$|[-:][-:| \t]*$"
              + "|\\*[ \t]*\\*[ \t]*\\*[* \t]*$|_[ \t]*_[ \t]*_[_ \t]*$|\\[(?:\\\\.|[^\\]\\\\])*+\\]:).*");
  private static final Pattern NUMBER_START = Pattern.compile("(?s)[0-9]{1,9}[.)]([ \t]|$).*");
  private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");
  private static final Pattern CLOSING = Pattern.compile("(?<![^ \t])(?=#+$)");
  private static final String CODE = "    ";

  private MarkdownText() {}

  /** Lines that stay the paragraph or the list item they are. */
  static String line(String text) {
    return lines(text).map(MarkdownText::safe).collect(Collectors.joining("\n"));
  }

  /** One line behind a mark: what could begin a block does not there. */
  static String heading(String text) {
    String one = lines(text).collect(Collectors.joining(" "));
    return CLOSING.matcher(inline(one)).replaceFirst("\\\\");
  }

  /** A cell of a pipe table: it cannot end its cell or its row. */
  static String cell(String text) {
    return inline(text).replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ");
  }

  /** Code as CommonMark 0.31, 4.4, has it. */
  static String code(String code) {
    return indented(CODE, code);
  }

  /** Each line but blank ones behind these blanks. */
  static String indented(String blanks, String lines) {
    return lines
        .lines()
        .map(line -> line.isBlank() ? "" : blanks + line)
        .collect(Collectors.joining("\n"));
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

  /** Code neither begins nor ends with a blank line. */
  static String withoutOuterBlankLines(String code) {
    String[] lines = code.split("\\R", -1);
    int from = 0;
    int to = lines.length;
    while (from < to && lines[from].isBlank()) {
      from++;
    }
    while (from < to && lines[to - 1].isBlank()) {
      to--;
    }
    return String.join("\n", Arrays.asList(lines).subList(from, to));
  }

  private static String safe(String line) {
    String safe = inline(line);
    if (NUMBER_START.matcher(safe).matches()) {
      int mark = end(safe);
      return safe.substring(0, mark) + "\\" + safe.substring(mark);
    }
    return BLOCK_START.matcher(safe).matches() ? "\\" + safe : safe;
  }

  /** Text inside a line: no HTML comes out of it. */
  private static String inline(String text) {
    return TAG.matcher(text).replaceAll("&lt;");
  }

  private static Stream<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty());
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
