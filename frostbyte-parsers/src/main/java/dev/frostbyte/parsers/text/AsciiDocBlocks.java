package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells the blocks of AsciiDoc apart by how their lines begin. One thread. */
final class AsciiDocBlocks {
  private static final Pattern HEADING = Pattern.compile("(={1,6})\\s+(\\S.*?)(?:\\s+=+)?\\s*");
  private static final Pattern FENCE =
      Pattern.compile("(-{4,}|\\.{4,}|={4,}|\\*{4,}|_{4,}|\\+{4,}|/{4,}|--|```.*|[|,:!]===)\\s*");
  private static final Pattern ITEM =
      Pattern.compile("\\s*(\\*{1,5}|-|\\.{1,5}|\\d{1,4}\\.|[a-zA-Z]\\.)\\s+(\\S.*)");
  private static final Pattern TERM = Pattern.compile("\\s*(\\S.{0,300}?)(:{2,4}|;;)(?:\\s+(.*))?");
  private static final Pattern ATTRIBUTE = Pattern.compile(":!?[\\w-]{1,80}!?:(?:\\s.*)?");
  private static final Pattern MACRO =
      Pattern.compile(
          "(image|video|audio|include|ifdef|ifndef|ifeval|endif|toc)::(.*)\\[(.*)\\]\\s*");
  private static final Pattern STYLE = Pattern.compile("\\[[^\\[\\]].*\\]\\s*|\\[\\[.*\\]\\]\\s*");
  private static final Pattern TITLE = Pattern.compile("\\.([^\\s.].*)");

  private final List<String> lines;
  private final ElementSink sink;
  private final List<String> paragraph = new ArrayList<>();
  private final List<Block> links = new ArrayList<>();
  private final Deque<String> markers = new ArrayDeque<>();
  private final Deque<Integer> numbers = new ArrayDeque<>();
  private String item = "";
  private String style = "";
  private String title = "";
  private int at;

  AsciiDocBlocks(List<String> lines, ElementSink sink) {
    this.lines = lines;
    this.sink = sink;
  }

  void read() throws IOException {
    while (at < lines.size()) {
      line(lines.get(at++));
    }
    end();
  }

  private void line(String line) throws IOException {
    if (line.isBlank()) {
      end();
    } else if (line.startsWith("//") && !line.startsWith("////")) {
      hidden(HiddenChannel.COMMENT, line.substring(2).strip());
    } else if (FENCE.matcher(line).matches()) {
      fence(line.strip());
    } else if (!marked(line)) {
      text(line);
    }
  }

  /** Takes a line that says something of its own; false for a line of text. */
  private boolean marked(String line) throws IOException {
    Matcher heading = HEADING.matcher(line);
    Matcher macro = MACRO.matcher(line);
    Matcher titled = TITLE.matcher(line);
    if (heading.matches()) {
      heading(heading);
    } else if (macro.matches()) {
      macro(macro);
    } else if (STYLE.matcher(line).matches() && paragraph.isEmpty()) {
      style = line.strip();
    } else if (ATTRIBUTE.matcher(line).matches() && paragraph.isEmpty()) {
      hidden(HiddenChannel.METADATA, line.strip());
    } else if (titled.matches() && paragraph.isEmpty()) {
      title = AsciiDocText.plain(titled.group(1));
    } else {
      return listed(line);
    }
    return true;
  }

  private void heading(Matcher heading) throws IOException {
    end();
    leaveLists();
    String words = AsciiDocText.plain(heading.group(2));
    sink.accept(Block.heading(heading.group(1).length(), words, List.of()));
    sink.acceptAll(AsciiDocText.links(heading.group(2)));
  }

  private void macro(Matcher macro) throws IOException {
    end();
    switch (macro.group(1)) {
      case "image", "video", "audio" -> {
        figure(macro.group(1));
        hidden(HiddenChannel.ALTERNATIVE, macro.group(3).split(",", 2)[0].strip());
        sink.accept(new Block.Dropped(macro.group(1), "NO_TEXT", List.of()));
      }
      case "toc", "endif" -> {}
      default -> sink.accept(new Block.Dropped(macro.group(1), "NOT_READ", List.of()));
    }
  }

  /** A title above a picture is its caption; what only sounds is no figure. */
  private void figure(String kind) throws IOException {
    if (kind.equals("audio")) {
      caption();
    } else {
      sink.accept(Block.figure(title, List.of()));
      title = "";
    }
  }

  private boolean listed(String line) throws IOException {
    Matcher listed = ITEM.matcher(line);
    Matcher term = TERM.matcher(line);
    boolean open = paragraph.isEmpty() || !item.isEmpty();
    if (listed.matches() && open) {
      end();
      item = marker(listed.group(1));
      add(listed.group(2), "");
    } else if (term.matches() && open && !line.contains("::[")) {
      end();
      term(term);
    } else if (line.strip().equals("+")) {
      end();
    } else {
      return false;
    }
    return true;
  }

  /** A term stands with its definition. */
  private void term(Matcher term) throws IOException {
    add(term.group(1), ":");
    if (term.group(3) != null && !term.group(3).isBlank()) {
      add(term.group(3), "");
    }
  }

  private void add(String line, String behind) {
    paragraph.add(AsciiDocText.plain(line) + behind);
    links.addAll(AsciiDocText.links(line));
  }

  /** Each kind of marker is one level; one that was seen before goes back to its level. */
  private String marker(String written) {
    boolean number = Character.isDigit(written.charAt(0));
    boolean letter = Character.isLetter(written.charAt(0));
    String kind = number ? "1" : letter ? "a" : written;
    if (markers.contains(kind)) {
      while (!kind.equals(markers.peek())) {
        markers.pop();
        numbers.pop();
      }
      numbers.push(numbers.pop() + 1);
    } else {
      markers.push(kind);
      numbers.push(1);
    }
    boolean dots = written.matches("\\.{1,5}");
    return dots ? numbers.element() + "." : number || letter ? written : "•";
  }

  private void text(String line) throws IOException {
    boolean literal = paragraph.isEmpty() && item.isEmpty() && line.startsWith(" ");
    if (literal) {
      leaveLists();
      literal(line);
      return;
    }
    if (paragraph.isEmpty() && item.isEmpty()) {
      leaveLists();
    }
    boolean broken = line.stripTrailing().endsWith(" +");
    String words = broken ? line.substring(0, line.lastIndexOf('+')) : line;
    add(words, broken ? "\n" : "");
  }

  /** Indented lines up to a blank one are as they are. */
  private void literal(String first) throws IOException {
    List<String> literal = new ArrayList<>(List.of(first));
    while (at < lines.size() && !lines.get(at).isBlank()) {
      literal.add(lines.get(at++));
    }
    String code = String.join("\n", literal).stripIndent();
    sink.accept(Block.preformatted(code, List.of()));
  }

  private void fence(String mark) throws IOException {
    end();
    if (mark.equals("--") || mark.matches("={4,}|\\*{4,}|_{4,}")) {
      return;
    }
    String close = mark.startsWith("```") ? "```" : mark;
    List<String> inside = new ArrayList<>();
    while (at < lines.size() && !lines.get(at).strip().equals(close)) {
      inside.add(lines.get(at++));
    }
    at++;
    fenced(mark, inside);
  }

  private void fenced(String mark, List<String> inside) throws IOException {
    String whole = String.join("\n", inside);
    if (mark.endsWith("===")) {
      if (!whole.isBlank()) {
        sink.accept(AsciiDocTable.of(inside, style, title));
        sink.acceptAll(AsciiDocText.links(whole));
      }
      title = "";
      style = "";
      return;
    }
    caption();
    String language = AsciiDocText.language(style, mark);
    style = "";
    switch (mark.charAt(0)) {
      case '/' -> hidden(HiddenChannel.COMMENT, whole.strip());
      case '+' -> {
        hidden(HiddenChannel.CODE, whole.strip());
        sink.accept(new Block.Dropped("passthrough", "RAW_MARKUP", List.of()));
      }
      default -> sink.accept(Block.code(language, whole.stripTrailing()));
    }
  }

  /** Emits the title of a block that has no place for one. */
  private void caption() throws IOException {
    if (!title.isEmpty()) {
      sink.accept(Block.paragraph(title, List.of()));
      title = "";
    }
  }

  private void end() throws IOException {
    if (paragraph.isEmpty()) {
      return;
    }
    caption();
    String words = paragraph.stream().collect(Collectors.joining(" ")).replace("\n ", "\n");
    paragraph.clear();
    String marker = item;
    item = "";
    style = "";
    sink.accept(
        marker.isEmpty()
            ? Block.paragraph(words, List.of())
            : Block.listItem(markers.size() - 1, marker, words, List.of()));
    sink.acceptAll(links);
    links.clear();
  }

  private void leaveLists() {
    markers.clear();
    numbers.clear();
  }

  private void hidden(HiddenChannel channel, String words) throws IOException {
    sink.accept(Block.hidden(channel, words, List.of()));
  }
}
