package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a reader of a slide sees a run, from what it says and what it inherits (ECMA-376
 * part 1, 21.1.2.3). Immutable.
 *
 * @param inherited by run properties of the level, nearest first
 * @param reference colour that the shape's style gives to its text
 * @param scale of the text, where a program shrank it to fit
 * @param behind colour behind it, or {@link SlideTheme#UNKNOWN}
 */
record SlideLook(SlideTheme theme, List<Node> inherited, Node reference, double scale, int behind) {
  /** Hundredths of a point; below this nobody reads. */
  private static final int SMALLEST = 150;

  private static final int NORMAL_SIZE = 1_800;
  private static final double TRANSPARENT = 0.06;
  private static final List<String> FILLS =
      List.of("a:noFill", "a:solidFill", "a:gradFill", "a:blipFill");

  /** Of a paragraph of a shape. */
  static SlideLook of(SlideLayout layout, Node shape, Node placeholder, int level, int behind) {
    Node fit = SlideLayout.body(shape).path("a:bodyPr", "a:normAutofit");
    String scale = fit.attribute("fontScale");
    return new SlideLook(
        layout.theme(),
        layout.runDefaults(shape, placeholder, level),
        shape.path("p:style", "a:fontRef"),
        scale.isEmpty() ? 1 : DrawingColour.share(scale),
        behind);
  }

  /**
   * How a run with these properties is hidden; empty when it is seen. The shape's style goes before
   * what all text of the deck inherits.
   */
  Optional<HiddenChannel> hides(Node properties) {
    List<Node> all = new ArrayList<>(List.of(properties));
    all.addAll(inherited);
    if (size(all) * scale < SMALLEST) {
      return Optional.of(HiddenChannel.SIZE);
    }
    DrawingColour styled = DrawingColour.in(reference, theme);
    int asked = styled.rgb() == SlideTheme.UNKNOWN ? all.size() : all.size() - 1;
    for (Node each : all.subList(0, asked)) {
      if (FILLS.stream().anyMatch(fill -> each.child(fill).exists())) {
        return filled(each, properties);
      }
    }
    return painted(styled, properties);
  }

  /** How text is hidden that is filled as the first properties say. */
  private Optional<HiddenChannel> filled(Node filling, Node properties) {
    if (filling.child("a:noFill").exists()) {
      return Optional.of(HiddenChannel.INVISIBLE);
    }
    Node solid = filling.child("a:solidFill");
    return solid.exists() ? painted(DrawingColour.in(solid, theme), properties) : Optional.empty();
  }

  private static double size(List<Node> properties) {
    for (Node each : properties) {
      if (!each.attribute("sz").isEmpty()) {
        return each.number("sz", NORMAL_SIZE);
      }
    }
    return NORMAL_SIZE;
  }

  private Optional<HiddenChannel> painted(DrawingColour colour, Node properties) {
    if (colour.alpha() < TRANSPARENT) {
      return Optional.of(HiddenChannel.INVISIBLE);
    }
    int ground = properties.child("a:highlight").exists() ? SlideTheme.UNKNOWN : behind;
    boolean known = colour.rgb() != SlideTheme.UNKNOWN && ground != SlideTheme.UNKNOWN;
    return known && Contrast.unreadable(colour.rgb(), ground)
        ? Optional.of(HiddenChannel.COLOUR)
        : Optional.empty();
  }
}
