package dev.frostbyte.parsers.ocr;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A grey picture: a byte a pixel, 0 black to 255 white, rows from the top. Not to be changed once
 * made. Thread-safe.
 */
final class Pixels {
  private static final int WHITE = 255;

  private final int width;
  private final int height;
  private final byte[] grey;

  /**
   * Keeps the array.
   *
   * @param grey {@code width * height} bytes
   */
  Pixels(int width, int height, byte[] grey) {
    if (width < 1 || height < 1 || grey.length != width * height) {
      throw new IllegalArgumentException(
          "a picture of " + width + " x " + height + " needs that many bytes, got " + grey.length);
    }
    this.width = width;
    this.height = height;
    this.grey = grey;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Brightness, white outside. */
  int at(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? WHITE : grey[y * width + x] & 0xff;
  }

  /** Brightness between pixels, by bilinear interpolation; the centre of the first is (0, 0). */
  float between(float x, float y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float across = x - left;
    float down = y - top;
    float above = at(left, top) * (1 - across) + at(left + 1, top) * across;
    float below = at(left, top + 1) * (1 - across) + at(left + 1, top + 1) * across;
    return above * (1 - down) + below * down;
  }

  /** The picture at another size; every new pixel is the mean of the area it covers. */
  Pixels resized(int newWidth, int newHeight) {
    return newWidth == width && newHeight == height
        ? this
        : new Pixels(newWidth, newHeight, Resampling.of(grey, width, height, newWidth, newHeight));
  }

  /** Turned by 180 degrees. */
  Pixels upsideDown() {
    byte[] turned = new byte[grey.length];
    for (int i = 0; i < grey.length; i++) {
      turned[grey.length - 1 - i] = grey[i];
    }
    return new Pixels(width, height, turned);
  }

  /** Turned by 90 degrees clockwise. */
  Pixels clockwise() {
    byte[] turned = new byte[grey.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + height - 1 - y] = grey[y * width + x];
      }
    }
    return new Pixels(height, width, turned);
  }

  /** As a binary PGM file, a format of the Netpbm package. */
  byte[] pgm() {
    byte[] head = ("P5\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(head, head.length + grey.length);
    System.arraycopy(grey, 0, file, head.length, grey.length);
    return file;
  }

  /** Says how large it is, never what it shows. */
  @Override
  public String toString() {
    return "Pixels(" + width + " x " + height + ")";
  }
}
