package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.Map;
import java.util.Optional;

/** Tells whether a reader of a Word document sees a run. Immutable. */
final class WordVisibility {
  /** Half points; below this nobody reads. */
  private static final int SMALLEST = 3;

  private static final int NORMAL_SIZE = 20;
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

  private final WordStyles styles;

  WordVisibility(WordStyles styles) {
    this.styles = styles;
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
    if (styles.ofRun(run, paragraph, "w:sz").number("w:val", NORMAL_SIZE) < SMALLEST) {
      return Optional.of(HiddenChannel.SIZE);
    }
    int background = background(run, paragraph, behind);
    int colour = colour(styles.ofRun(run, paragraph, "w:color"));
    boolean seen = colour < 0 || !Contrast.unreadable(colour, background);
    return seen ? Optional.empty() : Optional.of(HiddenChannel.COLOUR);
  }

  /** The fill of a shading element, or what lies behind it. */
  static int fill(Node shading, int behind) {
    if (shading.value().equals("solid")) {
      return Contrast.colour(shading.attribute("w:color"), behind);
    }
    return Contrast.colour(shading.attribute("w:fill"), behind);
  }

  private int background(Node run, Node paragraph, int behind) {
    int ofParagraph = fill(styles.ofParagraph(paragraph, "w:shd"), behind);
    int ofRun = fill(styles.ofRun(run, paragraph, "w:shd"), ofParagraph);
    return HIGHLIGHTS.getOrDefault(styles.ofRun(run, paragraph, "w:highlight").value(), ofRun);
  }

  /** Minus one for the automatic colour, which always stands out. */
  private static int colour(Node colour) {
    boolean plain =
        colour.attribute("w:themeTint").isEmpty() && colour.attribute("w:themeShade").isEmpty();
    if (plain && colour.attribute("w:themeColor").matches("background1|light1")) {
      return Contrast.WHITE;
    }
    return Contrast.colour(colour.value(), -1);
  }
}
