package dev.frostbyte.store.objects;

import dev.frostbyte.api.spi.ObjectStoreProvider;
import dev.frostbyte.testkit.ObjectStoreContract;

final class FilesObjectStoreContractTest extends ObjectStoreContract {
  @Override
  protected ObjectStoreProvider provider() {
    return new FilesObjectStoreProvider();
  }
}
