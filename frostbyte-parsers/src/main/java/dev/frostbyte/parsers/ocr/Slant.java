package dev.frostbyte.parsers.ocr;

/**
 * A rectangle that need not stand upright: where a line of text lies. Immutable.
 *
 * @param centreX of its middle, pixels
 * @param centreY of its middle, pixels
 * @param width along the text
 * @param height across the text
 * @param angle of the text against the horizontal, radians, positive when it falls to the right
 */
record Slant(float centreX, float centreY, float width, float height, float angle) {
  /** A point of it: (0, 0) is where the text begins at its top, (1, 1) the opposite corner. */
  Corner point(float along, float across) {
    float right = (along - 0.5f) * width;
    float down = (across - 0.5f) * height;
    float cos = (float) StrictMath.cos(angle);
    float sin = (float) StrictMath.sin(angle);
    return new Corner(centreX + right * cos - down * sin, centreY + right * sin + down * cos);
  }

  /** Larger by so many pixels on every side. */
  Slant grown(float by) {
    return new Slant(centreX, centreY, width + 2 * by, height + 2 * by, angle);
  }

  /** Longer by so many pixels at both ends of the text. */
  Slant widened(float by) {
    return new Slant(centreX, centreY, width + 2 * by, height, angle);
  }

  Slant scaled(float across, float down) {
    return new Slant(centreX * across, centreY * down, width * across, height * down, angle);
  }

  Slant moved(float right, float down) {
    return new Slant(centreX + right, centreY + down, width, height, angle);
  }

  /** Read from the other side. */
  Slant turned() {
    return new Slant(centreX, centreY, width, height, angle + (float) Math.PI);
  }

  /** The same place for text that runs along its other side, from the bottom to the top. */
  Slant quarterTurned() {
    return new Slant(centreX, centreY, height, width, angle - (float) (Math.PI / 2));
  }

  /** Its beginning, a share of its width. */
  Slant part(float share) {
    Corner middle = point(share / 2, 0.5f);
    return new Slant(middle.x(), middle.y(), width * share, height, angle);
  }

  float left() {
    return Math.min(
        Math.min(point(0, 0).x(), point(1, 0).x()), Math.min(point(0, 1).x(), point(1, 1).x()));
  }

  float right() {
    return 2 * centreX - left();
  }

  float top() {
    return Math.min(
        Math.min(point(0, 0).y(), point(1, 0).y()), Math.min(point(0, 1).y(), point(1, 1).y()));
  }

  float bottom() {
    return 2 * centreY - top();
  }
}
