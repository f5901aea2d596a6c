package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.ParserHost;
import java.io.IOException;

/**
 * Runs parsers in child processes; children are bound to a seat for their lifetime. Thread-safe.
 */
final class ProcessHost implements ParserHost {
  private final ChildPool pool;
  private final ChildCommand command;

  ProcessHost(ProcessHostConfig config, ChildCommand command) {
    this.pool = new ChildPool(config, command);
    this.command = command;
  }

  @Override
  public Seat seat() throws IOException {
    pool.startSpares();
    return new ProcessSeat(pool);
  }

  @Override
  public String level() {
    return pool.level();
  }

  @Override
  public void close() throws IOException {
    pool.close();
    command.close();
  }

  /** The pool, for tests. */
  ChildPool pool() {
    return pool;
  }
}
