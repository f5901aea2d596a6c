package dev.frostbyte.core.keys;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds a file against other processes and other threads of this one. Whoever takes it closes it;
 * the operating system releases it when the process dies. Thread-safe.
 */
public final class FileLease implements AutoCloseable {
  private static final Map<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

  private final FileChannel channel;

  private FileLease(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lease, or nothing when another holder has it. */
  public static Optional<FileLease> tryTake(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, CREATE, WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new FileLease(channel));
      }
    } catch (OverlappingFileLockException held) {
      channel.close();
      return Optional.empty();
    }
    channel.close();
    return Optional.empty();
  }

  /** Waits for the lease; for short critical sections only. */
  public static Waited waitFor(Path file) throws IOException {
    ReentrantLock inProcess = IN_PROCESS.computeIfAbsent(file, path -> new ReentrantLock());
    inProcess.lock();
    try {
      FileChannel channel = FileChannel.open(file, CREATE, WRITE);
      channel.lock();
      return new Waited(channel, inProcess);
    } catch (IOException | RuntimeException e) {
      inProcess.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** A lease of a short critical section. */
  public record Waited(FileChannel channel, ReentrantLock inProcess) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      try {
        channel.close();
      } finally {
        inProcess.unlock();
      }
    }
  }
}
