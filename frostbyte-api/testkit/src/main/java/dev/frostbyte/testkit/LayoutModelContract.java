package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.spi.LayoutBox;
import dev.frostbyte.api.spi.LayoutModel;
import dev.frostbyte.api.spi.LayoutModelProvider;
import dev.frostbyte.api.spi.PageView;
import java.io.IOException;
import java.util.List;

/**
 * What every {@link LayoutModel} must do. Extend it, name the provider and what to open it with,
 * and run it with JUnit; it opens the provider as a parser does. One thread.
 */
public abstract class LayoutModelContract
    extends PageModelContract<LayoutModel, LayoutModelProvider> {
  private static final float OUT = 0.02f;

  /** For subclasses. */
  protected LayoutModelContract() {}

  @Override
  final Class<LayoutModelProvider> kind() {
    return LayoutModelProvider.class;
  }

  @Override
  final List<LayoutBox> ask(LayoutModel asked, PageView view) throws IOException {
    return asked.boxes(view);
  }

  @Override
  final int dpi(LayoutModel asked) {
    return asked.dpi();
  }

  @Override
  final String fingerprint(LayoutModel asked) {
    return asked.fingerprint();
  }

  /** On the page, and hardly on each other. */
  @Override
  final void requireSound(PageView view, Object answer) {
    assertThat(answer).isInstanceOf(List.class);
    List<LayoutBox> boxes = ((List<?>) answer).stream().map(LayoutBox.class::cast).toList();
    assertThat(boxes).hasSizeLessThanOrEqualTo(LayoutModel.MOST_BOXES);
    for (int i = 0; i < boxes.size(); i++) {
      requireWithin(view.area(), boxes.get(i).box());
      for (LayoutBox other : boxes.subList(i + 1, boxes.size())) {
        assertThat(shared(boxes.get(i).box(), other.box()))
            .isLessThanOrEqualTo(LayoutModel.MOST_SHARED + 0.001f);
      }
    }
  }

  static void requireWithin(Box area, Box box) {
    float slack = OUT * Math.max(area.right() - area.left(), area.bottom() - area.top());
    assertThat(box.right()).isGreaterThan(box.left()).isLessThanOrEqualTo(area.right() + slack);
    assertThat(box.bottom()).isGreaterThan(box.top()).isLessThanOrEqualTo(area.bottom() + slack);
    assertThat(box.left()).isGreaterThanOrEqualTo(area.left() - slack);
    assertThat(box.top()).isGreaterThanOrEqualTo(area.top() - slack);
  }

  private static float shared(Box one, Box other) {
    float across = Math.min(one.right(), other.right()) - Math.max(one.left(), other.left());
    float down = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
    return across <= 0 || down <= 0 ? 0 : across * down / Math.min(size(one), size(other));
  }

  private static float size(Box box) {
    return (box.right() - box.left()) * (box.bottom() - box.top());
  }
}
