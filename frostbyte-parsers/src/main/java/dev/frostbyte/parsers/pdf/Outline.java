package dev.frostbyte.parsers.pdf;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The path being drawn, in coordinates of the displayed page. One thread. */
final class Outline {
  /** Longer paths are drawings; their points are counted no further. */
  private static final int MAX_POINTS = 20_000;

  /** Paths of more points are never asked whether they cover a glyph. */
  private static final int MAX_COVERING_POINTS = 400;

  /** How far from straight a side may be, points. */
  private static final float STRAIGHT = 0.5f;

  private final List<Stroke> strokes = new ArrayList<>();
  private @Nullable Stroke current;
  private int points;

  void moveTo(float x, float y) {
    current = new Stroke();
    strokes.add(current);
    add(current, x, y);
  }

  void lineTo(float x, float y) {
    Stroke open = current;
    if (open == null) {
      moveTo(x, y);
    } else {
      add(open, x, y);
    }
  }

  void curveTo(float x1, float y1, float x2, float y2, float x, float y) {
    lineTo(x, y);
    Stroke open = current;
    if (open != null) {
      open.curved = true;
      open.path.curveTo(x1, y1, x2, y2, x, y);
    }
  }

  void close() {
    Stroke open = current;
    if (open != null && !open.xs.isEmpty()) {
      open.closed = true;
    }
  }

  void clear() {
    strokes.clear();
    current = null;
    points = 0;
  }

  boolean isEmpty() {
    return strokes.isEmpty();
  }

  List<Stroke> strokes() {
    return strokes;
  }

  Rect bounds() {
    return Rect.around(strokes, Stroke::bounds);
  }

  /** The exact shape, or null when it is a rectangle or too large to ask. */
  @Nullable Path2D shape() {
    if (points > MAX_COVERING_POINTS || strokes.stream().allMatch(Stroke::isRectangle)) {
      return null;
    }
    Path2D shape = new Path2D.Float();
    strokes.forEach(stroke -> stroke.addTo(shape));
    return shape;
  }

  boolean isLarge() {
    return points > MAX_COVERING_POINTS;
  }

  private void add(Stroke stroke, float x, float y) {
    if (++points <= MAX_POINTS && Float.isFinite(x) && Float.isFinite(y)) {
      stroke.add(x, y);
    }
  }

  /** One connected part. */
  static final class Stroke {
    private final List<Float> xs = new ArrayList<>();
    private final List<Float> ys = new ArrayList<>();
    private final Path2D path = new Path2D.Float();
    private boolean curved;
    private boolean closed;

    private void add(float x, float y) {
      if (xs.isEmpty()) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
      xs.add(x);
      ys.add(y);
    }

    private void addTo(Path2D shape) {
      if (!xs.isEmpty()) {
        shape.append(path, false);
        shape.closePath();
      }
    }

    Rect bounds() {
      Rect box = null;
      for (int i = 0; i < xs.size(); i++) {
        Rect point = new Rect(xs.get(i), ys.get(i), xs.get(i), ys.get(i));
        box = box == null ? point : box.union(point);
      }
      return box == null ? Rect.EMPTY : box;
    }

    boolean isRectangle() {
      if (curved || xs.size() < 4 || xs.size() > 6) {
        return false;
      }
      Rect box = bounds();
      for (int i = 0; i < xs.size(); i++) {
        boolean side = near(xs.get(i), box.left()) || near(xs.get(i), box.right());
        boolean end = near(ys.get(i), box.top()) || near(ys.get(i), box.bottom());
        if (!side || !end) {
          return false;
        }
      }
      return true;
    }

    /** Its straight horizontal and vertical sides. */
    List<Rule> rules() {
      List<Rule> rules = new ArrayList<>();
      int sides = curved ? 0 : closed ? xs.size() : xs.size() - 1;
      for (int i = 0; i < sides; i++) {
        int next = (i + 1) % xs.size();
        addSide(rules, Rect.of(xs.get(i), ys.get(i), xs.get(next), ys.get(next)));
      }
      return rules;
    }

    private static void addSide(List<Rule> rules, Rect side) {
      if (side.height() <= STRAIGHT && side.width() > STRAIGHT) {
        rules.add(new Rule(side, true));
      } else if (side.width() <= STRAIGHT && side.height() > STRAIGHT) {
        rules.add(new Rule(side, false));
      }
    }

    private static boolean near(float one, float other) {
      return Math.abs(one - other) <= STRAIGHT;
    }
  }
}
