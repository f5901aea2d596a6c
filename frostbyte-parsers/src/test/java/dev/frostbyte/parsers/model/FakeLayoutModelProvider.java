package dev.frostbyte.parsers.model;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.spi.LayoutBox;
import dev.frostbyte.api.spi.LayoutLabel;
import dev.frostbyte.api.spi.LayoutModel;
import dev.frostbyte.api.spi.LayoutModelProvider;
import dev.frostbyte.api.spi.PageView;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.util.List;

/** Takes the upper half of every page for what it is told. */
@Stage(name = "fake", spi = 1)
public final class FakeLayoutModelProvider implements LayoutModelProvider {
  /** For ServiceLoader. */
  public FakeLayoutModelProvider() {}

  @Override
  public LayoutModel open(StageConfig config) {
    Settings settings = config.bind(new Settings(LayoutLabel.HEADING));
    return page -> List.of(new LayoutBox(settings.upper(), upper(page), 0.9f));
  }

  private static Box upper(PageView page) {
    Box area = page.area();
    return new Box(area.left(), area.top(), area.right(), (area.top() + area.bottom()) / 2);
  }

  /** What it can be told. */
  record Settings(LayoutLabel upper) {}
}
