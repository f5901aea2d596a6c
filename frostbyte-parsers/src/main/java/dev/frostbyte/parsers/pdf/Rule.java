package dev.frostbyte.parsers.pdf;

/**
 * A straight horizontal or vertical line that was painted: a stroke or a thin filled rectangle.
 * Immutable.
 *
 * @param box its area in the frame of the page
 * @param horizontal whether it lies
 */
record Rule(Rect box, boolean horizontal) {
  /** Where it stands across its direction. */
  float at() {
    return horizontal ? box.centreY() : box.centreX();
  }

  float from() {
    return horizontal ? box.left() : box.top();
  }

  float to() {
    return horizontal ? box.right() : box.bottom();
  }

  float length() {
    return to() - from();
  }

  static Rule horizontal(float y, float from, float to) {
    return new Rule(new Rect(from, y, to, y), true);
  }

  static Rule vertical(float x, float from, float to) {
    return new Rule(new Rect(x, from, x, to), false);
  }
}
