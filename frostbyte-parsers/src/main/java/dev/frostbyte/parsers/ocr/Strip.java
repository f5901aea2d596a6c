package dev.frostbyte.parsers.ocr;

/**
 * Cuts a slanted rectangle out of a page, upright and of a given size: what is larger on the page
 * is averaged, what is smaller is interpolated. One thread.
 */
final class Strip {
  private static final int MAX_SAMPLES = 6;

  private final Pixels page;
  private final int width;
  private final int height;
  private final int samples;
  private final Corner origin;
  private final Corner right;
  private final Corner down;

  private Strip(Pixels page, Slant box, int width, int height, int samples) {
    this.page = page;
    this.width = width;
    this.height = height;
    this.samples = samples;
    this.origin = box.point(0, 0);
    this.right = box.point(1, 0);
    this.down = box.point(0, 1);
  }

  static Pixels of(Pixels page, Slant box, int height, int width) {
    int samples = Math.clamp(Math.round(box.height() / height), 1, MAX_SAMPLES);
    Strip strip = new Strip(page, box, width, height, samples);
    byte[] grey = new byte[width * height];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) Math.round(strip.brightness(i % width, i / width));
    }
    return new Pixels(width, height, grey);
  }

  /** Mean of some samples of the place on the page that a pixel shows. */
  private float brightness(int x, int y) {
    float sum = 0;
    for (int s = 0; s < samples * samples; s++) {
      float along = (x + (s % samples + 0.5f) / samples) / width;
      float across = (y + (s / samples + 0.5f) / samples) / height;
      float px = origin.x() + along * (right.x() - origin.x()) + across * (down.x() - origin.x());
      float py = origin.y() + along * (right.y() - origin.y()) + across * (down.y() - origin.y());
      sum += page.between(px - 0.5f, py - 0.5f);
    }
    return sum / (samples * samples);
  }
}
