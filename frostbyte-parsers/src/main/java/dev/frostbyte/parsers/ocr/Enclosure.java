package dev.frostbyte.parsers.ocr;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The smallest rectangle around a convex shape: one of its sides lies on a side of the shape
 * (Freeman and Shapira, 1975). Stateless.
 */
final class Enclosure {
  private static final double QUARTER = Math.PI / 2;

  private Enclosure() {}

  static Slant of(List<Corner> hull) {
    Slant best = along(hull, 0);
    for (int i = 0; i < hull.size(); i++) {
      Corner from = hull.get(i);
      Corner to = hull.get((i + 1) % hull.size());
      if (!from.equals(to)) {
        Slant next = along(hull, StrictMath.atan2(to.y() - from.y(), to.x() - from.x()));
        best = area(next) < area(best) ? next : best;
      }
    }
    return best;
  }

  private static float area(Slant slant) {
    return slant.width() * slant.height();
  }

  /** The rectangle in one direction, turned by quarters to where it is nearest the horizontal. */
  private static Slant along(List<Corner> hull, double direction) {
    double angle = direction - QUARTER * Math.rint(direction / QUARTER);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    DoubleSummaryStatistics right =
        hull.stream().mapToDouble(c -> c.x() * cos + c.y() * sin).summaryStatistics();
    DoubleSummaryStatistics down =
        hull.stream().mapToDouble(c -> c.y() * cos - c.x() * sin).summaryStatistics();
    double x = (right.getMin() + right.getMax()) / 2;
    double y = (down.getMin() + down.getMax()) / 2;
    return new Slant(
        (float) (x * cos - y * sin),
        (float) (x * sin + y * cos),
        (float) (right.getMax() - right.getMin()),
        (float) (down.getMax() - down.getMin()),
        (float) angle);
  }
}
