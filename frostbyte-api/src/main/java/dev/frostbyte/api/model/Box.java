package dev.frostbyte.api.model;

/**
 * A rectangle on a page in points (1/72 inch), origin top left, y growing downwards. Immutable.
 *
 * @param left smallest x
 * @param top smallest y
 * @param right largest x
 * @param bottom largest y
 */
public record Box(float left, float top, float right, float bottom) {
  /** Stands where a format has no layout. */
  public static final Box NONE = new Box(0, 0, 0, 0);

  /** Checks that the numbers are finite and ordered. */
  public Box {
    boolean finite =
        Float.isFinite(left)
            && Float.isFinite(top)
            && Float.isFinite(right)
            && Float.isFinite(bottom);
    if (!finite || right < left || bottom < top) {
      throw new IllegalArgumentException(
          "a box needs finite numbers with left <= right and top <= bottom");
    }
  }

  /** The smallest box that holds both; {@link #NONE} adds nothing. */
  public Box union(Box other) {
    if (equals(NONE)) {
      return other;
    }
    if (other.equals(NONE)) {
      return this;
    }
    return new Box(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }
}
