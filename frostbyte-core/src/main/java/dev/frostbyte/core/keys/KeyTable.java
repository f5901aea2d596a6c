package dev.frostbyte.core.keys;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's keys by name. Each is sealed with the tenant key; the file they stand in is sealed
 * with an epoch key that only the key provider can open. Destroying keys writes the others anew
 * under a fresh epoch key and destroys the old one, so that an old page or a backup of the table
 * opens nothing. Thread-safe.
 */
public final class KeyTable implements AutoCloseable {
  private final KeyEpochFiles files;
  private final TenantKey tenantKey;
  private final ConcurrentNavigableMap<String, byte[]> wrapped = new ConcurrentSkipListMap<>();
  private final Object monitor = new Object();
  private KeyEpoch epoch;
  private @Nullable KeyEpoch retired;
  private boolean failed;

  private KeyTable(KeyEpochFiles files, TenantKey tenantKey, KeyEpoch epoch) {
    this.files = files;
    this.tenantKey = tenantKey;
    this.epoch = epoch;
  }

  /**
   * Makes the table of a new tenant.
   *
   * @param files an empty folder
   * @param space binds everything sealed to this tenant; never reused
   */
  public static KeyTable create(DurableDirectory files, KeyProvider provider, String space)
      throws IOException {
    TenantKey tenantKey = TenantKey.create(files, provider, space);
    KeyEpochFiles epochs = new KeyEpochFiles(files, provider, space);
    return new KeyTable(epochs, tenantKey, epochs.create(1, Map.of()));
  }

  /**
   * Opens a table and finishes a destruction that a crash interrupted.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code INTEGRITY_BROKEN} when it was changed
   *     or its master key is gone
   */
  public static KeyTable open(DurableDirectory files, KeyProvider provider, String space)
      throws IOException {
    TenantKey tenantKey = TenantKey.open(files, provider, space);
    KeyEpochFiles epochs = new KeyEpochFiles(files, provider, space);
    KeyEpoch.Opened newest = epochs.openNewest();
    KeyTable table = new KeyTable(epochs, tenantKey, newest.epoch());
    table.wrapped.putAll(newest.records());
    return table;
  }

  /** Adds a key; durable after {@link #force}. */
  public void put(String name, SecretBytes key) throws IOException {
    synchronized (monitor) {
      requireUsable();
      byte[] sealed = tenantKey.wrap(name, key);
      if (wrapped.putIfAbsent(name, sealed) != null) {
        throw new IllegalArgumentException("there is a key of this name already");
      }
      epoch.append(name, sealed);
    }
  }

  /** Makes every key added before durable. */
  public void force() throws IOException {
    change(() -> epoch.force());
  }

  /** A key; the caller closes it. Empty when it was destroyed or never was. */
  public Optional<SecretBytes> find(String name) throws IOException {
    byte[] sealed = wrapped.get(name);
    return sealed == null ? Optional.empty() : Optional.of(tenantKey.unwrap(name, sealed));
  }

  /** Whether there is a key of this name. */
  public boolean contains(String name) {
    return wrapped.containsKey(name);
  }

  /** Names that start so, sorted. */
  public List<String> names(String prefix) {
    return wrapped.tailMap(prefix).keySet().stream()
        .takeWhile(name -> name.startsWith(prefix))
        .toList();
  }

  /**
   * Destroys keys; on return no copy of the table, however old, opens them. Absent names are fine:
   * then only a destruction that failed half way is finished.
   */
  public void destroy(Collection<String> names) throws IOException {
    synchronized (monitor) {
      requireUsable();
      finishDestruction();
      if (names.stream().anyMatch(wrapped::containsKey)) {
        change(() -> renew(names));
        finishDestruction();
      }
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (monitor) {
      epoch.close();
      tenantKey.close();
    }
  }

  private void renew(Collection<String> names) throws IOException {
    Map<String, byte[]> survivors = new TreeMap<>(wrapped);
    survivors.keySet().removeAll(names);
    KeyEpoch next = files.create(epoch.number() + 1, survivors);
    retired = epoch;
    epoch = next;
    wrapped.keySet().removeAll(names);
  }

  /** Until this is done, an old copy of the table opens the keys that were to be destroyed. */
  private void finishDestruction() throws IOException {
    KeyEpoch old = retired;
    if (old != null) {
      files.destroy(old);
      retired = null;
    }
  }

  /** After a failure nobody knows what is on disk, until the table is opened anew. */
  private void change(Change change) throws IOException {
    synchronized (monitor) {
      requireUsable();
      failed = true;
      change.run();
      failed = false;
    }
  }

  private void requireUsable() throws IOException {
    if (failed) {
      throw new IOException("the key table failed before; open the tenant anew");
    }
  }

  /** A change of what is on disk. */
  @FunctionalInterface
  private interface Change {
    void run() throws IOException;
  }
}
