package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.CellValue;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** What a cell of an old workbook shows and holds; the stored result of a formula counts. */
final class XlsValue {
  private XlsValue() {}

  /** What the sheet shows, with every digit of a number that has no format of its own. */
  static String shown(Cell cell, DataFormatter formatter) {
    boolean plain =
        type(cell) == CellType.NUMERIC
            && cell.getCellStyle().getDataFormatString().equals("General");
    return plain && Double.isFinite(cell.getNumericCellValue())
        ? GeneralNumber.write(stored(cell))
        : formatter.formatCellValue(cell).strip();
  }

  /**
   * What the cell holds.
   *
   * @param shown what the sheet shows
   */
  static CellValue of(Cell cell, String shown) {
    return switch (type(cell)) {
      case NUMERIC ->
          DateUtil.isCellDateFormatted(cell)
              ? CellValue.of(
                  CellValue.Kind.DATE, cell.getLocalDateTimeCellValue().toString(), shown)
              : GeneralNumber.value(stored(cell), shown);
      case BOOLEAN -> CellValue.of(CellValue.Kind.BOOLEAN);
      case ERROR -> CellValue.of(CellValue.Kind.ERROR);
      default -> CellValue.TEXT;
    };
  }

  private static String stored(Cell cell) {
    double number = cell.getNumericCellValue();
    return String.valueOf(number);
  }

  private static CellType type(Cell cell) {
    return cell.getCellType() == CellType.FORMULA
        ? cell.getCachedFormulaResultType()
        : cell.getCellType();
  }
}
