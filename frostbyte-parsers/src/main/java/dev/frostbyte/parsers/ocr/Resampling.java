package dev.frostbyte.parsers.ocr;

/**
 * Changes the size of a grey picture one axis after the other: by area where it shrinks, linearly
 * where it grows. Sums are whole numbers, so that every machine gives the same bytes. Stateless.
 */
final class Resampling {
  /** Weights are counted in parts of this. */
  private static final int ONE = 1 << 12;

  private final int[] starts;
  private final int[][] weights;

  private Resampling(int from, int to) {
    this.starts = new int[to];
    this.weights = new int[to][];
    float scale = (float) from / to;
    float reach = scale > 1 ? scale / 2 : 1;
    for (int i = 0; i < to; i++) {
      float centre = (i + 0.5f) * scale;
      starts[i] = Math.clamp((int) Math.floor(centre - reach), 0, from - 1);
      int last = Math.clamp((int) Math.ceil(centre + reach) - 1, starts[i], from - 1);
      weights[i] = whole(parts(starts[i], last, centre, scale));
    }
  }

  static byte[] of(byte[] grey, int width, int height, int newWidth, int newHeight) {
    byte[] narrow = across(grey, width, height, new Resampling(width, newWidth));
    return down(narrow, newWidth, new Resampling(height, newHeight));
  }

  private static byte[] across(byte[] grey, int width, int height, Resampling plan) {
    int newWidth = plan.starts.length;
    byte[] result = new byte[newWidth * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < newWidth; x++) {
        result[y * newWidth + x] = plan.sum(x, grey, y * width, 1);
      }
    }
    return result;
  }

  private static byte[] down(byte[] grey, int width, Resampling plan) {
    int newHeight = plan.starts.length;
    byte[] result = new byte[width * newHeight];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < width; x++) {
        result[y * width + x] = plan.sum(y, grey, x, width);
      }
    }
    return result;
  }

  private byte sum(int i, byte[] grey, int from, int step) {
    int[] weight = weights[i];
    int at = from + starts[i] * step;
    int sum = ONE / 2;
    for (int k = 0; k < weight.length; k++) {
      sum += weight[k] * (grey[at] & 0xff);
      at += step;
    }
    return (byte) (sum / ONE);
  }

  /** How much of each pixel goes into one: what it covers, or by a tent where it is smaller. */
  private static float[] parts(int first, int last, float centre, float scale) {
    float[] parts = new float[last - first + 1];
    for (int k = 0; k < parts.length; k++) {
      float pixel = first + k;
      float covered = Math.min(centre + scale / 2, pixel + 1) - Math.max(centre - scale / 2, pixel);
      float near = 1 - Math.abs(centre - pixel - 0.5f);
      parts[k] = Math.max(0, scale > 1 ? covered : near);
    }
    return parts;
  }

  /** Parts of {@link #ONE}; the rounding is given to the largest. */
  private static int[] whole(float[] parts) {
    float all = 0;
    for (float part : parts) {
      all += part;
    }
    int[] whole = new int[parts.length];
    int left = ONE;
    int largest = 0;
    for (int k = 0; k < parts.length; k++) {
      whole[k] = (int) (parts[k] / all * ONE);
      left -= whole[k];
      largest = parts[k] > parts[largest] ? k : largest;
    }
    whole[largest] += left;
    return whole;
  }
}
