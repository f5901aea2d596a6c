package dev.frostbyte.parsers.worker;

import java.io.IOException;

/**
 * The parsers that threads of this JVM share. Whoever retires them waits for nobody: they are
 * closed when the last document that is read with them has ended. Thread-safe.
 */
final class SharedParsers {
  private final Object lock = new Object();
  private Shift current = new Shift();
  private boolean closed;

  /** Parsers of one time; each is used by so many documents. */
  static final class Shift {
    private final OpenParsers parsers = new OpenParsers();
    private int users;
    private boolean retired;

    OpenParsers parsers() {
      return parsers;
    }
  }

  /**
   * Takes the parsers for one document; {@link #leave} gives them back.
   *
   * @throws IOException once they are closed
   */
  Shift enter() throws IOException {
    synchronized (lock) {
      if (closed) {
        throw new IOException("the parser seat is closed; open another");
      }
      current.users++;
      return current;
    }
  }

  /**
   * Gives parsers back.
   *
   * @param reusable false when nobody knows what state they are in: the next document gets others
   */
  void leave(Shift used, boolean reusable) throws IOException {
    boolean last;
    synchronized (lock) {
      used.users--;
      if (!reusable) {
        retire(used);
      }
      last = used.retired && used.users == 0;
    }
    if (last) {
      used.parsers.close();
    }
  }

  /** Nobody gets them any more; idempotent. */
  void close() throws IOException {
    Shift left;
    boolean unused;
    synchronized (lock) {
      closed = true;
      left = current;
      unused = !left.retired && left.users == 0;
      left.retired = true;
    }
    if (unused) {
      left.parsers.close();
    }
  }

  private void retire(Shift used) {
    used.retired = true;
    if (current == used && !closed) {
      current = new Shift();
    }
  }
}
