package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where text lies with the detection model of PP-OCRv4, a differentiable binarisation network
 * (Liao and others, 2020): its map of text kernels is cut at a threshold, every part gets the
 * smallest rectangle around it, and the rectangles are grown back to the size of the text.
 * Thread-safe.
 */
final class Detector implements AutoCloseable {
  /** Longest side the model is given, pixels: enough for 6-point type on A4. */
  private static final int LONGEST = 1_600;

  /** Shortest side; smaller pictures are enlarged to it. */
  private static final int SHORTEST = 64;

  private static final float MOST_ENLARGED = 4;

  /** Most parts of text of a page; a newspaper page has about 1,000 lines. */
  private static final int MOST_PARTS = 2_000;

  private static final int STRIDE = 32;
  private static final float KERNEL = 0.3f;
  private static final float LEAST_SCORE = 0.5f;
  private static final float GROWTH = 1.6f;
  private static final float LEAST_SIDE = 3;

  /** Mean and deviation of the brightness of ImageNet's three colours, which the model expects. */
  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};

  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

  private final Model model;

  /** Takes over the model and closes it. */
  Detector(Model model) {
    this.model = model;
  }

  /**
   * Rectangles of lines of text or parts of lines, in pixels of the level page.
   *
   * @throws RefusedException when there are more than anybody writes on a page
   */
  List<Slant> find(Pixels page, Level level) throws RefusedException {
    int longer = Math.max(level.levelWidth(), level.levelHeight());
    int shorter = Math.min(level.levelWidth(), level.levelHeight());
    float scale = Math.clamp((float) SHORTEST / shorter, 1, MOST_ENLARGED);
    scale = Math.min(scale, (float) LONGEST / longer);
    int width = strides(level.levelWidth() * scale);
    int height = strides(level.levelHeight() * scale);
    float across = (float) level.levelWidth() / width;
    float down = (float) level.levelHeight() / height;
    Tensor map = model.run(input(level.drawn(page, width, height)));
    List<Slant> found = new ArrayList<>();
    for (Blob blob : Blobs.of(map, width, height, KERNEL)) {
      Slant kernel = Enclosure.of(blob.hull());
      if (isText(kernel, map, width, height)) {
        found.add(grown(kernel).scaled(across, down));
      }
    }
    return checked(found);
  }

  @Override
  public void close() {
    model.close();
  }

  private static List<Slant> checked(List<Slant> found) throws RefusedException {
    if (found.size() > MOST_PARTS) {
      throw new RefusedException(
          Problem.of(
              ProblemCode.LIMIT_EXCEEDED,
              "A page shows "
                  + found.size()
                  + " pieces of text; at most "
                  + MOST_PARTS
                  + " are read."));
    }
    return found;
  }

  private static int strides(float length) {
    return Math.max(STRIDE, Math.round(length / STRIDE) * STRIDE);
  }

  private static Tensor input(Pixels page) {
    int size = page.width() * page.height();
    float[] values = new float[3 * size];
    for (int colour = 0; colour < 3; colour++) {
      for (int i = 0; i < size; i++) {
        float brightness = page.at(i % page.width(), i / page.width()) / 255f;
        values[colour * size + i] = (brightness - MEAN[colour]) / DEVIATION[colour];
      }
    }
    return new Tensor(values, 1, 3, page.height(), page.width());
  }

  private static boolean isText(Slant kernel, Tensor map, int width, int height) {
    return Math.min(kernel.width(), kernel.height()) >= LEAST_SIDE
        && score(kernel, map.values(), width, height) >= LEAST_SCORE;
  }

  /** The kernel is what a shrinking by its area over its girth left of the text. */
  private static Slant grown(Slant kernel) {
    float girth = 2 * (kernel.width() + kernel.height());
    return kernel.grown(kernel.width() * kernel.height() * GROWTH / girth);
  }

  /** Mean of the map inside a rectangle. */
  private static float score(Slant box, float[] map, int width, int height) {
    float cos = (float) StrictMath.cos(box.angle());
    float sin = (float) StrictMath.sin(box.angle());
    double sum = 0;
    int count = 0;
    for (int y = Math.max(0, (int) box.top()); y <= Math.min(height - 1, (int) box.bottom()); y++) {
      for (int x = Math.max(0, (int) box.left());
          x <= Math.min(width - 1, (int) box.right());
          x++) {
        float right = x - box.centreX();
        float down = y - box.centreY();
        boolean inside =
            Math.abs(right * cos + down * sin) <= box.width() / 2 + 0.5f
                && Math.abs(down * cos - right * sin) <= box.height() / 2 + 0.5f;
        sum += inside ? map[y * width + x] : 0;
        count += inside ? 1 : 0;
      }
    }
    return count == 0 ? 0 : (float) (sum / count);
  }
}
