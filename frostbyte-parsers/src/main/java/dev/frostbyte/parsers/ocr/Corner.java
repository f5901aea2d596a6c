package dev.frostbyte.parsers.ocr;

/** A point of a picture in pixels, y growing downwards. Immutable. */
record Corner(float x, float y) {
  Corner plus(float dx, float dy) {
    return new Corner(x + dx, y + dy);
  }

  float distance(Corner other) {
    return (float) Math.sqrt((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y));
  }
}
