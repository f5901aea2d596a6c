package dev.frostbyte.store.lucene;

import dev.frostbyte.api.spi.VectorIndexProvider;
import dev.frostbyte.testkit.VectorIndexContract;

final class LuceneVectorIndexContractTest extends VectorIndexContract {
  @Override
  protected VectorIndexProvider provider() {
    return new LuceneVectorIndexProvider();
  }
}
