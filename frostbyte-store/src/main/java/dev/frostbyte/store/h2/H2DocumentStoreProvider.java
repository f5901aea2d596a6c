package dev.frostbyte.store.h2;

import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.spi.DocumentStoreProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;

/**
 * Keeps a tenant's rows in an H2 database of its own. Ids and counts are plain; everything else of
 * a row is sealed with its document's key. Key {@code cacheKilobytes}: pages kept in memory, 64 to
 * 1,048,576, by default 2,048. Immutable.
 */
@Stage(name = "h2", spi = 1)
public final class H2DocumentStoreProvider implements DocumentStoreProvider {
  /** Does nothing; the work is done by {@link #open}. */
  public H2DocumentStoreProvider() {}

  @Override
  public DocumentStore open(StageConfig config, TenantSpace space) throws IOException {
    RowSettings settings = config.bind(RowSettings.DEFAULTS).checked();
    return new H2DocumentStore(Database.open(space, settings), new RowSeals(space));
  }
}
