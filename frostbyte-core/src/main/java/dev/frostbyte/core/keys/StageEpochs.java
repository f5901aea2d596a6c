package dev.frostbyte.core.keys;

import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.tenant.EpochKey;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Epoch keys of one stage in the tenant's key table. Thread-safe. */
final class StageEpochs implements EpochKey {
  private final TenantKeys keys;
  private final String prefix;

  private StageEpochs(TenantKeys keys, String stage) {
    this.keys = keys;
    this.prefix = "epoch/" + stage + "/";
  }

  static StageEpochs open(TenantKeys keys, String stage) throws IOException {
    StageEpochs epochs = new StageEpochs(keys, stage);
    synchronized (keys) {
      if (epochs.names().isEmpty()) {
        epochs.make(1);
      }
    }
    return epochs;
  }

  @Override
  public long epoch() {
    return number(names().getLast());
  }

  @Override
  public Sealer sealer(long epoch) throws IOException {
    return keys.find(name(epoch))
        .orElseThrow(() -> new IOException("epoch " + epoch + " was destroyed or never was"));
  }

  @Override
  public long begin() throws IOException {
    synchronized (keys) {
      long next = epoch() + 1;
      make(next);
      return next;
    }
  }

  @Override
  public void destroyBefore(long epoch) throws IOException {
    synchronized (keys) {
      if (!keys.table().contains(name(epoch))) {
        throw new IllegalArgumentException(
            "epoch " + epoch + " is not alive; what must live was not sealed with it");
      }
      keys.table().destroy(names().stream().filter(name -> number(name) < epoch).toList());
    }
  }

  private void make(long epoch) throws IOException {
    try (SecretBytes key = SecretBytes.random()) {
      keys.table().put(name(epoch), key);
      keys.table().force();
    }
  }

  private List<String> names() {
    return keys.table().names(prefix);
  }

  private String name(long epoch) {
    return prefix + String.format(Locale.ROOT, "%012d", epoch);
  }

  private long number(String name) {
    return Long.parseLong(name.substring(prefix.length()));
  }
}
