package dev.frostbyte.api.spi;

/**
 * A picture of a page or a part of one, rows from the top. Not to be changed once made.
 * Thread-safe.
 */
public final class PagePicture {
  /** Most pixels of a picture. */
  public static final int MOST_PIXELS = 4_000_000;

  private final int width;
  private final int height;
  private final int[] rgb;

  /**
   * Keeps the array.
   *
   * @param rgb {@code width * height} pixels, {@code 0xRRGGBB} in the lower 24 bits
   */
  public PagePicture(int width, int height, int[] rgb) {
    if (width < 1 || height < 1 || height > MOST_PIXELS / width || rgb.length != width * height) {
      throw new IllegalArgumentException(
          "a picture has 1 to "
              + MOST_PIXELS
              + " pixels and a number for each; got "
              + width
              + " x "
              + height
              + " and "
              + rgb.length);
    }
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /** Pixels across. */
  public int width() {
    return width;
  }

  /** Pixels down. */
  public int height() {
    return height;
  }

  /** A pixel as {@code 0xRRGGBB}. */
  public int rgb(int x, int y) {
    if (x < 0 || y < 0 || x >= width || y >= height) {
      throw new IndexOutOfBoundsException(
          "no pixel " + x + ", " + y + " in " + width + " x " + height);
    }
    return rgb[y * width + x] & 0xff_ffff;
  }

  /** A part of it, cut to what there is; at least one pixel. */
  public PagePicture part(int left, int top, int right, int bottom) {
    int fromX = Math.clamp(left, 0, width - 1);
    int fromY = Math.clamp(top, 0, height - 1);
    int across = Math.clamp(right, fromX + 1, width) - fromX;
    int down = Math.clamp(bottom, fromY + 1, height) - fromY;
    int[] pixels = new int[across * down];
    for (int y = 0; y < down; y++) {
      System.arraycopy(rgb, (fromY + y) * width + fromX, pixels, y * across, across);
    }
    return new PagePicture(across, down, pixels);
  }

  /** Says how large it is, never what it shows. */
  @Override
  public String toString() {
    return "PagePicture(" + width + " x " + height + ")";
  }
}
