package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block.Furniture.Role;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the paragraphs and cells of an RTF text into blocks. One thread. */
final class RtfBody {
  private final RtfTables tables;
  private final Output out;
  private final RtfTable table = new RtfTable();
  private final StringBuilder text = new StringBuilder();
  private final List<String> lines = new ArrayList<>();
  private final List<Late> late = new ArrayList<>();
  private final List<Late> tableLate = new ArrayList<>();
  private final StringBuilder unseen = new StringBuilder();
  private Optional<HiddenChannel> channel = Optional.empty();
  private RtfParagraph paragraph = RtfParagraph.PLAIN;
  private final List<Anchor> links = new ArrayList<>();
  private final List<Anchor> tableLinks = new ArrayList<>();
  private String marker = "";
  private String target = "";
  private int linkFrom = -1;
  private int footnotes;
  private int endnotes;

  /** Emits something behind the paragraph or table it stands in. */
  @FunctionalInterface
  private interface Late {
    void emit(Output out) throws IOException;
  }

  RtfBody(RtfTables tables, Output out) {
    this.tables = tables;
    this.out = out;
  }

  /** Takes a control word of paragraphs or tables. */
  void word(String word, int number) throws IOException {
    paragraph = paragraph.with(word, number, tables);
    switch (word) {
      case "par", "sect" -> endParagraph();
      case "cell" -> endCell();
      case "nestcell" -> text.append(' ');
      case "nestrow" -> endLine();
      case "row" -> table.row();
      default -> table.define(word, number, tables);
    }
  }

  /** Takes text of the body. */
  void text(String words, RtfLook look) {
    int paper = paper();
    Optional<HiddenChannel> hides = look.hides(paper);
    if (hides.isEmpty()) {
      endUnseen();
      text.append(words);
      return;
    }
    if (!hides.equals(channel)) {
      endUnseen();
      channel = hides;
    }
    unseen.append(words);
  }

  /** The marker of the item that begins. */
  void marker(String shown) {
    String words = shown.strip();
    boolean bullet = words.length() == 1 && !Character.isLetterOrDigit(words.charAt(0));
    marker = bullet ? "•" : words;
  }

  /** Hidden text that stands somewhere in the paragraph. */
  void hidden(HiddenChannel how, String words) {
    late.add(to -> to.hidden(how, words));
  }

  /** Something left out. */
  void dropped(String kind, String reason) {
    late.add(to -> to.dropped(kind, reason));
  }

  /** A picture that stands in the paragraph. */
  void picture() {
    late.add(Output::figure);
    dropped("image", "NO_TEXT");
  }

  /** A note the paragraph refers to; its paragraphs are lines. */
  void note(String words, boolean atEnd) {
    String mark =
        atEnd ? NumberFormats.write("lowerRoman", ++endnotes) : Integer.toString(++footnotes);
    late.add(to -> to.footnote(mark, words));
  }

  /** What the field does whose result follows. */
  void instruction(String words) {
    target = WordField.target(words).orElse("");
    if (!WordField.isPlain(words)) {
      hidden(HiddenChannel.CODE, words.strip());
    }
  }

  /** The result of a field begins; false when it is no link. */
  boolean beginLink() {
    boolean links = !target.isEmpty() && linkFrom < 0;
    linkFrom = links ? text.length() : linkFrom;
    return links;
  }

  /** The result of a field that is a link ends. */
  void endLink() {
    closeLink();
    linkFrom = -1;
    target = "";
  }

  /** Text of a box: paragraphs behind the one it stands in. */
  void aside(String words) {
    for (String line : List.of(words.split("\n"))) {
      late.add(to -> to.paragraph(line.strip()));
    }
  }

  /** Emits what waits. */
  void end() throws IOException {
    if (paragraph.inTable()) {
      endLine();
      paragraph = RtfParagraph.PLAIN;
    }
    if (!lines.isEmpty()) {
      endCell();
    }
    endParagraph();
    endTable();
    emit(late);
  }

  private int paper() {
    int cell = paragraph.inTable() ? table.behind() : -1;
    int said = paragraph.behind() >= 0 ? paragraph.behind() : cell;
    return said < 0 ? Contrast.WHITE : said;
  }

  private void endParagraph() throws IOException {
    if (paragraph.inTable()) {
      endLine();
      return;
    }
    endTable();
    endUnseen();
    closeLink();
    emit(text.toString());
    out.links(links, !text.toString().isBlank());
    links.clear();
    text.setLength(0);
    marker = "";
    emit(late);
  }

  /** A link over several paragraphs is a link in each. */
  private void closeLink() {
    if (linkFrom >= 0) {
      links.add(new Anchor(text.substring(Math.min(linkFrom, text.length())), target));
      linkFrom = 0;
    }
  }

  private void emit(String whole) throws IOException {
    String visible = whole.strip();
    if (visible.isEmpty()) {
      return;
    }
    int level = paragraph.level(tables);
    String style = tables.style(paragraph.style()).name();
    if (level > 0) {
      boolean plain = marker.isEmpty() || marker.equals("•");
      out.heading(level, plain ? visible : marker + " " + visible);
    } else if (style.startsWith("toc ")) {
      out.furniture(Role.BOILERPLATE, visible);
    } else if (paragraph.listed() || !marker.isEmpty()) {
      out.listItem(paragraph.depth(), marker, visible);
    } else if (style.contains("preformatted") || style.contains("source code")) {
      out.preformatted(whole.stripTrailing(), Evidence.of(Evidence.Basis.MARKUP));
    } else if (style.equals("caption")) {
      out.caption(visible);
    } else {
      out.paragraph(visible);
    }
  }

  private void endLine() {
    endUnseen();
    closeLink();
    tableLinks.addAll(links);
    links.clear();
    tableLate.addAll(late);
    late.clear();
    String line = text.toString().strip().replace('\t', ' ');
    if (!line.isEmpty()) {
      lines.add(marker.isEmpty() ? line : marker + " " + line);
    }
    text.setLength(0);
    marker = "";
  }

  private void endCell() throws IOException {
    endLine();
    table.text(out.counted(String.join("\n", lines)));
    lines.clear();
  }

  private void endTable() throws IOException {
    if (!table.isEmpty()) {
      boolean seen = table.emit(out);
      out.links(tableLinks, seen);
      tableLinks.clear();
    }
    emit(tableLate);
  }

  private void endUnseen() {
    if (channel.isPresent()) {
      hidden(channel.get(), unseen.toString());
      unseen.setLength(0);
      channel = Optional.empty();
    }
  }

  private void emit(List<Late> waiting) throws IOException {
    for (Late each : waiting) {
      each.emit(out);
    }
    waiting.clear();
  }
}
