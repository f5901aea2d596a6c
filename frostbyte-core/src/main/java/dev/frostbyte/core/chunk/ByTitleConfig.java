package dev.frostbyte.core.chunk;

/**
 * Sizes of chunks in code points. Immutable.
 *
 * @param soft a chunk is closed rather than grown beyond this
 * @param hard no chunk is longer
 * @param merge a chunk shorter than this is joined with a neighbour when both together stay within
 *     {@code soft}
 */
record ByTitleConfig(int soft, int hard, int merge) {
  static final ByTitleConfig DEFAULT = new ByTitleConfig(1200, 1500, 400);

  ByTitleConfig {
    if (merge < 0 || merge > soft || soft < 1 || soft > hard || hard > 1_000_000) {
      throw new IllegalArgumentException(
          "sizes need 0 <= merge <= soft <= hard <= 1000000 and soft >= 1, got merge "
              + merge
              + ", soft "
              + soft
              + ", hard "
              + hard);
    }
  }
}
