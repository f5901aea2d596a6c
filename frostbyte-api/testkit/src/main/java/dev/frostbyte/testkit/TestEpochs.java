package dev.frostbyte.testkit;

import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.tenant.EpochKey;
import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Epoch keys in memory; destroyed ones are overwritten. Thread-safe. */
final class TestEpochs implements EpochKey, AutoCloseable {
  private final String space;
  private final Object lock = new Object();
  private final NavigableMap<Long, SecretBytes> keys = new TreeMap<>();

  TestEpochs(String space) {
    this.space = space;
    keys.put(1L, SecretBytes.random());
  }

  @Override
  public long epoch() {
    synchronized (lock) {
      return keys.lastKey();
    }
  }

  @Override
  public Sealer sealer(long epoch) throws IOException {
    synchronized (lock) {
      SecretBytes key = keys.get(epoch);
      if (key == null) {
        throw new IOException("epoch " + epoch + " was destroyed or never was; alive: " + keys());
      }
      return Sealer.aes256Gcm(key, space + "#" + epoch);
    }
  }

  @Override
  public long begin() {
    synchronized (lock) {
      long next = keys.lastKey() + 1;
      keys.put(next, SecretBytes.random());
      return next;
    }
  }

  @Override
  public void destroyBefore(long epoch) {
    synchronized (lock) {
      if (!keys.containsKey(epoch)) {
        throw new IllegalArgumentException(
            "cannot destroy every epoch before " + epoch + ", which is not alive: " + keys());
      }
      NavigableMap<Long, SecretBytes> old = keys.headMap(epoch, false);
      old.values().forEach(SecretBytes::close);
      old.clear();
    }
  }

  List<Sealer> alive() {
    synchronized (lock) {
      return keys.entrySet().stream()
          .map(key -> Sealer.aes256Gcm(key.getValue(), space + "#" + key.getKey()))
          .toList();
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      keys.values().forEach(SecretBytes::close);
    }
  }

  private String keys() {
    return keys.keySet().toString();
  }
}
