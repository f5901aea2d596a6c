package dev.frostbyte.core.keys;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A tenant's keys by name. Each is sealed with the tenant key; the file they stand in is sealed
 * with an epoch key that only the key provider can open. Destroying keys writes the others anew
 * under a fresh epoch key and destroys the old one, so that an old page or a backup of the table
 * opens nothing. Thread-safe.
 */
public final class KeyTable implements AutoCloseable {
  private final DurableDirectory files;
  private final KeyProvider provider;
  private final String space;
  private final TenantKey tenantKey;
  private final Map<String, byte[]> wrapped = new ConcurrentHashMap<>();
  private final Object monitor = new Object();
  private KeyEpoch epoch;

  private KeyTable(
      DurableDirectory files,
      KeyProvider provider,
      String space,
      TenantKey tenantKey,
      KeyEpoch epoch) {
    this.files = files;
    this.provider = provider;
    this.space = space;
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
    return new KeyTable(
        files, provider, space, tenantKey, KeyEpoch.create(files, provider, space, 1, Map.of()));
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
    KeyEpoch.Opened newest = KeyEpoch.openNewest(files, provider, space);
    KeyTable table = new KeyTable(files, provider, space, tenantKey, newest.epoch());
    table.wrapped.putAll(newest.records());
    return table;
  }

  /** Adds keys; durable after {@link #force}. A name is never reused. */
  public void put(String name, SecretBytes key) throws IOException {
    synchronized (monitor) {
      byte[] sealed = tenantKey.wrap(name, key);
      if (wrapped.putIfAbsent(name, sealed) != null) {
        throw new IllegalArgumentException("there is a key of this name already");
      }
      epoch.append(name, sealed);
    }
  }

  /** Makes every key added before durable. */
  public void force() throws IOException {
    synchronized (monitor) {
      epoch.force();
    }
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
    return wrapped.keySet().stream().filter(name -> name.startsWith(prefix)).sorted().toList();
  }

  /**
   * Destroys keys; on return no copy of the table, however old, opens them. Absent names are fine.
   */
  public void destroy(Collection<String> names) throws IOException {
    synchronized (monitor) {
      Map<String, byte[]> survivors = new java.util.TreeMap<>(wrapped);
      survivors.keySet().removeAll(names);
      KeyEpoch old = epoch;
      epoch = KeyEpoch.create(files, provider, space, old.number() + 1, survivors);
      wrapped.keySet().removeAll(names);
      old.destroy(files, provider);
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (monitor) {
      epoch.close();
      tenantKey.close();
    }
  }
}
