package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.spi.LayoutLabel;
import java.util.Comparator;
import java.util.List;

/** Gives the captions that a layout model sees to the tables and figures beside them. Stateless. */
final class Naming {
  /** How far a caption stands from what it names, in font sizes. */
  private static final float REACH = 3f;

  private Naming() {}

  /** Each to the nearest that has none; a caption with nothing beside it stays a text. */
  static void captions(List<Part> parts) {
    for (Part part : parts) {
      if (part.label().kind() == LayoutLabel.CAPTION && !part.chunks().isEmpty()) {
        float reach = REACH * part.chunks().getFirst().size();
        parts.stream()
            .filter(Part::isOpen)
            .filter(thing -> apart(part, thing) <= reach)
            .min(Comparator.comparingDouble(thing -> apart(part, thing)))
            .ifPresent(part::give);
      }
    }
  }

  private static float apart(Part caption, Part thing) {
    Rect one = caption.label().rect();
    Rect other = thing.label().rect();
    float down = Math.max(other.top() - one.bottom(), one.top() - other.bottom());
    float across = Math.max(other.left() - one.right(), one.left() - other.right());
    return Math.max(0, Math.max(down, across));
  }
}
