package dev.frostbyte.it;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.FileKeys;
import dev.frostbyte.api.spi.LayoutBox;
import dev.frostbyte.api.spi.LayoutLabel;
import dev.frostbyte.api.spi.LayoutModel;
import dev.frostbyte.api.spi.LayoutModelProvider;
import dev.frostbyte.api.spi.PageView;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Takes the second quarter of every page for what a file says. */
@Stage(name = "ruled", spi = Stage.SPI)
@FileKeys("rule")
public final class RuledLayoutModelProvider implements LayoutModelProvider {
  private record Settings(String rule) {}

  /** For ServiceLoader. */
  public RuledLayoutModelProvider() {}

  @Override
  public LayoutModel open(StageConfig config) {
    Settings settings = config.bind(new Settings(""));
    try {
      String word = Files.readString(Path.of(settings.rule())).strip();
      LayoutLabel label = LayoutLabel.valueOf(word.toUpperCase(Locale.ROOT));
      return page -> List.of(new LayoutBox(label, second(page), 1));
    } catch (IOException e) {
      throw FrostbyteException.of(ProblemCode.CONFIGURATION_INVALID, "The rule cannot be read.");
    }
  }

  private static Box second(PageView page) {
    Box area = page.area();
    float quarter = (area.bottom() - area.top()) / 4;
    return new Box(area.left(), area.top() + quarter, area.right(), area.top() + 2 * quarter);
  }
}
