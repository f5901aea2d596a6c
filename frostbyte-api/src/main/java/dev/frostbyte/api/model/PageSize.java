package dev.frostbyte.api.model;

/**
 * How large a page or slide is, as a reader sees it: rotated and cropped. Immutable.
 *
 * @param page from 1
 * @param width in points (1/72 inch)
 * @param height in points
 */
public record PageSize(int page, float width, float height) {
  private static final float MOST = 1_000_000;

  /** Checks the numbers. */
  public PageSize {
    if (page < 1) {
      throw new IllegalArgumentException("pages count from 1, got " + page);
    }
    if (!(width > 0 && width <= MOST && height > 0 && height <= MOST)) {
      throw new IllegalArgumentException(
          "a page is larger than 0 and at most " + MOST + " points, got " + width + " x " + height);
    }
  }
}
