package dev.frostbyte.bench.safety.hidden;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTColor;

/** Channels of Excel workbooks; what is hidden stands on the second sheet. */
final class SheetChannels {
  private SheetChannels() {}

  /** A workbook in the making and the cell that holds the secret. */
  private record Draft(
      XSSFWorkbook book, XSSFSheet sheet, XSSFCell cell, Random random, Marks marks) {
    /** A style of the cell's own. */
    XSSFCellStyle style() {
      XSSFCellStyle style = book.createCellStyle();
      cell.setCellStyle(style);
      return style;
    }

    XSSFFont font(CTColor colour) {
      XSSFFont font = book.createFont();
      font.getCTFont().setColorArray(new CTColor[] {colour});
      style().setFont(font);
      return font;
    }

    void fill(CTColor colour) {
      XSSFCellStyle style = cell.getCellStyle();
      style.setFillForegroundColor(XSSFColor.from(colour));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
  }

  static List<Channel> all() {
    return List.of(
        channel(
            "hidden rows",
            HiddenChannel.MARKED_HIDDEN,
            draft -> draft.cell().getRow().setZeroHeight(true),
            draft -> draft.cell().getRow().setHeight((short) 0),
            draft -> draft.sheet().getCTWorksheet().getSheetFormatPr().setZeroHeight(true)),
        channel(
            "hidden columns",
            HiddenChannel.MARKED_HIDDEN,
            draft -> draft.sheet().setColumnHidden(draft.cell().getColumnIndex(), true),
            draft -> draft.sheet().setColumnWidth(draft.cell().getColumnIndex(), 0)),
        channel(
            "hidden sheets",
            HiddenChannel.MARKED_HIDDEN,
            draft -> draft.book().setSheetVisibility(1, SheetVisibility.HIDDEN),
            draft -> draft.book().setSheetVisibility(1, SheetVisibility.VERY_HIDDEN)),
        colour(),
        theme(),
        channel(
            "size",
            HiddenChannel.SIZE,
            draft -> draft.font(rgb(0)).setFontHeightInPoints((short) 1),
            draft -> {
              XSSFFont small = draft.book().createFont();
              small.setFontHeightInPoints((short) 1);
              rich(draft, small);
            }),
        channel(
            "format that shows nothing",
            HiddenChannel.INVISIBLE,
            draft -> draft.style().setDataFormat(draft.book().createDataFormat().getFormat(";;;")),
            draft ->
                draft.style().setDataFormat(draft.book().createDataFormat().getFormat("0;0;0;"))),
        channel("comments", HiddenChannel.COMMENT, SheetChannels::comment));
  }

  private static Channel colour() {
    return channel(
        "colour",
        HiddenChannel.COLOUR,
        draft -> draft.font(rgb(0xF8F8F8 | draft.random().nextInt(0x080808) & 0x070707)),
        draft -> draft.font(indexed(IndexedColors.WHITE)),
        draft -> {
          int some = draft.random().nextInt(1 << 24);
          draft.font(rgb(some));
          draft.fill(rgb(some));
        },
        draft -> {
          draft.font(indexed(IndexedColors.SEA_GREEN));
          draft.fill(indexed(IndexedColors.SEA_GREEN));
        },
        draft -> {
          XSSFFont white = draft.book().createFont();
          white.setColor(XSSFColor.from(rgb(0xFFFFFF)));
          rich(draft, white);
        });
  }

  private static Channel theme() {
    return channel(
        "theme colours",
        HiddenChannel.COLOUR,
        draft -> draft.font(theme(0, 0)),
        draft -> draft.font(theme(1, 0.97 + 0.03 * draft.random().nextDouble())),
        draft -> {
          draft.font(theme(4, 0));
          draft.fill(theme(4, 0));
        },
        draft -> {
          draft.font(theme(4, 0.8));
          draft.fill(theme(4, 0.8));
        },
        draft -> draft.font(theme(3, 0.98)));
  }

  private static Channel channel(String name, HiddenChannel proper, Hiding... hidings) {
    Channel.Way[] ways = Stream.of(hidings).map(SheetChannels::way).toArray(Channel.Way[]::new);
    return Channel.of("XLSX", name, proper, "xlsx", 2, ways);
  }

  private static Channel.Way way(Hiding hiding) {
    return (marks, random) -> draw(marks, random, hiding);
  }

  /** Hides the cell of a draft. */
  private interface Hiding {
    void apply(Draft draft);
  }

  private static byte[] draw(Marks marks, Random random, Hiding hiding) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet first = book.createSheet("First");
      first.createRow(0).createCell(0).setCellValue(marks.shown());
      first.getRow(0).createCell(1).setCellValue("Beside");
      XSSFSheet sheet = book.createSheet("Second");
      sheet.createRow(0).createCell(0).setCellValue("Head");
      XSSFCell cell = sheet.createRow(2 + random.nextInt(9)).createCell(1 + random.nextInt(9));
      cell.setCellValue(marks.secret());
      hiding.apply(new Draft(book, sheet, cell, random, marks));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  /** Part of the cell's text in another font. */
  private static void rich(Draft draft, XSSFFont font) {
    XSSFRichTextString text = new XSSFRichTextString("Seen " + draft.marks().secret());
    text.applyFont(5, text.length(), font);
    draft.cell().setCellValue(text);
  }

  private static void comment(Draft draft) {
    draft.cell().setCellValue("Noted");
    XSSFClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, 1, 1, 3, 3);
    var comment = draft.sheet().createDrawingPatriarch().createCellComment(anchor);
    comment.setString(draft.marks().secret());
    draft.cell().setCellComment(comment);
  }

  private static CTColor rgb(int rgb) {
    CTColor colour = CTColor.Factory.newInstance();
    colour.setRgb(new byte[] {-1, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
    return colour;
  }

  private static CTColor indexed(IndexedColors index) {
    CTColor colour = CTColor.Factory.newInstance();
    colour.setIndexed(index.index);
    return colour;
  }

  private static CTColor theme(int theme, double tint) {
    CTColor colour = CTColor.Factory.newInstance();
    colour.setTheme(theme);
    if (tint != 0) {
      colour.setTint(tint);
    }
    return colour;
  }
}
