package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.List;

/** Colours of a workbook: direct, of its theme, of the usual palette. Immutable. */
final class SheetColours {
  /** No colour, or one that is not followed. */
  static final int UNKNOWN = -1;

  /** In the order of the numbers that cells use (ECMA-376 part 1, 18.8.3). */
  private static final List<String> SLOTS =
      List.of(
          "lt1",
          "dk1",
          "lt2",
          "dk2",
          "accent1",
          "accent2",
          "accent3",
          "accent4",
          "accent5",
          "accent6",
          "hlink",
          "folHlink");

  /** Those of a workbook without a theme. */
  private static final int[] USUAL = {
    0xffffff, 0x000000, 0xeeece1, 0x1f497d, 0x4f81bd, 0xc0504d, 0x9bbb59, 0x8064a2, 0x4bacc6,
    0xf79646, 0x0000ff, 0x800080
  };

  /** Palette of ECMA-376 part 1, 18.8.27. */
  private static final int[] INDEXED = {
    0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff,
    0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff,
    0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xc0c0c0, 0x808080,
    0x9999ff, 0x993366, 0xffffcc, 0xccffff, 0x660066, 0xff8080, 0x0066cc, 0xccccff,
    0x000080, 0xff00ff, 0xffff00, 0x00ffff, 0x800080, 0x800000, 0x008080, 0x0000ff,
    0x00ccff, 0xccffff, 0xccffcc, 0xffff99, 0x99ccff, 0xff99cc, 0xcc99ff, 0xffcc99,
    0x3366ff, 0x33cccc, 0x99cc00, 0xffcc00, 0xff9900, 0xff6600, 0x666699, 0x969696,
    0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333
  };

  private final SlideTheme theme;

  private SheetColours(SlideTheme theme) {
    this.theme = theme;
  }

  /** Reads the theme; the usual one for an empty name. */
  static SheetColours read(Container container, String part) throws IOException {
    return new SheetColours(SlideTheme.read(container, part));
  }

  /** 0xRRGGBB, or {@link #UNKNOWN} for the automatic colour. */
  int of(Node colour) {
    int base = base(colour);
    String tint = colour.attribute("tint");
    boolean tinted = base != UNKNOWN && tint.matches("-?\\d(\\.\\d{1,20})?");
    return tinted ? Tint.tinted(base, Math.clamp(Double.parseDouble(tint), -1, 1)) : base;
  }

  private int base(Node colour) {
    if (!colour.attribute("rgb").isEmpty()) {
      return Contrast.colour(colour.attribute("rgb"), UNKNOWN);
    }
    int slot = Numbers.parse(colour.attribute("theme"), -1, -1, SLOTS.size() - 1);
    if (slot >= 0) {
      int known = theme.colours().getOrDefault(SLOTS.get(slot), UNKNOWN);
      return known == UNKNOWN ? USUAL[slot] : known;
    }
    int index = Numbers.parse(colour.attribute("indexed"), -1, -1, INDEXED.length - 1);
    return index >= 0 ? INDEXED[index] : UNKNOWN;
  }
}
