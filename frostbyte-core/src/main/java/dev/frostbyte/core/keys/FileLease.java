package dev.frostbyte.core.keys;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds a file against other processes and other threads of this one. Whoever takes it closes it;
 * the operating system releases it when the process dies. Nobody else in this process may open the
 * file: POSIX drops a process's locks on a file whenever the process closes any channel to it.
 * Thread-safe.
 */
public final class FileLease implements AutoCloseable {
  private static final Object MONITOR = new Object();
  private static final Set<Path> HELD = new HashSet<>();

  /** Channels that must stay open, since another class loader's copy of this class has the lock. */
  private static final Map<Path, FileChannel> PARKED = new HashMap<>();

  private static final Map<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

  private final Path place;
  private final FileChannel channel;

  private FileLease(Path place, FileChannel channel) {
    this.place = place;
    this.channel = channel;
  }

  /** Takes the lease, or nothing when another holder has it. */
  public static Optional<FileLease> tryTake(Path file) throws IOException {
    Path place = place(file);
    synchronized (MONITOR) {
      return HELD.contains(place) ? Optional.empty() : take(place);
    }
  }

  /** Waits for the lease; for short critical sections only. */
  public static Waited waitFor(Path file) throws IOException {
    Path place = place(file);
    ReentrantLock inProcess = IN_PROCESS.computeIfAbsent(place, path -> new ReentrantLock());
    inProcess.lock();
    try {
      return new Waited(locked(place), inProcess);
    } catch (IOException | RuntimeException e) {
      inProcess.unlock();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (MONITOR) {
      if (channel.isOpen()) {
        HELD.remove(place);
        channel.close();
      }
    }
  }

  private static Optional<FileLease> take(Path place) throws IOException {
    FileChannel parked = PARKED.remove(place);
    FileChannel channel = parked == null ? FileChannel.open(place, CREATE, WRITE) : parked;
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        HELD.add(place);
        return Optional.of(new FileLease(place, channel));
      }
    } catch (OverlappingFileLockException held) {
      PARKED.put(place, channel);
      return Optional.empty();
    }
    channel.close();
    return Optional.empty();
  }

  private static FileChannel locked(Path place) throws IOException {
    FileChannel channel = FileChannel.open(place, CREATE, WRITE);
    try {
      channel.lock();
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** One name for one file, whatever way it is written. */
  private static Path place(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
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
