package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vertical white strip that separates columns of text. Lines that cross it (titles, wide figures,
 * page numbers) may lie above, below and between, as long as they are few. Immutable.
 *
 * @param left left edge of the strip
 * @param right right edge of the strip
 */
record Gutter(float left, float right) {
  /** Narrower strips are gaps between words, points. */
  private static final float NARROWEST = 5f;

  /** Share of the lines that may cross. */
  private static final float CROSSING = 0.3f;

  /** The same where the sides are not running text. */
  private static final float FEW = 0.12f;

  /** Lines each side must have. */
  private static final int FEWEST = 3;

  /** More lines than this are not looked at one by one. */
  private static final int MAX_LINES = 3_000;

  static @Nullable Gutter best(List<Item> items) {
    if (items.size() < 2 * FEWEST || items.size() > MAX_LINES) {
      return null;
    }
    List<Gutter> candidates = candidates(items);
    Gutter best = null;
    float bestScore = 0;
    for (Gutter gutter : candidates) {
      float score = gutter.score(items);
      if (score > bestScore) {
        best = gutter;
        bestScore = score;
      }
    }
    return best == null ? null : best.clearest(candidates, items);
  }

  /** Where lines begin at several indents, strips lie beside each other: the one fewest cross. */
  private Gutter clearest(List<Gutter> candidates, List<Item> items) {
    Gutter clearest = this;
    for (Gutter other : candidates) {
      boolean fewer = other.crossing(items) < clearest.crossing(items);
      if (fewer && left <= other.right && other.left <= right && other.score(items) > 0) {
        clearest = other;
      }
    }
    return clearest;
  }

  private long crossing(List<Item> items) {
    return items.stream().filter(this::isCrossing).count();
  }

  /** Strips that begin where a line ends and end where the next one to the right begins. */
  private static List<Gutter> candidates(List<Item> items) {
    List<Gutter> candidates = new ArrayList<>();
    List<Float> starts = new ArrayList<>();
    items.forEach(item -> starts.add(item.rect().left()));
    starts.sort(null);
    float last = Float.NEGATIVE_INFINITY;
    for (float start : starts) {
      if (start - last > 1) {
        addCandidate(candidates, items, start);
        last = start;
      }
    }
    return candidates;
  }

  private static void addCandidate(List<Gutter> candidates, List<Item> items, float start) {
    float end = Float.NEGATIVE_INFINITY;
    for (Item item : items) {
      if (item.rect().right() <= start) {
        end = Math.max(end, item.rect().right());
      }
    }
    if (start - end >= NARROWEST && end > Float.NEGATIVE_INFINITY) {
      candidates.add(new Gutter(end, start));
    }
  }

  /** 0 when this separates no columns; more for wider strips crossed by fewer lines. */
  private float score(List<Item> items) {
    List<Item> lefts = items.stream().filter(item -> item.rect().right() <= left + 0.1f).toList();
    List<Item> rights = items.stream().filter(item -> item.rect().left() >= right - 0.1f).toList();
    int crossing = items.size() - lefts.size() - rights.size();
    boolean few = lefts.size() < FEWEST || rights.size() < FEWEST;
    if (few || crossing > CROSSING * items.size() || !areBeside(lefts, rights)) {
      return 0;
    }
    Side one = Side.of(lefts);
    Side other = Side.of(rights);
    boolean aligned = Side.areAligned(lefts, rights);
    boolean prose = aligned ? isText(one) && isText(other) : one.isProse() && other.isProse();
    if (!prose && (aligned || crossing > FEW * items.size())) {
      return 0;
    }
    float open = (items.size() - 2f * crossing) / items.size();
    return Math.min(right - left, 60) * open * open * open;
  }

  private static boolean isText(Side side) {
    return side.isBook() || side.isRunning();
  }

  /** Whether both stand at the same height over most of the lower one. */
  private static boolean areBeside(List<Item> lefts, List<Item> rights) {
    Rect one = Rect.around(lefts, Item::rect);
    Rect other = Rect.around(rights, Item::rect);
    return one.verticalShare(other) > 0.5f;
  }

  boolean isLeft(Item item) {
    return item.rect().centreX() < (left + right) / 2;
  }

  boolean isCrossed(List<Item> band) {
    return band.stream().anyMatch(this::isCrossing);
  }

  private boolean isCrossing(Item item) {
    return item.rect().left() < right - 0.1f && item.rect().right() > left + 0.1f;
  }

  /** From top to bottom, lines that cross in bands of their own. */
  List<List<Item>> bands(List<Item> items) {
    List<Item> down = new ArrayList<>(items);
    down.sort(Comparator.comparingDouble(item -> item.rect().centreY()));
    List<List<Item>> bands = new ArrayList<>();
    Boolean last = null;
    for (Item item : down) {
      boolean crossing = isCrossing(item);
      if (last == null || last != crossing) {
        bands.add(new ArrayList<>());
      }
      bands.getLast().add(item);
      last = crossing;
    }
    return bands;
  }
}
