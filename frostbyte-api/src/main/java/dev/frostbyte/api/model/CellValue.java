package dev.frostbyte.api.model;

import java.util.regex.Pattern;

/**
 * What a cell of a table holds besides the text it shows: its kind, and the value itself where the
 * text rounds it or dresses it up. Evidence as ORIGINAL is: what is served has the kind alone,
 * since no gate looks into the value. Immutable.
 *
 * @param kind what the file says it is; {@link Kind#TEXT} where it does not say
 * @param exact of a number its digits as stored, of a date ISO 8601, with a point for the decimals
 *     and no blank in it; empty where the text says the same, and for all other kinds
 */
public record CellValue(Kind kind, UntrustedText exact) {
  /** Numbers and times have no letters but these, so that no words come around the gates. */
  private static final Pattern SHAPE = Pattern.compile("[0-9+\\-.:eETZ]{0,64}");

  /** Words, or nothing is known: what a cell holds unless its format says more. */
  public static final CellValue TEXT = of(Kind.TEXT);

  /** What a cell may hold. */
  public enum Kind {
    /** Words, or whatever a format tells no kinds of. */
    TEXT,
    /** A number, however it is shown: with a currency, as a share, as a duration. */
    NUMBER,
    /** A date, a time of day or both. */
    DATE,
    /** True or false. */
    BOOLEAN,
    /** A formula without a result, such as a division by zero. */
    ERROR,
    /** Nothing at all. */
    EMPTY
  }

  /** Checks that an exact value is a number or a time. */
  public CellValue {
    boolean exactly = kind == Kind.NUMBER || kind == Kind.DATE;
    if (!exactly && !exact.value().isEmpty()) {
      throw new IllegalArgumentException(
          "a cell of kind " + kind + " has no exact value; leave it empty");
    }
    if (!SHAPE.matcher(exact.value()).matches()) {
      throw new IllegalArgumentException(
          "an exact value has " + exact.value().length() + " characters and must match " + SHAPE);
    }
  }

  /** A value of which no more than its kind is known, or which its text says in full. */
  public static CellValue of(Kind kind) {
    return new CellValue(kind, UntrustedText.EMPTY);
  }

  /**
   * A number or time; what is no such value in digits is left out.
   *
   * @param text what the cell shows; the value is kept only where it differs
   */
  public static CellValue of(Kind kind, String exact, String text) {
    boolean kept = !exact.equals(text) && SHAPE.matcher(exact).matches();
    return new CellValue(kind, kept ? UntrustedText.of(exact) : UntrustedText.EMPTY);
  }

  /** The same without the value. */
  public CellValue kindOnly() {
    return of(kind);
  }
}
