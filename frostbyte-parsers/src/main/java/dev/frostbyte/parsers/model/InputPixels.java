package dev.frostbyte.parsers.model;

import dev.frostbyte.api.spi.PagePicture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Makes the numbers that a detection model takes of a picture. Stateless. */
final class InputPixels {
  private InputPixels() {}

  /**
   * The picture stretched to the size of the input, every pixel the mean of the area it covers, red
   * before green before blue, scaled to 0 to 1 and normalised. Outside of the Java heap.
   */
  static FloatBuffer of(PagePicture picture, DetectionSettings settings) {
    int plane = settings.width() * settings.height();
    FloatBuffer pixels =
        ByteBuffer.allocateDirect(3 * plane * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    float[] means = settings.means();
    float[] deviations = settings.deviations();
    double[] sum = new double[3];
    for (int i = 0; i < plane; i++) {
      mean(picture, settings, i, sum);
      for (int colour = 0; colour < sum.length; colour++) {
        float value = (float) (sum[colour] / 255);
        pixels.put(colour * plane + i, (value - means[colour]) / deviations[colour]);
      }
    }
    return pixels;
  }

  private static void mean(PagePicture picture, DetectionSettings settings, int i, double[] sum) {
    double across = (double) picture.width() / settings.width();
    double down = (double) picture.height() / settings.height();
    double left = i % settings.width() * across;
    double top = i / settings.width() * down;
    java.util.Arrays.fill(sum, 0);
    int lastY = last(top + down, picture.height());
    int lastX = last(left + across, picture.width());
    for (int y = (int) top; y <= lastY; y++) {
      double high = covered(y, top, top + down);
      for (int x = (int) left; x <= lastX; x++) {
        add(sum, picture.rgb(x, y), high * covered(x, left, left + across) / (across * down));
      }
    }
  }

  private static int last(double end, int size) {
    return Math.min(size, (int) Math.ceil(end)) - 1;
  }

  /** How much of a pixel lies in a stretch. */
  private static double covered(int pixel, double from, double to) {
    return Math.max(0, Math.min(pixel + 1, to) - Math.max(pixel, from));
  }

  private static void add(double[] sum, int rgb, double weight) {
    for (int colour = 0; colour < sum.length; colour++) {
      sum[colour] += (rgb >> 16 - 8 * colour & 0xff) * weight;
    }
  }
}
