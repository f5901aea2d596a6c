package dev.frostbyte.parsers.model;

import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TableModelProvider;
import dev.frostbyte.testkit.TableModelContract;

class FakeTableModelContractTest extends TableModelContract {
  @Override
  protected Class<? extends TableModelProvider> provider() {
    return FakeTableModelProvider.class;
  }

  @Override
  protected StageConfig config() {
    return StageConfig.none();
  }
}
