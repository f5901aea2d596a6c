package dev.frostbyte.parsers.web;

/**
 * Where a selector stands. Immutable.
 *
 * @param depth in how many others
 * @param inHas whether one of them is {@code :has()}
 */
record SelectorDepth(int depth, boolean inHas) {
  /** In none. */
  static final SelectorDepth OUTSIDE = new SelectorDepth(0, false);

  private static final int DEEPEST = 6;

  /** One deeper. */
  SelectorDepth below() {
    return new SelectorDepth(depth + 1, inHas);
  }

  /** The same, in {@code :has()}. */
  SelectorDepth insideHas() {
    return new SelectorDepth(depth, true);
  }

  boolean isInside() {
    return depth > 0;
  }

  /** Whether selectors here are not read. */
  boolean tooDeep() {
    return depth > DEEPEST;
  }
}
