package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads pages: levels and turns them, finds the lines, reads each. Thread-safe; whoever opens it
 * closes it, after the last page.
 */
final class TextReader implements AutoCloseable {
  private final Detector detector;
  private final Orientation orientation;
  private final Recognizer recognizer;
  private final LineReader lines;

  private TextReader(Detector detector, Orientation orientation, Recognizer recognizer) {
    this.detector = detector;
    this.orientation = orientation;
    this.recognizer = recognizer;
    this.lines = new LineReader(recognizer);
  }

  /** Opens the three models, once all their files are known to be there. */
  static TextReader open() {
    byte[] detection = ModelFiles.DETECTION.bytes();
    byte[] orientation = ModelFiles.ORIENTATION.bytes();
    byte[] recognition = ModelFiles.RECOGNITION.bytes();
    List<String> classes = ModelFiles.classes();
    return new TextReader(
        new Detector(Model.open(detection)),
        new Orientation(Model.open(orientation)),
        new Recognizer(Model.open(recognition), classes));
  }

  /** Everything a page says. */
  Sheet read(Pixels page) throws RefusedException {
    View view = look(page, 0);
    if (view.isAside()) {
      view = look(page.clockwise(), 1);
    }
    if (isUpsideDown(view)) {
      view = view.upsideDown();
    }
    List<Line> read = new ArrayList<>();
    for (Slant box : DashRows.joined(view.page(), view.level(), view.boxes())) {
      Line line = lines.read(view.page(), view.level(), box);
      if (!line.words().isEmpty()) {
        read.add(Bullets.marked(view.page(), view.level(), line));
      }
    }
    List<Slant> painted = PaintedLines.of(view.page(), view.level(), read);
    return new Sheet(Bullets.spelled(read), view.level(), view.turns(), painted);
  }

  @Override
  public void close() {
    detector.close();
    orientation.close();
    recognizer.close();
  }

  private View look(Pixels page, int turns) throws RefusedException {
    Level level = new Level(page.width(), page.height(), Skew.of(page));
    return new View(page, turns, level, detector.find(page, level));
  }

  /** The recogniser must agree with the orientation model. */
  private boolean isUpsideDown(View view) {
    return orientation.isUpsideDown(view.page(), view.level(), view.boxes())
        && lines.isUpsideDown(view.page(), view.level(), view.longest());
  }

  /** A page with what was found on it. */
  private record View(Pixels page, int turns, Level level, List<Slant> boxes) {
    /** Whether most text runs along the side. */
    boolean isAside() {
      double aside = 0;
      double level = 0;
      for (Slant box : boxes) {
        boolean tall = box.height() > LineReader.TALL * box.width();
        aside += tall ? box.height() : 0;
        level += tall ? 0 : box.width();
      }
      return aside > level;
    }

    Slant longest() {
      return boxes.stream().max((a, b) -> Float.compare(a.width(), b.width())).orElseThrow();
    }

    View upsideDown() {
      List<Slant> turned = new ArrayList<>();
      for (Slant box : boxes) {
        float x = level.levelWidth() - box.centreX();
        float y = level.levelHeight() - box.centreY();
        turned.add(new Slant(x, y, box.width(), box.height(), box.angle()));
      }
      return new View(page.upsideDown(), turns + 2, level, turned);
    }
  }
}
