package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes boxes of text reach over the rows of dashes that begin at their ends, which the model finds
 * only in part, and joins boxes that are parted by nothing else. One thread.
 */
final class DashRows {
  /** How far is looked at once, in heights of the box. */
  private static final float WINDOW = 2;

  /** White that ends a row, as a share of the height. */
  private static final float WHITE = 0.6f;

  /** Ends of rows that are looked for further on; a line of a page has fewer. */
  private static final int MOST = 60;

  /** Share of the lower height that boxes of one line have in common. */
  private static final float SAME_LINE = 0.6f;

  private final Pixels page;
  private final Level level;

  private DashRows(Pixels page, Level level) {
    this.page = page;
    this.level = level;
  }

  /** The boxes, on the level page, in their order. */
  static List<Slant> joined(Pixels page, Level level, List<Slant> boxes) {
    DashRows rows = new DashRows(page, level);
    List<Slant> joined = new ArrayList<>();
    for (Slant box : boxes) {
      boolean tall = box.height() > LineReader.TALL * box.width();
      joined.add(tall ? box : rows.bothWays(box));
    }
    for (int i = joined.size() - 1; i >= 0; i--) {
      Slant box = joined.get(i);
      if (!box.equals(boxes.get(i))) {
        i = rows.merge(joined, i);
      }
    }
    return joined;
  }

  private Slant bothWays(Slant box) {
    Slant right = reaching(box);
    Slant turned = right.turned();
    Slant left = reaching(turned);
    return left.equals(turned)
        ? right
        : new Slant(left.centreX(), left.centreY(), left.width(), left.height(), box.angle());
  }

  /** The box as far to its right as dashes go on. */
  private Slant reaching(Slant box) {
    Slant reached = box;
    for (int i = 0; i < MOST; i++) {
      Slant further = further(reached);
      if (further.equals(reached)) {
        return reached;
      }
      reached = further;
    }
    return reached;
  }

  private Slant further(Slant box) {
    float half = box.width() / 2 + (WINDOW / 2 - WHITE) * box.height();
    Corner middle = moved(box, half);
    Slant window =
        new Slant(middle.x(), middle.y(), WINDOW * box.height(), box.height(), box.angle());
    int height = Recognizer.HEIGHT;
    Pixels strip = Strip.of(page, level.onPage(window), height, Math.round(WINDOW * height));
    float start = WHITE * height;
    float end = start;
    for (Strokes.Part part : Strokes.of(strip).parts()) {
      boolean near = part.from() - end <= WHITE * height;
      boolean plain = part.isDash(height) || part.isUpright(height);
      if (part.to() > start && (!near || !plain)) {
        break;
      }
      end = part.to() > start && part.isDash(height) ? part.to() : end;
    }
    float by = (end - start) * box.height() / height;
    return by <= 1 ? box : longer(box, by);
  }

  private static Corner moved(Slant box, float by) {
    return box.point(0.5f + by / box.width(), 0.5f);
  }

  private static Slant longer(Slant box, float by) {
    Corner middle = moved(box, by / 2);
    return new Slant(middle.x(), middle.y(), box.width() + by, box.height(), box.angle());
  }

  /** Joins a box with those it reaches; number of the box it is now. */
  private int merge(List<Slant> boxes, int at) {
    int number = at;
    for (int other = boxes.size() - 1; other >= 0; other--) {
      if (other != number && reach(boxes.get(number), boxes.get(other))) {
        int kept = Math.min(number, other);
        Slant both = both(boxes.get(number), boxes.get(other));
        boxes.remove(Math.max(number, other));
        boxes.set(kept, both);
        number = kept;
      }
    }
    return number;
  }

  private static boolean reach(Slant one, Slant other) {
    float lower = Math.min(one.height(), other.height());
    float down = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
    float across = Math.max(one.left(), other.left()) - Math.min(one.right(), other.right());
    return down > SAME_LINE * lower && across < WHITE / 2 * lower;
  }

  private static Slant both(Slant one, Slant other) {
    List<Slant> sides = new ArrayList<>(List.of(one, other));
    sides.sort(Comparator.comparingDouble(Slant::left));
    Slant main = one.height() >= other.height() ? one : other;
    float left = sides.getFirst().left();
    float right = Math.max(one.right(), other.right());
    Slant level = new Slant((left + right) / 2, main.centreY(), right - left, main.height(), 0);
    return new Slant(
        level.centreX(),
        (one.centreY() * one.width() + other.centreY() * other.width())
            / (one.width() + other.width()),
        level.width(),
        main.height(),
        main.angle());
  }
}
