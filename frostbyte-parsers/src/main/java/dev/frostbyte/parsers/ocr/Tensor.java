package dev.frostbyte.parsers.ocr;

/**
 * Numbers that a model takes or gives.
 *
 * @param values in row-major order; not copied
 * @param shape sizes, the slowest first
 */
record Tensor(float[] values, long... shape) {
  /** Size of one of its axes. */
  int size(int axis) {
    return Math.toIntExact(shape[axis]);
  }
}
