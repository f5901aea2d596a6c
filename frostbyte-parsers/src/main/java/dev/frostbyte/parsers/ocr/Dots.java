package dev.frostbyte.parsers.ocr;

import java.util.List;

/**
 * Sees bullets that the detection model takes for specks: a compact dot that stands alone at the
 * left of a line, at the height of its small letters. Stateless.
 */
final class Dots {
  /** How far left of the line is looked, in sizes of type. */
  private static final float FAR = 3;

  private static final float NEAR = 0.15f;

  /** Smallest and largest dot, in sizes of type. */
  private static final float SMALL = 0.12f;

  private static final float LARGE = 0.55f;

  /** Longer side over shorter side at most. */
  private static final float SLIM = 1.7f;

  /** Pixels the size of the type has when dots are sought. */
  private static final int SCALE = 24;

  private Dots() {}

  /** Whether a bullet stands before a line. */
  static boolean before(Pixels page, Level level, Line line) {
    Slant box = line.box();
    float size = Math.max(1, line.size());
    float width = (FAR - NEAR) * size;
    Corner middle = box.point(0, 0.5f);
    Slant margin =
        new Slant(middle.x() - NEAR * size - width / 2, middle.y(), width, 1.2f * size, 0);
    Pixels strip =
        Strip.of(
            page, level.onPage(margin), Math.round(1.2f * SCALE), Math.round((FAR - NEAR) * SCALE));
    List<Blob> blobs = Blobs.of(ink(strip), strip.width(), strip.height(), 0.5f);
    List<Blob> large =
        blobs.stream()
            .filter(blob -> Math.max(blob.width(), blob.height()) > SMALL * SCALE)
            .toList();
    return large.size() == 1 && isDot(large.getFirst(), strip.height());
  }

  private static boolean isDot(Blob blob, int height) {
    float width = blob.width();
    float tall = blob.height();
    float centre = blob.top() + tall / 2;
    return Math.max(width, tall) < LARGE * SCALE
        && Math.max(width, tall) < SLIM * Math.min(width, tall)
        && blob.pixels() > 0.6f * width * tall
        && centre > 0.3f * height
        && centre < 0.75f * height;
  }

  /** 1 for ink: darker, or on dark paper lighter, than half way. */
  private static Tensor ink(Pixels strip) {
    Ink ink = Ink.of(strip);
    float[] values = new float[strip.width() * strip.height()];
    for (int i = 0; i < values.length; i++) {
      int of = ink.of(strip.at(i % strip.width(), i / strip.width()));
      values[i] = ink.contrast() > 48 && 2 * of > ink.contrast() ? 1 : 0;
    }
    return new Tensor(values, 1, 1, strip.height(), strip.width());
  }
}
