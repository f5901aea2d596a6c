package dev.frostbyte.api.model;

/**
 * Where something stands on paper. Immutable.
 *
 * @param page page, slide or sheet number, from 1
 * @param box where on it; {@link Box#NONE} when the format has no layout
 */
public record Region(int page, Box box) {
  /** Checks the page number. */
  public Region {
    if (page < 1) {
      throw new IllegalArgumentException("pages count from 1, got " + page);
    }
  }

  /** A place known by page only. */
  public static Region page(int page) {
    return new Region(page, Box.NONE);
  }
}
