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

  /** Of a paragraph of a shape. */
  static SlideLook of(SlideLayout layout, Node shape, Node placeholder, int level, int behind) {
    Node fit = shape.path("p:txBody", "a:bodyPr", "a:normAutofit");
    String scale = fit.attribute("fontScale");
    return new SlideLook(
        layout.theme(),
        layout.runDefaults(shape, placeholder, level),
        shape.path("p:style", "a:fontRef"),
        scale.isEmpty() ? 1 : DrawingColour.share(scale),
        behind);
  }

  /** How a run with these properties is hidden; empty when it is seen. */
  Optional<HiddenChannel> hides(Node properties) {
    List<Node> all = new ArrayList<>(List.of(properties));
    all.addAll(inherited);
    if (size(all) * scale < SMALLEST) {
      return Optional.of(HiddenChannel.SIZE);
    }
    DrawingColour styled = DrawingColour.in(reference, theme);
    for (Node each : all) {
      boolean last = each.equals(inherited.getLast());
      if (last && styled.rgb() != SlideTheme.UNKNOWN) {
        return painted(styled, properties);
      }
      if (each.child("a:noFill").exists()) {
        return Optional.of(HiddenChannel.INVISIBLE);
      }
      if (each.child("a:gradFill").exists() || each.child("a:blipFill").exists()) {
        return Optional.empty();
      }
      if (each.child("a:solidFill").exists()) {
        return painted(DrawingColour.in(each.child("a:solidFill"), theme), properties);
      }
    }
    return painted(styled, properties);
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
