package dev.frostbyte.parsers.model;

import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TableModelProvider;
import dev.frostbyte.testkit.TableModelContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class OnnxTableModelContractTest extends TableModelContract {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Override
  protected Class<? extends TableModelProvider> provider() {
    return OnnxTableModelProvider.class;
  }

  @Override
  protected StageConfig config() throws IOException {
    return HalvesModel.in(folder, "row,column,-");
  }
}
