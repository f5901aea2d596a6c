package dev.frostbyte.store.lucene;

import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.api.spi.VectorIndexProvider;
import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;

/**
 * Keeps a tenant's words (BM25, English analysis) and vectors (HNSW) in a Lucene index whose files
 * are sealed. Keys: {@code cacheMegabytes}, 1 to 16,384, opened blocks kept in memory, by default
 * 256 and never more than a quarter of the heap for all tenants together; {@code bufferMegabytes},
 * 1 to 1,024, changes gathered before they are written, by default 16; {@code candidates}, 1 to
 * 10,000, fewest neighbours an approximate search looks for, by default 100. Immutable.
 */
@Stage(name = "lucene", spi = 1)
public final class LuceneVectorIndexProvider implements VectorIndexProvider {
  /** Does nothing; the work is done by {@link #open}. */
  public LuceneVectorIndexProvider() {}

  @Override
  public VectorIndex open(StageConfig config, TenantSpace space) throws IOException {
    IndexSettings settings = config.bind(IndexSettings.DEFAULTS).checked();
    return IndexOpening.open(settings, space);
  }
}
