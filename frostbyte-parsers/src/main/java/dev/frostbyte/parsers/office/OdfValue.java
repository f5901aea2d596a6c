package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.CellValue;

/** What the attributes of an OpenDocument cell say it holds (OpenDocument 1.3 part 3, 19.389). */
final class OdfValue {
  private OdfValue() {}

  /**
   * The value of a cell; text where its type is not said.
   *
   * @param shown what the cell shows
   */
  static CellValue of(Node cell, String shown) {
    return switch (cell.attribute("office:value-type")) {
      case "float", "percentage", "currency" ->
          GeneralNumber.value(cell.attribute("office:value"), shown);
      case "date" -> CellValue.of(CellValue.Kind.DATE, cell.attribute("office:date-value"), shown);
      case "time" -> CellValue.of(CellValue.Kind.DATE);
      case "boolean" -> CellValue.of(CellValue.Kind.BOOLEAN);
      default -> CellValue.TEXT;
    };
  }
}
