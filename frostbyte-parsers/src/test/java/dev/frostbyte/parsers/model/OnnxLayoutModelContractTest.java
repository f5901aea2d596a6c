package dev.frostbyte.parsers.model;

import dev.frostbyte.api.spi.LayoutModelProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.LayoutModelContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OnnxLayoutModelContractTest extends LayoutModelContract {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Override
  protected Class<? extends LayoutModelProvider> provider() {
    return OnnxLayoutModelProvider.class;
  }

  @Override
  protected StageConfig config() throws IOException {
    return HalvesModel.in(folder, "heading,table,figure");
  }
}
