package dev.frostbyte.bench.parsing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Random;

/** Makes a clean picture of a page look like a bad scan. Stateless. */
final class Scan {
  /** Standard deviation of the noise, of 255. */
  private static final double NOISE = 24;

  /** Share of pixels that are black or white whatever the page holds. */
  private static final double SPECKS = 0.004;

  private Scan() {}

  /** Turned about its middle, then noise and specks on every pixel; the seed decides them all. */
  static BufferedImage spoiled(BufferedImage page, double degrees, long seed) {
    BufferedImage image =
        new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.rotate(Math.toRadians(degrees), image.getWidth() / 2.0, image.getHeight() / 2.0);
    graphics.drawImage(page, 0, 0, null);
    graphics.dispose();
    addNoise(image.getRaster(), new Random(seed));
    return image;
  }

  private static void addNoise(WritableRaster raster, Random random) {
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        long noisy = Math.round(raster.getSample(x, y, 0) + NOISE * random.nextGaussian());
        double speck = random.nextDouble();
        int value = speck < SPECKS / 2 ? 0 : speck < SPECKS ? 255 : Math.clamp(noisy, 0, 255);
        raster.setSample(x, y, 0, value);
      }
    }
  }
}
