package dev.frostbyte.parsers.web;

import java.util.Locale;
import java.util.Map;
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
  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("white", 0xffffff),
          Map.entry("snow", 0xfffafa),
          Map.entry("ivory", 0xfffff0),
          Map.entry("ghostwhite", 0xf8f8ff),
          Map.entry("whitesmoke", 0xf5f5f5),
          Map.entry("floralwhite", 0xfffaf0),
          Map.entry("mintcream", 0xf5fffa),
          Map.entry("azure", 0xf0ffff),
          Map.entry("aliceblue", 0xf0f8ff),
          Map.entry("lightgray", 0xd3d3d3),
          Map.entry("lightgrey", 0xd3d3d3),
          Map.entry("silver", 0xc0c0c0),
          Map.entry("gray", 0x808080),
          Map.entry("grey", 0x808080),
          Map.entry("black", 0x000000),
          Map.entry("red", 0xff0000),
          Map.entry("maroon", 0x800000),
          Map.entry("yellow", 0xffff00),
          Map.entry("olive", 0x808000),
          Map.entry("lime", 0x00ff00),
          Map.entry("green", 0x008000),
          Map.entry("aqua", 0x00ffff),
          Map.entry("cyan", 0x00ffff),
          Map.entry("teal", 0x008080),
          Map.entry("blue", 0x0000ff),
          Map.entry("navy", 0x000080),
          Map.entry("fuchsia", 0xff00ff),
          Map.entry("magenta", 0xff00ff),
          Map.entry("purple", 0x800080),
          Map.entry("orange", 0xffa500));

  /** The colour a value of CSS names; empty when it is none this class knows. */
  static Optional<Colour> parse(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    if (text.equals("transparent")) {
      return Optional.of(new Colour(0, 0, 0, 0));
    }
    Integer named = NAMES.get(text);
    if (named != null) {
      return Optional.of(new Colour(named >> 16, named >> 8 & 0xff, named & 0xff, 1));
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
