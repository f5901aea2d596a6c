package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.ParserHost;
import java.io.IOException;

/** Runs parsers in this JVM, in the thread that asks. Thread-safe. */
final class InProcessHost implements ParserHost {
  private volatile boolean closed;

  @Override
  public Seat seat() throws IOException {
    requireOpen();
    return new InProcessSeat(this);
  }

  @Override
  public String level() {
    return "in-process";
  }

  @Override
  public void close() {
    closed = true;
  }

  void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("the parser host is closed; open another");
    }
  }
}
