package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.spi.PagePicture;

/**
 * Makes pictures of pages level for models that see them: as large as the page, about its middle,
 * so that words of the level page stand where the picture shows them. Stateless.
 */
final class Levelling {
  private static final int WHITE = 0xff_ffff;

  private Levelling() {}

  /** How far the lines of an upright picture are from level, as {@link Skew} tells. */
  static float angle(PagePicture upright) {
    byte[] grey = new byte[upright.width() * upright.height()];
    for (int i = 0; i < grey.length; i++) {
      int rgb = upright.rgb(i % upright.width(), i / upright.width());
      grey[i] = (byte) GreyImage.luma(0xff << 24 | rgb);
    }
    return Skew.of(new Pixels(upright.width(), upright.height(), grey));
  }

  /** A picture turned back by an angle. */
  static PagePicture levelled(PagePicture page, float angle) {
    if (angle == 0) {
      return page;
    }
    int width = page.width();
    int height = page.height();
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    int[] rgb = new int[width * height];
    for (int i = 0; i < rgb.length; i++) {
      double right = i % width + 0.5 - width / 2.0;
      double down = i / width + 0.5 - height / 2.0;
      double x = width / 2.0 + right * cos - down * sin - 0.5;
      double y = height / 2.0 + right * sin + down * cos - 0.5;
      rgb[i] = between(page, x, y);
    }
    return new PagePicture(width, height, rgb);
  }

  /** A grey page at another size. */
  static PagePicture picture(Pixels page, int width, int height) {
    Pixels small = page.resized(width, height);
    int[] rgb = new int[width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = 0x01_0101 * small.at(i % width, i / width);
    }
    return new PagePicture(width, height, rgb);
  }

  /** By bilinear interpolation, white outside. */
  private static int between(PagePicture page, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double across = x - left;
    double down = y - top;
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double above =
          part(page, left, top, shift) * (1 - across) + part(page, left + 1, top, shift) * across;
      double below =
          part(page, left, top + 1, shift) * (1 - across)
              + part(page, left + 1, top + 1, shift) * across;
      rgb |= (int) Math.round(above * (1 - down) + below * down) << shift;
    }
    return rgb;
  }

  private static int part(PagePicture page, int x, int y, int shift) {
    boolean outside = x < 0 || y < 0 || x >= page.width() || y >= page.height();
    return (outside ? WHITE : page.rgb(x, y)) >> shift & 0xff;
  }
}
