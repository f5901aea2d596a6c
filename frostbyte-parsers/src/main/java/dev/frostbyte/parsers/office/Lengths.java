package dev.frostbyte.parsers.office;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths with a unit (ODF 1.3 part 3, 18.3.18). */
final class Lengths {
  private static final Pattern LENGTH = Pattern.compile("(-?\\d{0,9}(?:\\.\\d{0,9})?)([a-z]{2})");
  private static final Map<String, Double> POINTS =
      Map.of("pt", 1.0, "in", 72.0, "cm", 28.3465, "mm", 2.83465, "pc", 12.0, "px", 0.75);

  private Lengths() {}

  /** A length in points; the fallback for anything else, such as a percentage. */
  static double points(String length, double fallback) {
    Matcher matcher = LENGTH.matcher(length);
    Double unit = matcher.matches() ? POINTS.get(matcher.group(2)) : null;
    if (unit == null) {
      return fallback;
    }
    try {
      return Double.parseDouble(matcher.group(1)) * unit;
    } catch (NumberFormatException e) {
      return fallback;
    }
  }
}
