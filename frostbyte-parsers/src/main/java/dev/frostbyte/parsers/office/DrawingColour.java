package dev.frostbyte.parsers.office;

import java.util.Map;

/**
 * A colour of DrawingML (ECMA-376 part 1, 20.1.2.3). Immutable.
 *
 * @param rgb 0xRRGGBB, or {@link SlideTheme#UNKNOWN}
 * @param alpha 0 to 1
 */
record DrawingColour(int rgb, double alpha) {
  static final DrawingColour UNKNOWN = new DrawingColour(SlideTheme.UNKNOWN, 1);

  private static final double ALL = 100_000;
  private static final Map<String, Integer> PRESETS =
      Map.of(
          "white",
          0xffffff,
          "black",
          0x000000,
          "snow",
          0xfffafa,
          "ivory",
          0xfffff0,
          "ghostWhite",
          0xf8f8ff,
          "whiteSmoke",
          0xf5f5f5,
          "red",
          0xff0000,
          "blue",
          0x0000ff,
          "green",
          0x008000,
          "yellow",
          0xffff00);

  /** The colour that a fill, or a reference to a font or a ground, holds. */
  static DrawingColour in(Node holder, SlideTheme theme) {
    for (Node colour : holder.children()) {
      int base = base(colour, theme);
      if (base != SlideTheme.UNKNOWN) {
        return modified(colour, base);
      }
    }
    return UNKNOWN;
  }

  private static int base(Node colour, SlideTheme theme) {
    return switch (colour.name()) {
      case "a:srgbClr" -> Contrast.colour(colour.attribute("val"), SlideTheme.UNKNOWN);
      case "a:sysClr" -> Contrast.colour(colour.attribute("lastClr"), SlideTheme.UNKNOWN);
      case "a:schemeClr" ->
          theme.colours().getOrDefault(colour.attribute("val"), SlideTheme.UNKNOWN);
      case "a:prstClr" -> PRESETS.getOrDefault(colour.attribute("val"), SlideTheme.UNKNOWN);
      case "a:scrgbClr" -> part(colour, "r") << 16 | part(colour, "g") << 8 | part(colour, "b");
      case "a:hslClr" -> light(colour);
      default -> SlideTheme.UNKNOWN;
    };
  }

  private static int part(Node colour, String name) {
    double linear = Math.clamp(share(colour.attribute(name)), 0, 1);
    double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(255 * value);
  }

  /** Only white, black and greys: others are left to the eye. */
  private static int light(Node colour) {
    double light = share(colour.attribute("lum"));
    boolean grey = share(colour.attribute("sat")) == 0 || light >= 0.99 || light <= 0.01;
    return grey ? Tint.mixed(0, Contrast.WHITE, Math.clamp(light, 0, 1)) : SlideTheme.UNKNOWN;
  }

  private static DrawingColour modified(Node colour, int base) {
    int rgb = base;
    double alpha = 1;
    double factor = 1;
    double offset = 0;
    for (Node change : colour.children()) {
      double value = share(change.attribute("val"));
      switch (change.name()) {
        case "a:alpha" -> alpha = value;
        case "a:lumMod" -> factor *= value;
        case "a:lumOff" -> offset += value;
        case "a:tint" -> rgb = Tint.mixed(rgb, Contrast.WHITE, 1 - value);
        case "a:shade" -> rgb = Tint.mixed(rgb, 0, 1 - value);
        default -> {
          return UNKNOWN;
        }
      }
    }
    return new DrawingColour(Tint.luminance(rgb, factor, offset), alpha);
  }

  /** Thousandths of a per cent, or a percentage of the strict form, as a share. */
  static double share(String value) {
    boolean percent = value.endsWith("%");
    String digits = percent ? value.substring(0, value.length() - 1) : value;
    if (!digits.matches("-?\\d{1,9}(?:\\.\\d{1,9})?")) {
      return 0;
    }
    return Double.parseDouble(digits) / (percent ? 100 : ALL);
  }
}
