package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.Optional;

/**
 * How a stretch of text of an OpenDocument file looks. Immutable.
 *
 * @param marked hidden by the format
 * @param size points
 * @param colour 0xRRGGBB, or -1 for the automatic one, which always stands out
 * @param background colour behind it, 0xRRGGBB
 */
record OdfLook(
    boolean marked, double size, int colour, int background, boolean bold, boolean italic) {
  /** Black on white. */
  static final OdfLook PLAIN = new OdfLook(false, 12, -1, Contrast.WHITE, false, false);

  /** Points; below this nobody reads. */
  private static final double SMALLEST = 1.5;

  /** The look of a paragraph on what is behind it. */
  OdfLook paragraph(OdfStyles styles, String style) {
    String fill = styles.property("paragraph", style, "style:paragraph-properties", FILL);
    return new OdfLook(marked, size, colour, fill(fill, background), bold, italic)
        .with(styles, "paragraph", style);
  }

  /** The look of a span inside. */
  OdfLook span(OdfStyles styles, String style) {
    return style.isEmpty() ? this : with(styles, "text", style);
  }

  /** The look of a table cell, whose style may say how its text looks. */
  OdfLook cell(OdfStyles styles, String style) {
    String fill = styles.property("table-cell", style, "style:table-cell-properties", FILL);
    return new OdfLook(marked, size, colour, fill(fill, background), bold, italic)
        .with(styles, "table-cell", style);
  }

  /** The same, marked as hidden. */
  OdfLook hiding() {
    return new OdfLook(true, size, colour, background, bold, italic);
  }

  /** How it is hidden; empty when it is seen. */
  Optional<HiddenChannel> hides() {
    if (marked) {
      return Optional.of(HiddenChannel.MARKED_HIDDEN);
    }
    if (size < SMALLEST) {
      return Optional.of(HiddenChannel.SIZE);
    }
    return colour >= 0 && Contrast.unreadable(colour, background)
        ? Optional.of(HiddenChannel.COLOUR)
        : Optional.empty();
  }

  private static final String FILL = "fo:background-color";
  private static final String TEXT = "style:text-properties";

  private OdfLook with(OdfStyles styles, String family, String style) {
    boolean none = styles.property(family, style, TEXT, "text:display").equals("none");
    String said = styles.property(family, style, TEXT, "fo:font-size");
    String hex = styles.property(family, style, TEXT, "fo:color").replaceFirst("^#", "");
    boolean automatic =
        styles.property(family, style, TEXT, "style:use-window-font-color").equals("true");
    return new OdfLook(
        marked || none,
        Lengths.points(said, size),
        automatic ? -1 : Contrast.colour(hex, colour),
        fill(styles.property(family, style, TEXT, FILL), background),
        is(styles.property(family, style, TEXT, "fo:font-weight"), "bold|[6-9]00", bold),
        is(styles.property(family, style, TEXT, "fo:font-style"), "italic|oblique", italic));
  }

  private static boolean is(String said, String wanted, boolean otherwise) {
    return said.isEmpty() ? otherwise : said.matches(wanted);
  }

  private static int fill(String said, int behind) {
    return Contrast.colour(said.replaceFirst("^#", ""), behind);
  }
}
