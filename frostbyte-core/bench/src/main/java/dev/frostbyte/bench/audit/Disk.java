package dev.frostbyte.bench.audit;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what a log does to its files: forces, bytes, CPU time of the threads that write, and how
 * much of it writes and forces take. Sees when a signed root becomes durable. Thread-safe.
 */
final class Disk {
  private static final int ROOT = 2;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final AtomicLong forces = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong systemNanos = new AtomicLong();
  private final Map<Long, Long> writers = new ConcurrentHashMap<>();
  private final SealListener listener;

  Disk(SealListener listener) {
    this.listener = listener;
  }

  static Disk counting() {
    return new Disk(size -> {});
  }

  DurableDirectory over(DurableDirectory files) {
    return new Directory(files);
  }

  /** Begins to count; what opening the log did is left out. */
  void begin() {
    forces.set(0);
    bytes.set(0);
    systemNanos.set(0);
    writers.clear();
  }

  long forces() {
    return forces.get();
  }

  long bytes() {
    return bytes.get();
  }

  /** CPU time of the writing threads inside of write and force. */
  long systemNanos() {
    return systemNanos.get();
  }

  /** CPU time of the writing threads since each first wrote. Ask before they end (five seconds). */
  long writerNanos() {
    return writers.entrySet().stream()
        .mapToLong(writer -> THREADS.getThreadCpuTime(writer.getKey()) - writer.getValue())
        .sum();
  }

  private long enter() {
    long now = THREADS.getCurrentThreadCpuTime();
    writers.putIfAbsent(Thread.currentThread().threadId(), now);
    return now;
  }

  private void leave(long entered) {
    systemNanos.addAndGet(THREADS.getCurrentThreadCpuTime() - entered);
  }

  /** Told the size of a root as soon as it is durable. */
  @FunctionalInterface
  interface SealListener {
    void sealed(long size);
  }

  private final class File implements DurableFile {
    private final DurableFile file;
    private long root = -1;

    private File(DurableFile file) {
      this.file = file;
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
      return file.read(into, position);
    }

    @Override
    public void write(ByteBuffer from, long position) throws IOException {
      root = Math.max(root, newestRoot(from));
      bytes.addAndGet(from.remaining());
      long entered = enter();
      file.write(from, position);
      leave(entered);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void truncate(long size) throws IOException {
      file.truncate(size);
    }

    @Override
    public void force(boolean metadata) throws IOException {
      long entered = enter();
      file.force(metadata);
      leave(entered);
      forces.incrementAndGet();
      if (root >= 0) {
        listener.sealed(root);
        root = -1;
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** Size of the newest root among whole frames (docs/audit.md); -1 when there is none. */
  private static long newestRoot(ByteBuffer frames) {
    long root = -1;
    int at = frames.position();
    while (at + 21 <= frames.limit() && frames.getInt(at) > 0) {
      root = frames.get(at + 20) == ROOT ? frames.getLong(at + 8) : root;
      at += 8 + frames.getInt(at);
    }
    return root;
  }

  private final class Directory implements DurableDirectory {
    private final DurableDirectory files;

    private Directory(DurableDirectory files) {
      this.files = files;
    }

    @Override
    public List<String> list() throws IOException {
      return files.list();
    }

    @Override
    public boolean exists(String name) throws IOException {
      return files.exists(name);
    }

    @Override
    public DurableFile create(String name) throws IOException {
      return new File(files.create(name));
    }

    @Override
    public DurableFile open(String name) throws IOException {
      return new File(files.open(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
      files.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
      files.delete(name);
    }

    @Override
    public void sync() throws IOException {
      files.sync();
    }

    @Override
    public DurableDirectory directory(String name) throws IOException {
      return new Directory(files.directory(name));
    }
  }
}
