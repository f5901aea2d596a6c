package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what a group of lines is. Conservative: what is not clearly a heading, list or table-like
 * layout stays a paragraph. One thread.
 */
final class TextBlocks {
  private static final Pattern ITEM =
      Pattern.compile("(\\s*)([-*+•‣–]|\\d{1,3}[.)]|\\(?[a-z]\\))\\s+(\\S.*)");
  private static final Pattern UNDERLINE = Pattern.compile("\\s*(={3,}|-{3,}|~{3,})\\s*");
  private static final Pattern GAP = Pattern.compile("\\S(?: {3,}|\\t+)\\S");
  private static final int LONGEST_HEADING = 80;
  private static final int LEAST_LETTERS = 4;
  private static final int LEAST_ALIGNED = 3;

  private final ElementSink sink;
  private boolean first = true;

  TextBlocks(ElementSink sink) {
    this.sink = sink;
  }

  /** Emits a group of lines that no blank line divides; an empty one is nothing. */
  void group(List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    if (lines.size() > 1 && underlines(lines.get(0), lines.get(1))) {
      heading(lines.get(1).strip().charAt(0) == '=' ? 1 : 2, lines.get(0));
      group(lines.subList(2, lines.size()));
    } else if (lines.size() == 1 && shouts(lines.getFirst())) {
      heading(first ? 1 : 2, lines.getFirst());
    } else {
      body(lines);
    }
    first = false;
  }

  private void body(List<String> lines) throws IOException {
    int item = firstItem(lines);
    if (item >= 0) {
      plain(lines.subList(0, item));
      items(lines.subList(item, lines.size()));
    } else {
      plain(lines);
    }
  }

  private void plain(List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    long aligned = lines.stream().filter(line -> GAP.matcher(line).find()).count();
    if (aligned >= LEAST_ALIGNED && aligned * 2 > lines.size()) {
      sink.accept(Block.preformatted(String.join("\n", lines), List.of()));
    } else {
      String text = lines.stream().map(String::strip).collect(Collectors.joining("\n"));
      sink.accept(Block.paragraph(text, List.of()));
    }
  }

  /** Items with the lines that continue them; deeper indent is deeper nesting. */
  private void items(List<String> lines) throws IOException {
    Deque<Integer> indents = new ArrayDeque<>();
    int from = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || ITEM.matcher(lines.get(i)).matches()) {
        item(lines.subList(from, i), indents);
        from = i;
      }
    }
  }

  private void item(List<String> lines, Deque<Integer> indents) throws IOException {
    Matcher matcher = ITEM.matcher(lines.getFirst());
    if (!matcher.matches()) {
      throw new IllegalStateException("a group of items starts with an item");
    }
    int indent = matcher.group(1).replace("\t", "    ").length();
    while (!indents.isEmpty() && indents.peek() > indent) {
      indents.pop();
    }
    if (indents.isEmpty() || indents.peek() < indent) {
      indents.push(indent);
    }
    StringBuilder text = new StringBuilder(matcher.group(3));
    lines.subList(1, lines.size()).forEach(line -> text.append('\n').append(line.strip()));
    int depth = Math.min(99, indents.size() - 1);
    sink.accept(Block.listItem(depth, matcher.group(2), text.toString(), List.of()));
  }

  /** Index of the first item; a single one inside running text is none. */
  private static int firstItem(List<String> lines) {
    int at = -1;
    int count = 0;
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (ITEM.matcher(lines.get(i)).matches()) {
        at = i;
        count++;
      }
    }
    return at == 0 || count > 1 ? at : -1;
  }

  private void heading(int level, String line) throws IOException {
    Block heading = Block.heading(level, line.strip(), List.of());
    sink.accept(heading.noted(Evidence.of(Evidence.Basis.CONVENTION)));
  }

  private static boolean underlines(String line, String below) {
    int length = line.strip().length();
    int mark = below.strip().length();
    boolean similar = mark >= length / 2 && mark <= length * 2 + 3;
    return UNDERLINE.matcher(below).matches()
        && length <= LONGEST_HEADING
        && similar
        && !UNDERLINE.matcher(line).matches();
  }

  private static boolean shouts(String line) {
    String text = line.strip();
    long letters = text.codePoints().filter(Character::isLetter).count();
    return text.length() <= LONGEST_HEADING
        && letters >= LEAST_LETTERS
        && letters * 2 >= text.length()
        && text.equals(text.toUpperCase(Locale.ROOT))
        && !text.equals(text.toLowerCase(Locale.ROOT))
        && !text.matches(".*[.,;!?]");
  }
}
