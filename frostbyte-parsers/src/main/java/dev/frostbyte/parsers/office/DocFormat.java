package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block.Furniture.Role;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/** Reads Word documents of 1997 to 2003 ([MS-DOC]). Immutable. */
final class DocFormat implements OldParser.Format {
  @Override
  public int read(DirectoryNode root, Output out) throws IOException {
    HWPFDocument document = open(root);
    margins(document.getHeaderStoryRange(), out);
    DocLists lists = new DocLists();
    body(document.getRange(), document, lists, out);
    for (Range notes : List.of(document.getFootnoteRange(), document.getEndnoteRange())) {
      paragraphs(notes, document, lists, out);
    }
    paragraphs(document.getMainTextboxRange(), document, lists, out);
    comments(document.getCommentsRange(), out);
    return 0;
  }

  private static HWPFDocument open(DirectoryNode root) throws RefusedException {
    try {
      return new HWPFDocument(root);
    } catch (IOException e) {
      throw OldParser.broken();
    }
  }

  private static void body(Range range, HWPFDocument document, DocLists lists, Output out)
      throws IOException {
    for (int i = 0; i < range.numParagraphs(); i++) {
      Paragraph paragraph = range.getParagraph(i);
      if (paragraph.isInTable()) {
        Table table = range.getTable(paragraph);
        DocTable.emit(table, out);
        i += Math.max(1, table.numParagraphs()) - 1;
      } else {
        paragraph(paragraph, document, lists, out);
      }
    }
  }

  private static void paragraphs(Range range, HWPFDocument document, DocLists lists, Output out)
      throws IOException {
    for (int i = 0; i < range.numParagraphs(); i++) {
      paragraph(range.getParagraph(i), document, lists, out);
    }
  }

  private static void paragraph(
      Paragraph paragraph, HWPFDocument document, DocLists lists, Output out) throws IOException {
    DocText text = new DocText();
    text.add(paragraph);
    String visible = text.visible().strip();
    String style = style(paragraph, document);
    String marker = visible.isEmpty() ? "" : lists.marker(paragraph);
    int level = level(paragraph, style);
    if (level > 0) {
      boolean plain = marker.isEmpty() || marker.equals("•");
      out.heading(level, plain ? visible : marker + " " + visible);
    } else if (style.startsWith("toc ")) {
      out.furniture(Role.BOILERPLATE, visible);
    } else if (!marker.isEmpty()) {
      out.listItem(paragraph.getIlvl(), marker, visible);
    } else {
      out.paragraph(visible);
    }
    text.emitRest(out);
  }

  private static String style(Paragraph paragraph, HWPFDocument document) {
    var description = document.getStyleSheet().getStyleDescription(paragraph.getStyleIndex());
    String name = description == null ? null : description.getName();
    return name == null ? "" : name.toLowerCase(java.util.Locale.ROOT);
  }

  private static int level(Paragraph paragraph, String style) {
    int outline = paragraph.getLvl();
    if (style.matches("heading [1-9]")) {
      return style.charAt(8) - '0';
    }
    boolean listed = outline == 0 && paragraph.isInList() && !style.startsWith("heading");
    return outline >= 0 && outline < 9 && !listed ? outline + 1 : style.equals("title") ? 1 : 0;
  }

  private static void margins(Range range, Output out) throws IOException {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < range.numParagraphs(); i++) {
      DocText text = new DocText();
      text.add(range.getParagraph(i));
      String visible = text.visible().strip();
      if (seen.add(visible)) {
        out.furniture(Role.HEADER, visible);
      }
      text.emitRest(out);
    }
  }

  private static void comments(Range range, Output out) throws IOException {
    for (int i = 0; i < range.numParagraphs(); i++) {
      DocText text = new DocText();
      text.add(range.getParagraph(i));
      out.hidden(HiddenChannel.COMMENT, text.visible().strip());
    }
  }
}
