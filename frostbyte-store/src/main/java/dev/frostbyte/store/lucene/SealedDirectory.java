package dev.frostbyte.store.lucene;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.api.tenant.EpochKey;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.ReadOnceHint;

/**
 * A Lucene directory in which every file is sealed with a random key of its own; the keys stand in
 * a {@link KeyTable} under the current epoch. A file exists when its key does. Thread-safe; closing
 * it forgets the keys and leaves the files.
 */
final class SealedDirectory extends Directory {
  private final DurableDirectory files;
  private final NIOFSDirectory locks;
  private final EpochKey epochs;
  private final KeyTable table;
  private final BlockCache cache;
  private final AtomicLong temporary = new AtomicLong();
  private final Object keyLock = new Object();
  private final Map<String, FileKey> keys = new ConcurrentSkipListMap<>();
  private final Set<String> durable = new HashSet<>();
  private final Set<String> retired = new HashSet<>();
  private volatile boolean closed;

  private SealedDirectory(DurableDirectory files, NIOFSDirectory locks, EpochKey epochs, long most)
      throws IOException {
    this.files = files;
    this.locks = locks;
    this.epochs = epochs;
    this.table = new KeyTable(files, epochs);
    this.cache = new BlockCache(most);
    keys.putAll(table.read());
    durable.addAll(keys.keySet());
  }

  /**
   * Opens a directory and removes files without a key, which a crash left.
   *
   * @param lockFolder where lock files go
   * @param cacheBytes most opened bytes kept in memory
   */
  static SealedDirectory open(
      DurableDirectory files, Path lockFolder, EpochKey epochs, long cacheBytes)
      throws IOException {
    NIOFSDirectory locks = new NIOFSDirectory(lockFolder);
    SealedDirectory opened = new SealedDirectory(files, locks, epochs, cacheBytes);
    opened.adopt();
    return opened;
  }

  private void adopt() throws IOException {
    Set<String> present = new HashSet<>(files.list());
    keys.keySet().retainAll(present);
    for (String name : present) {
      if (!keys.containsKey(name) && !kept(name)) {
        files.delete(name);
      }
    }
  }

  private static boolean kept(String name) {
    return name.equals(KeyTable.NAME) || name.endsWith(".lock") || name.endsWith(".format");
  }

  @Override
  public String[] listAll() {
    requireOpen();
    return keys.keySet().toArray(String[]::new);
  }

  @Override
  public void deleteFile(String name) throws IOException {
    requireOpen();
    synchronized (keyLock) {
      if (retired.remove(name)) {
        return;
      }
      key(name).secret().close();
      keys.remove(name);
    }
    files.delete(name);
  }

  @Override
  public long fileLength(String name) throws IOException {
    requireOpen();
    return wholeKey(name).length();
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    requireOpen();
    FileKey key = FileKey.fresh();
    if (keys.putIfAbsent(name, key) != null) {
      throw new FileAlreadyExistsException(name);
    }
    try {
      DurableFile file = files.create(name);
      return new SealedIndexOutput(
          name, file, key, length -> keys.replace(name, key.ofLength(length)));
    } catch (IOException | RuntimeException e) {
      keys.remove(name);
      throw e;
    }
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    String name = getTempFileName(prefix, suffix, temporary.getAndIncrement());
    return keys.containsKey(name)
        ? createTempOutput(prefix, suffix, context)
        : createOutput(name, context);
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    requireOpen();
    for (String name : names) {
      try (DurableFile file = files.open(name)) {
        file.force(true);
      }
    }
    writeKeys(epochs.epoch());
  }

  @Override
  public void syncMetaData() throws IOException {
    requireOpen();
    files.sync();
  }

  /** The key is durable under both names while the file is renamed. */
  @Override
  public void rename(String from, String to) throws IOException {
    requireOpen();
    synchronized (keyLock) {
      keys.put(to, wholeKey(from));
      if (durable.contains(from)) {
        writeKeys(epochs.epoch());
      }
      files.rename(from, to);
      keys.remove(from);
    }
  }

  private void writeKeys(long epoch) throws IOException {
    synchronized (keyLock) {
      Map<String, FileKey> whole = new TreeMap<>(keys);
      whole.values().removeIf(key -> key.length() == FileKey.OPEN);
      table.write(whole, epoch);
      durable.clear();
      durable.addAll(whole.keySet());
    }
  }

  /**
   * Makes every older copy of the key table, and so of the index files, open nothing: writes the
   * keys of these files under a new epoch and destroys the epochs before. Other files are removed;
   * readers that have them open go on reading, with keys that are in memory only.
   *
   * @param live names of the files of the last commit
   */
  void renew(Collection<String> live) throws IOException {
    requireOpen();
    synchronized (keyLock) {
      retired.addAll(keys.keySet());
      retired.removeAll(live);
      keys.keySet().retainAll(live);
      long epoch = epochs.begin();
      writeKeys(epoch);
      epochs.destroyBefore(epoch);
    }
    adopt();
    files.sync();
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    requireOpen();
    boolean once = context.hints().contains(ReadOnceHint.INSTANCE);
    boolean cached = context.context() == IOContext.Context.DEFAULT && !once;
    return SealedIndexInput.of(name, SealedFile.open(files, name, wholeKey(name), cache, cached));
  }

  private FileKey key(String name) throws NoSuchFileException {
    FileKey key = keys.get(name);
    if (key == null) {
      throw new NoSuchFileException(name);
    }
    return key;
  }

  private FileKey wholeKey(String name) throws IOException {
    FileKey key = key(name);
    if (key.length() == FileKey.OPEN) {
      throw new FileNotFoundException(name + " is still being written");
    }
    return key;
  }

  @Override
  public Lock obtainLock(String name) throws IOException {
    requireOpen();
    return locks.obtainLock(name);
  }

  /** Bytes of opened blocks in memory. */
  long cachedBytes() {
    return cache.bytes();
  }

  @Override
  public Set<String> getPendingDeletions() {
    return Set.of();
  }

  private void requireOpen() {
    if (closed) {
      throw new org.apache.lucene.store.AlreadyClosedException("this directory was closed");
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (keyLock) {
      closed = true;
      keys.values().forEach(key -> key.secret().close());
    }
    locks.close();
  }
}
