package dev.frostbyte.store.objects;

import dev.frostbyte.api.spi.ObjectStore;
import dev.frostbyte.api.spi.ObjectStoreProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;

/**
 * Keeps a tenant's sealed objects as files of its space, named by their hash. Key {@code
 * shelfFiles}: most files in one directory, 1 to 100,000, by default 4,096. Immutable.
 */
@Stage(name = "files", spi = 1)
public final class FilesObjectStoreProvider implements ObjectStoreProvider {
  /** Does nothing; the work is done by {@link #open}. */
  public FilesObjectStoreProvider() {}

  @Override
  public ObjectStore open(StageConfig config, TenantSpace space) throws IOException {
    ObjectSettings settings = config.bind(ObjectSettings.DEFAULTS).checked();
    return new FilesObjectStore(Shelves.open(space.files(), settings.shelfFiles()));
  }
}
