package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block.Furniture.Role;
import dev.frostbyte.api.model.CellValue;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Reads Excel workbooks of 1997 to 2003 ([MS-XLS]); formulas with their stored values. Immutable.
 */
final class XlsFormat implements OldParser.Format {
  @Override
  public int read(DirectoryNode root, Output out) throws IOException {
    try (HSSFWorkbook workbook = open(root)) {
      DataFormatter formatter = new DataFormatter(Locale.ROOT);
      formatter.setUseCachedValuesForFormulaCells(true);
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        out.page(i + 1);
        boolean hidden = workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE;
        new Sheet(workbook.getSheetAt(i), formatter, out).emit(workbook.getSheetName(i), hidden);
      }
      return workbook.getNumberOfSheets();
    }
  }

  private static HSSFWorkbook open(DirectoryNode root) throws RefusedException {
    try {
      return new HSSFWorkbook(root, false);
    } catch (IOException e) {
      throw OldParser.broken();
    }
  }

  /** One sheet. One thread. */
  private static final class Sheet {
    private final HSSFSheet sheet;
    private final DataFormatter formatter;
    private final Output out;
    private final NavigableMap<Integer, NavigableMap<Integer, SheetCell>> seen = new TreeMap<>();
    private final List<String> unseen = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();

    Sheet(HSSFSheet sheet, DataFormatter formatter, Output out) {
      this.sheet = sheet;
      this.formatter = formatter;
      this.out = out;
    }

    void emit(String name, boolean hidden) throws IOException {
      if (hidden) {
        out.hidden(HiddenChannel.MARKED_HIDDEN, name);
      } else {
        out.heading(1, name);
      }
      out.gathering(() -> cells(hidden), () -> sheet(hidden));
    }

    private void cells(boolean hidden) throws IOException {
      for (Row row : sheet) {
        for (Cell cell : row) {
          cell(cell, hidden || row.getZeroHeight());
        }
      }
    }

    private void sheet(boolean hidden) throws IOException {
      if (!hidden) {
        new SheetTables(seen, Merges.of(merges()), -1, out).emit();
        margin(Role.HEADER, sheet.getHeader());
        margin(Role.FOOTER, sheet.getFooter());
      }
      for (String each : unseen) {
        out.hiddenCounted(HiddenChannel.MARKED_HIDDEN, each);
      }
      for (String comment : comments) {
        out.hiddenCounted(HiddenChannel.COMMENT, comment);
      }
    }

    private void cell(Cell cell, boolean hidden) throws IOException {
      if (cell.getCellComment() != null) {
        comments.add(out.counted(String.valueOf(cell.getCellComment().getString())));
      }
      String value = out.counted(XlsValue.shown(cell, formatter));
      if (value.isEmpty()) {
        return;
      }
      if (hidden || sheet.isColumnHidden(cell.getColumnIndex())) {
        unseen.add(value);
        return;
      }
      CellValue held = XlsValue.of(cell, value);
      seen.computeIfAbsent(cell.getRowIndex(), key -> new TreeMap<>())
          .put(
              cell.getColumnIndex(),
              new SheetCell(value, held, Optional.empty(), links(cell, value)));
    }

    private static List<Anchor> links(Cell cell, String value) {
      Hyperlink link = cell.getHyperlink();
      boolean leads = link != null && link.getAddress() != null && !link.getAddress().isBlank();
      return leads ? List.of(new Anchor(value, link.getAddress())) : List.of();
    }

    private List<Merges.Spot> merges() {
      List<Merges.Spot> spots = new ArrayList<>();
      for (CellRangeAddress area : sheet.getMergedRegions()) {
        int high = area.getLastRow() - area.getFirstRow() + 1;
        int wide = area.getLastColumn() - area.getFirstColumn() + 1;
        if (high >= 1 && wide >= 1) {
          spots.add(new Merges.Spot(area.getFirstRow(), area.getFirstColumn(), high, wide));
        }
      }
      return spots;
    }

    private void margin(Role role, HeaderFooter margin) throws IOException {
      String text = String.join(" ", margin.getLeft(), margin.getCenter(), margin.getRight());
      out.furniture(role, text.replaceAll("&(\"[^\"]*\"|[0-9]+|.)", " ").strip());
    }
  }
}
