package dev.frostbyte.core.document;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text of a document as Markdown that reads as that text and nothing else: no heading, list, table,
 * link, link definition or HTML tag comes out of what the author wrote; links come from the
 * document alone. Emphasis is left as it stands.
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

  /** A line with its links. */
  static String line(List<LinkedText.Piece> pieces) {
    return MarkdownLinks.isLinked(pieces)
        ? begin(MarkdownLinks.inline(pieces))
        : line(MarkdownLinks.words(pieces));
  }

  /** One line behind a mark: what could begin a block does not there. */
  static String heading(List<LinkedText.Piece> pieces) {
    return CLOSING.matcher(MarkdownLinks.inline(pieces).strip()).replaceFirst("\\\\");
  }

  /** A cell of a pipe table: it cannot end its cell or its row. */
  static String cell(List<LinkedText.Piece> pieces) {
    return MarkdownLinks.cell(pieces);
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

  /** Code of a language in a fence longer than any in it. */
  static String fenced(String language, String code) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < code.length(); i++) {
      run = code.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(Math.max(3, longest + 1));
    return fence + language + "\n" + code + "\n" + fence;
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
    return begin(inline(line));
  }

  /** A line that begins no block, whatever it begins with. */
  private static String begin(String safe) {
    if (NUMBER_START.matcher(safe).matches()) {
      int mark = end(safe);
      return safe.substring(0, mark) + "\\" + safe.substring(mark);
    }
    return BLOCK_START.matcher(safe).matches() ? "\\" + safe : safe;
  }

  /** Text inside a line: neither HTML nor a link comes out of it. */
  static String inline(String text) {
    return TAG.matcher(text).replaceAll("&lt;").replace("](", "]\\(");
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
