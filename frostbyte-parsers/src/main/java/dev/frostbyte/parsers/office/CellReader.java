package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.CellValue;
import dev.frostbyte.api.model.HiddenChannel;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads one cell: its value as the sheet shows it. Formulas are never computed; the value the
 * program stored with them counts. One thread.
 *
 * @param strings the shared strings
 */
record CellReader(CellFormats formats, StringPool strings) {
  /** The value of a cell; empty when it has none. */
  String read(Node cell) {
    String value = cell.child("s:v").text();
    return switch (cell.attribute("t")) {
      case "s" -> shared(value);
      case "inlineStr" -> SharedStrings.text(cell.child("s:is"));
      case "b" -> value.isEmpty() ? "" : value.equals("0") ? "FALSE" : "TRUE";
      case "str", "e", "d" -> value;
      default -> number(value, style(cell));
    };
  }

  /**
   * What a cell holds.
   *
   * @param shown what {@link #read} made of it
   */
  CellValue value(Node cell, String shown) {
    return switch (cell.attribute("t")) {
      case "s", "inlineStr", "str" -> CellValue.TEXT;
      case "b" -> CellValue.of(CellValue.Kind.BOOLEAN);
      case "e" -> CellValue.of(CellValue.Kind.ERROR);
      case "d" -> CellValue.of(CellValue.Kind.DATE);
      default -> number(cell.child("s:v").text(), style(cell), shown);
    };
  }

  /** Whether a cell holds words rather than a number, a date or a truth value. */
  boolean isText(Node cell) {
    String type = cell.attribute("t");
    return type.equals("s") || type.equals("inlineStr") || type.equals("str");
  }

  /** Whether a formula has no stored value. */
  boolean isUncomputed(Node cell) {
    return cell.child("s:f").exists() && !cell.child("s:v").exists();
  }

  /** How a cell is hidden by its style; empty when it is seen. */
  Optional<HiddenChannel> hidden(Node cell) {
    return formats.hidden(style(cell), isText(cell));
  }

  /** Column of a reference such as {@code AB12}, from 0; -1 when it is none. */
  static int column(String reference) {
    int column = 0;
    int letters = 0;
    for (char c : reference.toUpperCase(Locale.ROOT).toCharArray()) {
      if (c < 'A' || c > 'Z' || letters == 3) {
        break;
      }
      column = column * 26 + c - 'A' + 1;
      letters++;
    }
    boolean known = reference.substring(letters).matches("[0-9]{1,7}");
    return letters > 0 && known && column <= TableGrid.WIDEST ? column - 1 : -1;
  }

  private static int style(Node cell) {
    return Numbers.parse(cell.attribute("s"), 0, 0, Integer.MAX_VALUE);
  }

  private String shared(String index) {
    return strings.at(Numbers.parse(index, -1, -1, Integer.MAX_VALUE));
  }

  private String number(String value, int style) {
    try {
      return value.isEmpty() ? "" : formats.write(value, style);
    } catch (NumberFormatException e) {
      return value;
    }
  }

  private CellValue number(String value, int style, String shown) {
    try {
      return formats.value(value, style, shown);
    } catch (NumberFormatException e) {
      return CellValue.TEXT;
    }
  }
}
