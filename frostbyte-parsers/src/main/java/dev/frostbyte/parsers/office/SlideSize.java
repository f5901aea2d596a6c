package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import java.util.Optional;

/**
 * One slide as paper. Lengths are English Metric Units, 12,700 to a point. Immutable.
 *
 * @param page number of the slide, from 1
 */
record SlideSize(int page, double width, double height) {
  private static final double UNITS_OF_A_POINT = 12_700;

  static SlideSize of(Node presentation, int page) {
    Node size = presentation.child("p:sldSz");
    return new SlideSize(page, size.number("cx", 9_144_000), size.number("cy", 6_858_000));
  }

  /** Whether nothing of a rectangle lies on the slide. */
  boolean outside(Rectangle place) {
    return place.right() <= 0
        || place.bottom() <= 0
        || place.left() >= width
        || place.top() >= height;
  }

  /** What running text is by its place: in the upper half a header, else a footer. */
  Block.Furniture.Role role(Optional<Rectangle> place) {
    boolean upper = place.filter(it -> it.top() + it.bottom() < height).isPresent();
    return upper ? Block.Furniture.Role.HEADER : Block.Furniture.Role.FOOTER;
  }

  /** A rectangle in units of the slide. Immutable. */
  record Rectangle(double left, double top, double right, double bottom) {
    /** The rectangle in points; ends in order whatever the file says. */
    Box box() {
      return new Box(
          points(Math.min(left, right)),
          points(Math.min(top, bottom)),
          points(Math.max(left, right)),
          points(Math.max(top, bottom)));
    }

    private static float points(double units) {
      return (float) (units / UNITS_OF_A_POINT);
    }
  }
}
