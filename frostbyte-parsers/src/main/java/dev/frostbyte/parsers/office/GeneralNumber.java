package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.CellValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes a number of a cell without a format of its own as Excel shows it where the column is wide
 * enough: 15 significant digits (ECMA-376 part 1, 18.8.30, {@code General}), and whole numbers with
 * every digit up to where a double still tells two neighbours apart. Stateless.
 */
final class GeneralNumber {
  private static final BigDecimal LAST_WHOLE = BigDecimal.valueOf(1L << 53);
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

  /** Digits before the point of {@link #LAST_WHOLE}. */
  private static final int LONGEST = 16;

  /** Zeros behind the point from which on a small number is written with an exponent. */
  private static final int MOST_ZEROS = 9;

  private GeneralNumber() {}

  /**
   * Writes a number.
   *
   * @param stored as the file has it
   * @throws NumberFormatException when it is no number in decimal digits
   */
  static String write(String stored) {
    BigDecimal number = new BigDecimal(stored.strip()).stripTrailingZeros();
    int before = number.precision() - number.scale();
    if (number.signum() == 0) {
      return "0";
    }
    if (number.scale() <= 0 && before <= LONGEST && number.abs().compareTo(LAST_WHOLE) <= 0) {
      return number.toPlainString();
    }
    BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
    int size = rounded.precision() - rounded.scale();
    boolean plain = size <= DIGITS.getPrecision() && size >= -MOST_ZEROS;
    return plain ? rounded.toPlainString() : scientific(rounded, size - 1);
  }

  /**
   * What a cell with a number holds.
   *
   * @param stored as the file has it
   * @param shown as the cell shows it
   */
  static CellValue value(String stored, String shown) {
    return same(stored, shown)
        ? CellValue.of(CellValue.Kind.NUMBER)
        : CellValue.of(CellValue.Kind.NUMBER, stored.strip(), shown);
  }

  private static boolean same(String stored, String shown) {
    try {
      return new BigDecimal(stored.strip()).compareTo(new BigDecimal(shown)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String scientific(BigDecimal number, int exponent) {
    String digits = number.unscaledValue().abs().toString();
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    String power = (exponent < 0 ? "E-" : "E+") + (Math.abs(exponent) < 10 ? "0" : "");
    String sign = number.signum() < 0 ? "-" : "";
    return sign + digits.charAt(0) + fraction + power + Math.abs(exponent);
  }
}
