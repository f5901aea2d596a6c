package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.spi.LayoutBox;
import dev.frostbyte.api.spi.LayoutLabel;
import dev.frostbyte.api.spi.LayoutModel;
import dev.frostbyte.api.spi.TableGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Checks what models answer: plugins may err, and their answers steer what is read. Stateless. */
final class ModelAnswer {
  /** How far boxes may reach out of what was shown, as a share of its longer side. */
  private static final float OUT = 0.02f;

  /** For sums of rounded numbers. */
  private static final float SLACK = 0.005f;

  private ModelAnswer() {}

  /**
   * The parts of a page, the surest first, cut to the page.
   *
   * @throws BadAnswerException when a box lies beyond the page or on another, or there are too many
   */
  static List<Label> labels(List<LayoutBox> boxes, Rect page) throws BadAnswerException {
    require(boxes.size() <= LayoutModel.MOST_BOXES);
    List<Label> labels = new ArrayList<>();
    for (LayoutBox box : boxes) {
      LayoutLabel kind = Objects.requireNonNull(box.label(), "plugins may say nothing");
      labels.add(new Label(kind, within(box.box(), page), box.confidence()));
    }
    labels.sort(Comparator.comparingDouble(label -> -label.confidence()));
    for (int i = 0; i < labels.size(); i++) {
      for (Label other : labels.subList(i + 1, labels.size())) {
        require(shared(labels.get(i).rect(), other.rect()) <= LayoutModel.MOST_SHARED + SLACK);
      }
    }
    return labels;
  }

  /**
   * Checks that cells stand where the table does; their places in the grid are checked already.
   *
   * @throws BadAnswerException when one stands elsewhere
   */
  static void require(TableGrid grid, Rect table) throws BadAnswerException {
    for (TableGrid.Cell cell : grid.cells()) {
      within(cell.box(), table);
    }
  }

  static Rect rect(Box box) {
    return new Rect(box.left(), box.top(), box.right(), box.bottom());
  }

  private static Rect within(Box box, Rect whole) throws BadAnswerException {
    Rect rect = rect(box);
    Rect around = whole.grown(OUT * Math.max(whole.width(), whole.height()));
    Rect inside = rect.intersection(whole);
    require(
        rect.left() >= around.left()
            && rect.top() >= around.top()
            && rect.right() <= around.right()
            && rect.bottom() <= around.bottom()
            && inside.width() > 0
            && inside.height() > 0);
    return inside;
  }

  private static float shared(Rect one, Rect other) {
    Rect common = one.intersection(other);
    boolean apart = common.width() <= 0 || common.height() <= 0;
    return apart ? 0 : common.area() / Math.min(one.area(), other.area());
  }

  private static void require(boolean sound) throws BadAnswerException {
    if (!sound) {
      throw new BadAnswerException();
    }
  }

  /** An answer that models must not give. */
  static final class BadAnswerException extends Exception {
    private static final long serialVersionUID = 1;
  }
}
