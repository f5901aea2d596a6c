package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.Map;
import java.util.Optional;

/** Tells whether a reader of a Word document sees a run. Immutable. */
final class WordVisibility {
  /** Half points; below this nobody reads. */
  private static final int SMALLEST = 3;

  /** Width of letters in per cent; below this they are lines. */
  private static final int NARROWEST = 10;

  private static final int NORMAL_SIZE = 20;
  private static final double OPAQUE_FROM = 0.06;
  private static final Map<String, Integer> HIGHLIGHTS =
      Map.ofEntries(
          Map.entry("black", 0x000000), Map.entry("white", 0xffffff),
          Map.entry("blue", 0x0000ff), Map.entry("cyan", 0x00ffff),
          Map.entry("green", 0x00ff00), Map.entry("magenta", 0xff00ff),
          Map.entry("red", 0xff0000), Map.entry("yellow", 0xffff00),
          Map.entry("darkBlue", 0x000080), Map.entry("darkCyan", 0x008080),
          Map.entry("darkGreen", 0x008000), Map.entry("darkMagenta", 0x800080),
          Map.entry("darkRed", 0x800000), Map.entry("darkYellow", 0x808000),
          Map.entry("darkGray", 0x808080), Map.entry("lightGray", 0xc0c0c0));

  private static final Map<String, String> SLOTS =
      Map.ofEntries(
          Map.entry("background1", "lt1"), Map.entry("text1", "dk1"),
          Map.entry("background2", "lt2"), Map.entry("text2", "dk2"),
          Map.entry("light1", "lt1"), Map.entry("dark1", "dk1"),
          Map.entry("light2", "lt2"), Map.entry("dark2", "dk2"),
          Map.entry("hyperlink", "hlink"), Map.entry("followedHyperlink", "folHlink"));

  private final WordStyles styles;
  private final SlideTheme theme;

  WordVisibility(WordStyles styles, SlideTheme theme) {
    this.styles = styles;
    this.theme = theme;
  }

  /**
   * How a run is hidden; empty when it is seen.
   *
   * @param behind colour of what the paragraph stands on: page or table cell
   */
  Optional<HiddenChannel> hidden(Node run, Node paragraph, int behind) {
    if (styles.ofRun(run, paragraph, "w:vanish").on()
        || styles.ofRun(run, paragraph, "w:specVanish").on()) {
      return Optional.of(HiddenChannel.MARKED_HIDDEN);
    }
    if (styles.ofRun(run, paragraph, "w:sz").number("w:val", NORMAL_SIZE) < SMALLEST
        || styles.ofRun(run, paragraph, "w:w").number("w:val", 100) < NARROWEST) {
      return Optional.of(HiddenChannel.SIZE);
    }
    if (isUnpainted(styles.ofRun(run, paragraph, "w14:textFill"))) {
      return Optional.of(HiddenChannel.INVISIBLE);
    }
    int background = background(run, paragraph, behind);
    int colour = colour(styles.ofRun(run, paragraph, "w:color"));
    boolean seen = colour < 0 || !Contrast.unreadable(colour, background);
    return seen ? Optional.empty() : Optional.of(HiddenChannel.COLOUR);
  }

  /** The fill of a shading element, or what lies behind it. */
  int fill(Node shading, int behind) {
    if (shading.value().equals("solid")) {
      return Contrast.colour(shading.attribute("w:color"), behind);
    }
    int said = Contrast.colour(shading.attribute("w:fill"), behind);
    String tint = shading.attribute("w:themeFillTint");
    return themed(
        shading.attribute("w:themeFill"), tint, shading.attribute("w:themeFillShade"), said);
  }

  private int background(Node run, Node paragraph, int behind) {
    int ofParagraph = fill(styles.ofParagraph(paragraph, "w:shd"), behind);
    int ofRun = fill(styles.ofRun(run, paragraph, "w:shd"), ofParagraph);
    return HIGHLIGHTS.getOrDefault(styles.ofRun(run, paragraph, "w:highlight").value(), ofRun);
  }

  /** Minus one for the automatic colour, which always stands out. */
  private int colour(Node colour) {
    return themed(
        colour.attribute("w:themeColor"),
        colour.attribute("w:themeTint"),
        colour.attribute("w:themeShade"),
        Contrast.colour(colour.value(), -1));
  }

  /** A colour of the theme, which goes before the one said beside it (17.3.2.6). */
  private int themed(String name, String tint, String shade, int otherwise) {
    int known = theme.colours().getOrDefault(SLOTS.getOrDefault(name, name), SlideTheme.UNKNOWN);
    if (known == SlideTheme.UNKNOWN) {
      return name.matches("background1|light1") ? Contrast.WHITE : otherwise;
    }
    int tinted = Tint.mixed(known, Contrast.WHITE, 1 - part(tint));
    return Tint.mixed(tinted, 0, 1 - part(shade));
  }

  /** Two hexadecimal digits as a share; all of it where nothing is said. */
  private static double part(String digits) {
    return digits.matches("[0-9A-Fa-f]{2}") ? Integer.parseInt(digits, 16) / 255.0 : 1;
  }

  /** Fills of Word 2010: none, or one that is seen through; alpha counts what is missing. */
  private static boolean isUnpainted(Node fill) {
    String missing = fill.find("w14:alpha").attribute("w14:val");
    boolean solid = fill.child("w14:solidFill").exists() && !missing.isEmpty();
    return fill.child("w14:noFill").exists()
        || (solid && 1 - DrawingColour.share(missing) < OPAQUE_FROM);
  }
}
