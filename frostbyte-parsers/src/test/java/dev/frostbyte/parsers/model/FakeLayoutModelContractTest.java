package dev.frostbyte.parsers.model;

import dev.frostbyte.api.spi.LayoutModelProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.LayoutModelContract;

class FakeLayoutModelContractTest extends LayoutModelContract {
  @Override
  protected Class<? extends LayoutModelProvider> provider() {
    return FakeLayoutModelProvider.class;
  }

  @Override
  protected StageConfig config() {
    return StageConfig.none();
  }
}
