package dev.frostbyte.store.h2;

import dev.frostbyte.api.spi.DocumentStoreProvider;
import dev.frostbyte.testkit.DocumentStoreContract;

final class H2DocumentStoreContractTest extends DocumentStoreContract {
  @Override
  protected DocumentStoreProvider provider() {
    return new H2DocumentStoreProvider();
  }
}
