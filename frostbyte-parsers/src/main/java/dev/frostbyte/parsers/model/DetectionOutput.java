package dev.frostbyte.parsers.model;

import dev.frostbyte.api.spi.PagePicture;

/**
 * What a detection model gave for one picture. Immutable.
 *
 * @param labels class numbers; not copied
 * @param boxes four numbers each; not copied
 * @param scores not copied
 */
record DetectionOutput(long[] labels, float[] boxes, float[] scores) {
  private static final int MOST = 100_000;

  /** Checks that the numbers of all three go together and that each is one. */
  DetectionOutput {
    boolean together = labels.length == scores.length && boxes.length == 4 * labels.length;
    if (!together || labels.length > MOST) {
      throw new IllegalStateException(
          "a detection model gave "
              + labels.length
              + " labels, "
              + boxes.length
              + " numbers of boxes and "
              + scores.length
              + " scores");
    }
    requireFinite(boxes);
    requireFinite(scores);
  }

  int count() {
    return labels.length;
  }

  long label(int i) {
    return labels[i];
  }

  float score(int i) {
    return scores[i];
  }

  /** Left, top, right and bottom in pixels of the picture. */
  float[] corners(int i, DetectionSettings settings, PagePicture picture) {
    float[] box = new float[4];
    boolean shares = settings.boxUnit() == DetectionSettings.BoxUnit.SHARES;
    boolean input = !shares && settings.sizeInput().isEmpty();
    for (int at = 0; at < box.length; at++) {
      float size = at % 2 == 0 ? picture.width() : picture.height();
      float taken = at % 2 == 0 ? settings.width() : settings.height();
      box[at] = boxes[4 * i + at] * (shares ? size : input ? size / taken : 1);
    }
    return switch (settings.boxForm()) {
      case CORNERS -> box;
      case CENTRES ->
          new float[] {
            box[0] - box[2] / 2, box[1] - box[3] / 2, box[0] + box[2] / 2, box[1] + box[3] / 2
          };
    };
  }

  private static void requireFinite(float[] numbers) {
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        throw new IllegalStateException("a detection model gave something that is no number");
      }
    }
  }
}
