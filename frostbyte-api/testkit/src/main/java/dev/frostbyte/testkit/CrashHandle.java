package dev.frostbyte.testkit;

import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.testkit.CrashFileSystem.Fate;
import dev.frostbyte.testkit.CrashFileSystem.Operation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/** An open file of {@link CrashFileSystem}. Thread-safe by the lock of the file system. */
final class CrashHandle implements DurableFile {
  private final CrashFileSystem system;
  private final CrashFile file;
  private boolean closed;

  CrashHandle(CrashFileSystem system, CrashFile file) {
    this.system = system;
    this.file = file;
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    synchronized (system) {
      enter(Operation.READ);
      return file.read(into, position);
    }
  }

  @Override
  public void write(ByteBuffer from, long position) throws IOException {
    synchronized (system) {
      Fate fate = enter(Operation.WRITE);
      if (fate == Fate.FAILED) {
        from.limit(from.position() + from.remaining() / 2);
      }
      if (from.hasRemaining()) {
        file.write(from, position, system.now());
      }
      fate.report(Operation.WRITE);
    }
  }

  @Override
  public long size() throws IOException {
    synchronized (system) {
      enter(Operation.LOOK);
      return file.length();
    }
  }

  @Override
  public void truncate(long size) throws IOException {
    synchronized (system) {
      if (size > file.length()) {
        throw new IllegalArgumentException(
            "cannot cut a file of " + file.length() + " bytes to " + size);
      }
      Fate fate = enter(Operation.TRUNCATE);
      if (fate != Fate.FAILED) {
        file.truncate(size, system.now());
      }
      fate.report(Operation.TRUNCATE);
    }
  }

  @Override
  public void force(boolean metadata) throws IOException {
    synchronized (system) {
      Fate fate = enter(Operation.FORCE);
      switch (fate) {
        case DONE -> file.force(metadata);
        case FAILED -> file.doubt();
        case IGNORED, CUT -> {}
      }
      fate.report(Operation.FORCE);
    }
  }

  private Fate enter(Operation operation) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    return system.enter(operation);
  }

  @Override
  public void close() {
    synchronized (system) {
      closed = true;
    }
  }
}
