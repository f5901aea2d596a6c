package dev.frostbyte.parsers.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A colour of CSS. Immutable.
 *
 * @param red 0 to 255
 * @param alpha 0 to 1
 */
record Colour(int red, int green, int blue, double alpha) {
  static final Colour BLACK = new Colour(0, 0, 0, 1);
  static final Colour WHITE = new Colour(255, 255, 255, 1);

  private static final int NEAR = 24;
  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})");
  private static final Pattern RGB =
      Pattern.compile(
          "rgba?\\(\\s*([\\d.]+)(%?)[\\s,]+([\\d.]+)%?[\\s,]+([\\d.]+)%?(?:[\\s,/]+([\\d.]+)(%?))?\\s*\\)");
  private static final Pattern HSL =
      Pattern.compile(
          "hsla?\\(\\s*(-?\\d{1,4})(?:\\.\\d*)?(?:deg)?[\\s,]+(\\d{1,3})(?:\\.\\d*)?%?[\\s,]+(\\d{1,3})(?:\\.\\d*)?%?"
              + "(?:[\\s,/]+(\\d{0,3}(?:\\.\\d{1,9})?)(%?))?\\s*\\)");

  /** The colour a value of CSS names; empty when it is none this class knows. */
  static Optional<Colour> parse(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    if (text.equals("transparent")) {
      return Optional.of(new Colour(0, 0, 0, 0));
    }
    Optional<Colour> named = ColourNames.find(text).map(Colour::of);
    if (named.isPresent()) {
      return named;
    }
    Matcher hsl = HSL.matcher(text);
    if (hsl.matches()) {
      return Optional.of(hsl(hsl));
    }
    Matcher hex = HEX.matcher(text);
    if (hex.matches()) {
      return Optional.of(hex(hex.group(1)));
    }
    Matcher rgb = RGB.matcher(text);
    return rgb.matches() ? rgb(rgb) : Optional.empty();
  }

  /** Whether no eye tells the two apart. */
  boolean isNear(Colour other) {
    return Math.abs(red - other.red) <= NEAR
        && Math.abs(green - other.green) <= NEAR
        && Math.abs(blue - other.blue) <= NEAR;
  }

  private static Colour of(int rgb) {
    return new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff, 1);
  }

  /** CSS Color 4, 7.1. */
  private static Colour hsl(Matcher hsl) {
    double light = Math.min(100, Integer.parseInt(hsl.group(3))) / 100.0;
    double strength = Math.min(100, Integer.parseInt(hsl.group(2))) / 100.0;
    int hue = Integer.parseInt(hsl.group(1));
    boolean said = hsl.group(4) != null && !hsl.group(4).isEmpty();
    double alpha = said ? Double.parseDouble(hsl.group(4)) : 1;
    return new Colour(
        channel(0, hue, strength, light),
        channel(8, hue, strength, light),
        channel(4, hue, strength, light),
        "%".equals(hsl.group(5)) ? alpha / 100 : alpha);
  }

  private static int channel(int offset, int hue, double strength, double light) {
    double at = (offset + Math.floorMod(hue, 360) / 30.0) % 12;
    double reach = strength * Math.min(light, 1 - light);
    double value = light - reach * Math.max(-1, Math.min(Math.min(at - 3, 9 - at), 1));
    return (int) Math.round(255 * value);
  }

  private static Colour hex(String digits) {
    boolean shortForm = digits.length() < 6;
    int[] parts = {0, 0, 0, 255};
    for (int i = 0; i * (shortForm ? 1 : 2) < digits.length(); i++) {
      String part =
          shortForm ? digits.substring(i, i + 1).repeat(2) : digits.substring(2 * i, 2 * i + 2);
      parts[i] = Integer.parseInt(part, 16);
    }
    return new Colour(parts[0], parts[1], parts[2], parts[3] / 255.0);
  }

  private static Optional<Colour> rgb(Matcher rgb) {
    try {
      double scale = rgb.group(2).isEmpty() ? 1 : 2.55;
      String alpha = rgb.group(5);
      double opacity = alpha == null ? 1 : Double.parseDouble(alpha);
      return Optional.of(
          new Colour(
              part(rgb.group(1), scale),
              part(rgb.group(3), scale),
              part(rgb.group(4), scale),
              "%".equals(rgb.group(6)) ? opacity / 100 : opacity));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static int part(String number, double scale) {
    return (int) Math.min(255, Math.round(Double.parseDouble(number) * scale));
  }
}
