package dev.frostbyte.parsers.ocr;

import java.util.Comparator;
import java.util.List;

/**
 * Tells whether a page stands on its head: the orientation model of PP-OCR looks at its longest
 * lines, and their majority decides. Thread-safe.
 */
final class Orientation implements AutoCloseable {
  private static final int WIDTH = 192;
  private static final int HEIGHT = 48;

  /** Lines that are asked. */
  private static final int ASKED = 9;

  private final Model model;

  /** Takes over the model and closes it. */
  Orientation(Model model) {
    this.model = model;
  }

  boolean isUpsideDown(Pixels page, Level level, List<Slant> boxes) {
    List<Slant> longest =
        boxes.stream()
            .sorted(Comparator.comparingDouble(Slant::width).reversed())
            .limit(ASKED)
            .toList();
    long turned = longest.stream().filter(box -> isTurned(page, level, box)).count();
    return 2 * turned > longest.size();
  }

  @Override
  public void close() {
    model.close();
  }

  /** Long lines are judged by their beginning: the model knows short ones. */
  private boolean isTurned(Pixels page, Level level, Slant box) {
    float natural = box.width() * HEIGHT / box.height();
    float share = Math.min(1, WIDTH / natural);
    Slant part = box.part(share);
    int width = Math.clamp(Math.round(natural * share), 8, WIDTH);
    Pixels strip = Strip.of(page, level.onPage(part), HEIGHT, width);
    float[] chances = model.run(Recognizer.input(strip, WIDTH)).values();
    return chances[1] > chances[0];
  }
}
