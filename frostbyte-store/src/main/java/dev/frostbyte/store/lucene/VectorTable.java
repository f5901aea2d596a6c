package dev.frostbyte.store.lucene;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.FloatVectorValues;

/**
 * Vectors of one file as arrays, so that a warm search compares without copying; kept within the
 * bound of the {@link BlockCache}. Thread-safe.
 */
final class VectorTable implements BlockCache.Owner {
  private final BlockCache cache;
  private final AtomicReferenceArray<float[]> vectors;
  private final byte[] chances;
  private volatile boolean closed;

  VectorTable(BlockCache cache, int size) {
    this.cache = cache;
    this.vectors = new AtomicReferenceArray<>(size);
    this.chances = new byte[size];
  }

  int size() {
    return chances.length;
  }

  /** A vector, not to be changed. The values are used by the calling thread only. */
  float[] vector(int ordinal, FloatVectorValues values) throws IOException {
    float[] vector = vectors.getAcquire(ordinal);
    if (vector == null) {
      return load(ordinal, values);
    }
    if (chances[ordinal] == 0) {
      chances[ordinal] = 1;
    }
    return vector;
  }

  private float[] load(int ordinal, FloatVectorValues values) throws IOException {
    float[] vector = values.vectorValue(ordinal).clone();
    cache.keep(
        this,
        ordinal,
        vector.length * Float.BYTES,
        () -> !closed && vectors.compareAndSet(ordinal, null, vector));
    return vector;
  }

  @Override
  public boolean takeChance(int ordinal) {
    boolean used = chances[ordinal] != 0;
    chances[ordinal] = 0;
    return used;
  }

  @Override
  public void drop(int ordinal) {
    vectors.setRelease(ordinal, null);
  }

  void close() {
    closed = true;
    cache.release(this);
  }
}
