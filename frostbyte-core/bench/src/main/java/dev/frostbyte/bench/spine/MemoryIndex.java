package dev.frostbyte.bench.spine;

import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.api.spi.VectorIndex;
import java.util.List;

/** An index that finds nothing. */
final class MemoryIndex implements VectorIndex {
  private long position;

  @Override
  public void bind(EmbeddingSpace space) {}

  @Override
  public List<Hit> keyword(String query, int limit) {
    return List.of();
  }

  @Override
  public List<Hit> nearest(float[] vector, int limit) {
    return List.of();
  }

  @Override
  public List<Hit> exact(float[] vector, int limit) {
    return List.of();
  }

  @Override
  public long chunks() {
    return 0;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void apply(ProjectionChange change) {}

  @Override
  public void commit(long position) {
    this.position = position;
  }

  @Override
  public void clear() {
    position = 0;
  }

  @Override
  public void purge() {}

  @Override
  public void close() {}
}
