package dev.frostbyte.parsers.ocr;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Turns a decoded picture into a grey one: colours by their luma (ITU-R BT.601), what shines
 * through onto white, 16 bits to 8. Stateless.
 */
final class GreyImage {
  /** Pictures of more pixels are halved: 300 dpi is plenty for the models. */
  private static final int LARGE = 10_000_000;

  private GreyImage() {}

  static Pixels of(BufferedImage image) {
    int width = image.getWidth();
    byte[] grey = new byte[width * image.getHeight()];
    for (int y = 0; y < image.getHeight(); y++) {
      row(image, y, grey);
    }
    Pixels pixels = new Pixels(width, image.getHeight(), grey);
    while ((long) pixels.width() * pixels.height() > LARGE) {
      pixels = pixels.resized((pixels.width() + 1) / 2, (pixels.height() + 1) / 2);
    }
    return pixels;
  }

  private static void row(BufferedImage image, int y, byte[] grey) {
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      byte[] row = new byte[image.getWidth()];
      image.getRaster().getDataElements(0, y, row.length, 1, row);
      System.arraycopy(row, 0, grey, y * row.length, row.length);
    } else if (image.getType() == BufferedImage.TYPE_USHORT_GRAY) {
      deepRow(image.getRaster(), y, grey);
    } else {
      colourRow(image, y, grey);
    }
  }

  /** Not by Java's colour management, which would bend the values. */
  private static void deepRow(Raster raster, int y, byte[] grey) {
    for (int x = 0; x < raster.getWidth(); x++) {
      grey[y * raster.getWidth() + x] = (byte) (raster.getSample(x, y, 0) >> 8);
    }
  }

  private static void colourRow(BufferedImage image, int y, byte[] grey) {
    int[] row = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
    for (int x = 0; x < row.length; x++) {
      grey[y * row.length + x] = (byte) luma(row[x]);
    }
  }

  static int luma(int argb) {
    int red = argb >> 16 & 0xff;
    int green = argb >> 8 & 0xff;
    int blue = argb & 0xff;
    int alpha = argb >>> 24;
    int luma = (299 * red + 587 * green + 114 * blue + 500) / 1000;
    return (luma * alpha + 255 * (255 - alpha) + 127) / 255;
  }
}
