package dev.frostbyte.api.file;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A lock on a file that one process has, as often as it likes; the operating system releases it
 * when the process dies. Each lock has one channel for all its holders, since POSIX drops a
 * process's lock on a file with any channel to it that is closed. Thread-safe.
 */
final class ProcessLock {
  private static final Object MONITOR = new Object();
  private static final Map<Path, ProcessLock> HELD = new HashMap<>();

  private final Path file;
  private final FileChannel channel;
  private int holders;

  private ProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock until the answer is closed; empty when another process has it. */
  static Optional<Closeable> tryTake(Path file) throws IOException {
    synchronized (MONITOR) {
      ProcessLock lock = HELD.get(file);
      if (lock == null) {
        FileChannel channel = FileChannel.open(file, CREATE, WRITE);
        if (!locks(channel)) {
          channel.close();
          return Optional.empty();
        }
        lock = new ProcessLock(file, channel);
        HELD.put(file, lock);
      }
      return Optional.of(lock.holder());
    }
  }

  /** True also when another class loader's copy of this class has it: that is this process. */
  private static boolean locks(FileChannel channel) throws IOException {
    boolean done = false;
    try {
      boolean locked = channel.tryLock() != null;
      done = true;
      return locked;
    } catch (OverlappingFileLockException ours) {
      done = true;
      return true;
    } finally {
      if (!done) {
        channel.close();
      }
    }
  }

  private Closeable holder() {
    holders++;
    AtomicBoolean released = new AtomicBoolean();
    return () -> {
      if (released.compareAndSet(false, true)) {
        release();
      }
    };
  }

  private void release() throws IOException {
    synchronized (MONITOR) {
      holders--;
      if (holders == 0) {
        HELD.remove(file);
        channel.close();
      }
    }
  }
}
