package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Box;
import java.util.Collection;
import java.util.function.Function;

/** A rectangle in points, y growing downwards. Immutable. */
record Rect(float left, float top, float right, float bottom) {
  static final Rect EMPTY = new Rect(0, 0, 0, 0);

  static Rect of(float x1, float y1, float x2, float y2) {
    return new Rect(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }

  /** The smallest one that holds all; {@link #EMPTY} when there are none. */
  static <T> Rect around(Collection<T> things, Function<? super T, Rect> box) {
    return things.stream().map(box).reduce(Rect::union).orElse(EMPTY);
  }

  float width() {
    return right - left;
  }

  float height() {
    return bottom - top;
  }

  float centreX() {
    return (left + right) / 2;
  }

  float centreY() {
    return (top + bottom) / 2;
  }

  float area() {
    return Math.max(0, width()) * Math.max(0, height());
  }

  Rect union(Rect other) {
    return new Rect(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  /** The common part; width or height is negative when there is none. */
  Rect intersection(Rect other) {
    return new Rect(
        Math.max(left, other.left),
        Math.max(top, other.top),
        Math.min(right, other.right),
        Math.min(bottom, other.bottom));
  }

  Rect grown(float by) {
    return new Rect(left - by, top - by, right + by, bottom + by);
  }

  boolean contains(float x, float y) {
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  boolean containsCentre(Rect other) {
    return contains(other.centreX(), other.centreY());
  }

  boolean overlaps(Rect other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  /** How much of the heights is shared, as a share of the smaller height. */
  float verticalShare(Rect other) {
    float common = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    return common / Math.max(0.01f, Math.min(height(), other.height()));
  }

  boolean isFinite() {
    return Float.isFinite(left)
        && Float.isFinite(top)
        && Float.isFinite(right)
        && Float.isFinite(bottom);
  }

  Box box() {
    return isFinite() && right >= left && bottom >= top
        ? new Box(rounded(left), rounded(top), rounded(right), rounded(bottom))
        : Box.NONE;
  }

  private static float rounded(float value) {
    return Math.round(value * 100) / 100f;
  }
}
