package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Box;
import java.util.List;

/**
 * A page that was read. Immutable.
 *
 * @param lines in no order
 * @param level how the page was levelled to be read
 * @param turns quarter turns clockwise the page was turned by before that
 * @param painted lines that are painted on it, on the level page
 */
record Sheet(List<Line> lines, Level level, int turns, List<Slant> painted) {
  /** Copies the lists. */
  Sheet {
    lines = List.copyOf(lines);
    painted = List.copyOf(painted);
  }

  /** A page on which no line is painted. */
  Sheet(List<Line> lines, Level level, int turns) {
    this(lines, level, turns, List.of());
  }

  /** Mean confidence of its characters, 0 to 1; 1 when there are none. */
  float confidence() {
    return confidence(lines);
  }

  /** Mean confidence of their characters, 0 to 1; 1 when there are none. */
  static float confidence(List<Line> lines) {
    float sum = 0;
    int letters = 0;
    for (Line line : lines) {
      sum += line.confidence() * line.letters();
      letters += line.letters();
    }
    return letters == 0 ? 1 : sum / letters;
  }

  /** Without lines of less confidence. */
  Sheet surerThan(float least) {
    return new Sheet(
        lines.stream().filter(line -> line.confidence() >= least).toList(), level, turns, painted);
  }

  /**
   * Where a rectangle of the level page stands on it, in points; the two pages share their middle.
   */
  Box onLevel(Slant onLevel, float scale) {
    float right = (level.width() - level.levelWidth()) / 2f;
    float down = (level.height() - level.levelHeight()) / 2f;
    Level itself = new Level(level.width(), level.height(), 0);
    return new Sheet(List.of(), itself, turns).onPage(onLevel.moved(right, down), scale);
  }

  /**
   * Where a rectangle of the level page stands on the page as it was given, in points.
   *
   * @param scale points a pixel
   */
  Box onPage(Slant onLevel, float scale) {
    Slant on = level.onPage(onLevel);
    Corner one = given(new Corner(on.left(), on.top()));
    Corner other = given(new Corner(on.right(), on.bottom()));
    return new Box(
        points(Math.min(one.x(), other.x()), scale),
        points(Math.min(one.y(), other.y()), scale),
        points(Math.max(one.x(), other.x()), scale),
        points(Math.max(one.y(), other.y()), scale));
  }

  /**
   * Where a place on the level page, as {@link #onLevel} tells it, stands on the page as it was
   * given, in points.
   */
  Box fromLevel(Box place, float scale) {
    boolean aside = turns % 2 == 1;
    Level upright =
        new Level(
            aside ? level.height() : level.width(),
            aside ? level.width() : level.height(),
            level.angle());
    Slant pixels =
        new Slant(
            (place.left() + place.right()) / 2 / scale,
            (place.top() + place.bottom()) / 2 / scale,
            (place.right() - place.left()) / scale,
            (place.bottom() - place.top()) / scale,
            0);
    float right = (upright.levelWidth() - upright.width()) / 2f;
    float down = (upright.levelHeight() - upright.height()) / 2f;
    return new Sheet(List.of(), upright, 0).onPage(pixels.moved(right, down), scale);
  }

  private Corner given(Corner read) {
    return switch (turns) {
      case 1 -> new Corner(read.y(), level.width() - read.x());
      case 2 -> new Corner(level.width() - read.x(), level.height() - read.y());
      case 3 -> new Corner(level.height() - read.y(), read.x());
      default -> read;
    };
  }

  private static float points(float pixels, float scale) {
    return Math.max(0, Math.round(pixels * scale * 10) / 10f);
  }
}
