package dev.frostbyte.parsers.ocr;

/**
 * Maps between a page and the same page turned about its middle so that its lines are level; the
 * level page is as much larger as it must be to hold all of it. Immutable.
 *
 * @param width of the page, pixels
 * @param height of the page, pixels
 * @param angle of its lines, radians, positive when they fall to the right
 */
record Level(int width, int height, float angle) {
  int levelWidth() {
    return angle == 0 ? width : (int) Math.ceil(width * cos() + height * Math.abs(sin()));
  }

  int levelHeight() {
    return angle == 0 ? height : (int) Math.ceil(height * cos() + width * Math.abs(sin()));
  }

  /** Where something of the level page lies on the page. */
  Slant onPage(Slant level) {
    if (angle == 0) {
      return level;
    }
    float right = level.centreX() - levelWidth() / 2f;
    float down = level.centreY() - levelHeight() / 2f;
    return new Slant(
        width / 2f + right * cos() - down * sin(),
        height / 2f + right * sin() + down * cos(),
        level.width(),
        level.height(),
        level.angle() + angle);
  }

  /** The level page, drawn at another size. */
  Pixels drawn(Pixels page, int newWidth, int newHeight) {
    if (angle == 0) {
      return page.resized(newWidth, newHeight);
    }
    Slant all = new Slant(levelWidth() / 2f, levelHeight() / 2f, levelWidth(), levelHeight(), 0);
    return Strip.of(page, onPage(all), newHeight, newWidth);
  }

  private float cos() {
    return (float) StrictMath.cos(angle);
  }

  private float sin() {
    return (float) StrictMath.sin(angle);
  }
}
