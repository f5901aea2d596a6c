package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block.Furniture.Role;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFComment;
import org.apache.poi.hslf.usermodel.HSLFGroupShape;
import org.apache.poi.hslf.usermodel.HSLFPictureShape;
import org.apache.poi.hslf.usermodel.HSLFShape;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.hslf.usermodel.HSLFTableCell;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.hslf.usermodel.HSLFTextShape;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/**
 * Reads PowerPoint decks of 1997 to 2003 ([MS-PPT]), with the notes after each slide. Immutable.
 */
final class PptFormat implements OldParser.Format {
  /** Stands where the number of the slide or the date is shown. */
  private static final String FIELD = "*";

  private static final int TITLE = 0;
  private static final int CENTRE_TITLE = 6;

  @Override
  public int read(DirectoryNode root, Output out) throws IOException {
    try (HSLFSlideShow deck = open(root)) {
      List<HSLFSlide> slides = deck.getSlides();
      boolean opens = slides.stream().anyMatch(PptFormat::opensPart);
      int number = 0;
      for (HSLFSlide slide : slides) {
        out.page(++number);
        slide(slide, opensPart(slide) || !opens ? 1 : 2, out);
      }
      return number;
    }
  }

  private static HSLFSlideShow open(DirectoryNode root) throws RefusedException {
    try {
      return new HSLFSlideShow(root);
    } catch (IOException e) {
      throw OldParser.broken();
    }
  }

  private static boolean opensPart(HSLFSlide slide) {
    return slide.getShapes().stream()
        .anyMatch(shape -> shape instanceof HSLFTextShape text && isOf(text, CENTRE_TITLE));
  }

  private static void slide(HSLFSlide slide, int level, Output out) throws IOException {
    if (slide.isHidden()) {
      for (List<HSLFTextParagraph> text : slide.getTextParagraphs()) {
        out.hidden(HiddenChannel.MARKED_HIDDEN, plain(text));
      }
      return;
    }
    for (HSLFShape shape : slide.getShapes()) {
      if (shape instanceof HSLFTextShape text && isTitle(text)) {
        out.heading(level, plain(text.getTextParagraphs()).replaceAll("\\s+", " "));
      }
    }
    for (HSLFShape shape : slide.getShapes()) {
      shape(shape, out);
    }
    if (slide.getNotes() != null) {
      for (List<HSLFTextParagraph> text : slide.getNotes().getTextParagraphs()) {
        body(text, out);
      }
    }
    for (HSLFComment comment : slide.getComments()) {
      out.hidden(HiddenChannel.COMMENT, String.valueOf(comment.getText()));
    }
  }

  private static boolean isTitle(HSLFTextShape text) {
    return isOf(text, TITLE) || isOf(text, CENTRE_TITLE);
  }

  /** The kind of a text stands with its paragraphs ([MS-PPT] 2.13.33). */
  private static boolean isOf(HSLFTextShape text, int kind) {
    List<HSLFTextParagraph> paragraphs = text.getTextParagraphs();
    return !paragraphs.isEmpty() && paragraphs.getFirst().getRunType() == kind;
  }

  private static void shape(HSLFShape shape, Output out) throws IOException {
    switch (shape) {
      case HSLFTable table -> table(table, out);
      case HSLFGroupShape group -> {
        for (HSLFShape inner : group.getShapes()) {
          shape(inner, out);
        }
      }
      case HSLFPictureShape picture -> out.dropped("image", "NO_TEXT");
      case HSLFTextShape text -> text(text, out);
      default -> {}
    }
  }

  private static void text(HSLFTextShape text, Output out) throws IOException {
    List<HSLFTextParagraph> paragraphs = text.getTextParagraphs();
    boolean margin = paragraphs.stream().anyMatch(HSLFTextParagraph::isHeaderOrFooter);
    if (margin) {
      out.furniture(Role.FOOTER, plain(paragraphs));
    } else if (!isTitle(text)) {
      body(paragraphs, out);
    }
  }

  private static void body(List<HSLFTextParagraph> paragraphs, Output out) throws IOException {
    for (HSLFTextParagraph paragraph : paragraphs) {
      String line = plain(List.of(paragraph));
      if (line.equals(FIELD)) {
        continue;
      }
      if (paragraph.isBullet()) {
        out.listItem(Math.max(0, paragraph.getIndentLevel()), "•", line);
      } else {
        out.paragraph(line);
      }
    }
  }

  private static void table(HSLFTable table, Output out) throws IOException {
    TableGrid grid = new TableGrid();
    out.gathering(() -> rows(table, grid, out), () -> grid.emit(out));
  }

  private static void rows(HSLFTable table, TableGrid grid, Output out) throws IOException {
    for (int row = 0; row < table.getNumberOfRows(); row++) {
      grid.row(false);
      for (int column = 0; column < table.getNumberOfColumns(); column++) {
        HSLFTableCell cell = table.getCell(row, column);
        String text = cell == null ? "" : out.counted(plain(cell.getTextParagraphs()));
        grid.cell(1, 1, () -> text);
      }
    }
  }

  private static String plain(List<HSLFTextParagraph> paragraphs) {
    List<String> lines = new ArrayList<>();
    for (HSLFTextParagraph paragraph : paragraphs) {
      StringBuilder line = new StringBuilder();
      paragraph.getTextRuns().forEach(run -> line.append(run.getRawText()));
      lines.add(line.toString().replace('\u000b', '\n').replace("\r", "").strip());
    }
    return String.join("\n", lines).strip();
  }
}
