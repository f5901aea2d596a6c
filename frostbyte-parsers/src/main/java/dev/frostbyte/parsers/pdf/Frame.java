package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.PageSize;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Maps between a page as displayed and the page turned so that text of one direction runs from left
 * to right. Immutable.
 *
 * @param turns quarter turns anticlockwise that the text is turned by when displayed, 0 to 3
 * @param width of the displayed page, points
 * @param height of the displayed page, points
 */
record Frame(int turns, float width, float height) {
  Rect toReading(Rect shown) {
    return switch (turns) {
      case 1 -> Rect.of(height - shown.top(), shown.left(), height - shown.bottom(), shown.right());
      case 2 ->
          Rect.of(
              width - shown.left(),
              height - shown.top(),
              width - shown.right(),
              height - shown.bottom());
      case 3 -> Rect.of(shown.top(), width - shown.left(), shown.bottom(), width - shown.right());
      default -> shown;
    };
  }

  Rect toDisplay(Rect read) {
    return switch (turns) {
      case 1 -> Rect.of(read.top(), height - read.left(), read.bottom(), height - read.right());
      case 2 ->
          Rect.of(
              width - read.left(),
              height - read.top(),
              width - read.right(),
              height - read.bottom());
      case 3 -> Rect.of(width - read.top(), read.left(), width - read.bottom(), read.right());
      default -> read;
    };
  }

  Rect page() {
    return toReading(new Rect(0, 0, width, height));
  }

  /** Quarter turns of a direction on the displayed page, y growing downwards. */
  static int turns(double dx, double dy) {
    if (Math.abs(dx) >= Math.abs(dy)) {
      return dx >= 0 ? 0 : 2;
    }
    return dy < 0 ? 1 : 3;
  }

  /** User space to displayed page: crop box, rotation, origin top left. Immutable. */
  record Display(PDRectangle crop, int rotation) {
    static Display of(PDRectangle crop, int rotation) {
      return new Display(crop, Math.floorMod(rotation, 360) / 90 * 90);
    }

    float width() {
      return rotation % 180 == 0 ? crop.getWidth() : crop.getHeight();
    }

    float height() {
      return rotation % 180 == 0 ? crop.getHeight() : crop.getWidth();
    }

    /** Size of the page; empty when its crop box has no area or no sense. */
    Optional<PageSize> size(int number) {
      try {
        return Optional.of(new PageSize(number, width(), height()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    float x(float x, float y) {
      return switch (rotation) {
        case 90 -> y - crop.getLowerLeftY();
        case 180 -> crop.getUpperRightX() - x;
        case 270 -> crop.getUpperRightY() - y;
        default -> x - crop.getLowerLeftX();
      };
    }

    float y(float x, float y) {
      return switch (rotation) {
        case 90 -> x - crop.getLowerLeftX();
        case 180 -> y - crop.getLowerLeftY();
        case 270 -> crop.getUpperRightX() - x;
        default -> crop.getUpperRightY() - y;
      };
    }

    Rect rect(java.awt.geom.Rectangle2D box) {
      float x1 = (float) box.getMinX();
      float y1 = (float) box.getMinY();
      float x2 = (float) box.getMaxX();
      float y2 = (float) box.getMaxY();
      return Rect.of(x(x1, y1), y(x1, y1), x(x2, y2), y(x2, y2));
    }

    Rect rect(PDRectangle box) {
      return Rect.of(
          x(box.getLowerLeftX(), box.getLowerLeftY()),
          y(box.getLowerLeftX(), box.getLowerLeftY()),
          x(box.getUpperRightX(), box.getUpperRightY()),
          y(box.getUpperRightX(), box.getUpperRightY()));
    }

    Frame frame(int turns) {
      return new Frame(turns, width(), height());
    }
  }
}
