package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.spi.PagePicture;

/** Turns pictures of displayed pages into the frame in which they are read. Stateless. */
final class Turning {
  private Turning() {}

  /**
   * The picture turned as {@link Frame#toReading} turns places.
   *
   * @param turns see {@link Frame}
   */
  static PagePicture turned(PagePicture shown, int turns) {
    if (turns == 0) {
      return shown;
    }
    boolean aside = turns % 2 == 1;
    int width = aside ? shown.height() : shown.width();
    int height = aside ? shown.width() : shown.height();
    int[] rgb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rgb[y * width + x] = from(shown, turns, x, y);
      }
    }
    return new PagePicture(width, height, rgb);
  }

  private static int from(PagePicture shown, int turns, int x, int y) {
    int right = shown.width() - 1;
    int bottom = shown.height() - 1;
    return switch (turns) {
      case 1 -> shown.rgb(y, bottom - x);
      case 2 -> shown.rgb(right - x, bottom - y);
      default -> shown.rgb(right - y, x);
    };
  }
}
