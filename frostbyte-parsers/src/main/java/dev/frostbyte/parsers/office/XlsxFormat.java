package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads Excel workbooks (SpreadsheetML). Immutable. */
final class XlsxFormat implements OfficeParser.Format {
  private static final Set<String> ENTERED = Set.of("s:worksheet", "s:sheetData");

  /**
   * Bytes of a sheet from which on it is read twice, so that not all its cells are held at once.
   */
  private static final long LARGE = 8L << 20;

  private static final Set<String> MARGINS = Set.of("s:oddHeader", "s:evenHeader", "s:firstHeader");

  @Override
  public int read(Container container, String mainPart, Output out) throws IOException {
    Relations relations = container.relations(mainPart);
    Node workbook;
    try (XmlPart xml = container.xml(mainPart)) {
      workbook = xml.tree();
    }
    boolean from1904 = workbook.child("s:workbookPr").attribute("date1904").matches("1|true");
    String themePart = relations.first("theme").orElse("");
    SlideTheme theme = SlideTheme.read(container, themePart);
    CellFormats formats =
        CellFormats.read(
            container,
            relations.first("styles").orElse(""),
            from1904,
            SheetColours.read(container, themePart));
    StringPool strings =
        SharedStrings.read(container, relations.first("sharedStrings").orElse(""), out);
    int number = 0;
    for (Node sheet : workbook.child("s:sheets").children("s:sheet")) {
      out.page(++number);
      String part = relations.target(sheet.attribute("r:id")).orElse("");
      sheet(container, part, sheet, new CellReader(formats, strings), theme, out);
    }
    return number;
  }

  private static void sheet(
      Container container, String part, Node sheet, CellReader cells, SlideTheme theme, Output out)
      throws IOException {
    if (!container.has(part)) {
      out.dropped("sheet", "NOT_READ");
      return;
    }
    Relations relations = container.relations(part);
    boolean hidden = sheet.attribute("state").toLowerCase(Locale.ROOT).endsWith("hidden");
    if (hidden) {
      out.hidden(HiddenChannel.MARKED_HIDDEN, sheet.attribute("name"));
    } else {
      out.heading(1, sheet.attribute("name"));
    }
    boolean large = container.size(part) > LARGE;
    SheetData data = new SheetData(cells, relations, hidden, out);
    if (large) {
      data.know(ends(container, part));
    }
    try (XmlPart xml = container.xml(part)) {
      out.gathering(() -> xml.walk(ENTERED, data), data::end);
    }
    if (!hidden) {
      margins(data.margins(), out);
    }
    SheetExtras.emit(container, relations, theme, hidden, out);
  }

  /** What stands behind the rows of a sheet and is needed to read them. */
  private static List<Node> ends(Container container, String part) throws IOException {
    List<Node> ends = new ArrayList<>();
    try (XmlPart xml = container.xml(part)) {
      xml.walk(
          ENTERED,
          element -> {
            if (element.is("s:mergeCells") || element.is("s:hyperlinks")) {
              ends.add(element);
            }
          });
    }
    return ends;
  }

  private static void margins(Node margins, Output out) throws IOException {
    for (Node margin : margins.children()) {
      Block.Furniture.Role role =
          MARGINS.contains(margin.name())
              ? Block.Furniture.Role.HEADER
              : Block.Furniture.Role.FOOTER;
      out.furniture(role, margin.text().replaceAll("&(\"[^\"]*\"|[0-9]+|K[0-9A-F]{6}|.)", " "));
    }
  }
}
