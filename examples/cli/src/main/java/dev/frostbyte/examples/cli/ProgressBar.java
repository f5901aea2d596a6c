package dev.frostbyte.examples.cli;

import dev.frostbyte.core.ProgressListener;
import java.util.Locale;

/**
 * Shows on standard error how far a run is: a bar that is redrawn in place on a terminal, a line
 * for every tenth of the files elsewhere. Thread-safe.
 */
final class ProgressBar implements ProgressListener, AutoCloseable {
  private static final int WIDTH = 30;
  private static final String CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private final int total;
  private final Object monitor = new Object();
  private int finished;
  private int told;
  private String phase = "";
  private boolean drawn;

  ProgressBar(Terminal terminal, int total) {
    this.terminal = terminal;
    this.total = total;
  }

  @Override
  public void progress(Progress progress) {
    synchronized (monitor) {
      finished = Math.max(finished, progress.finished());
      phase = progress.phase().name().toLowerCase(Locale.ROOT);
      if (terminal.interactive()) {
        draw();
      } else {
        tell();
      }
    }
  }

  /** Prints without mixing the bar into it. */
  void above(Runnable print) {
    synchronized (monitor) {
      clear();
      print.run();
    }
  }

  @Override
  public void close() {
    synchronized (monitor) {
      clear();
    }
  }

  private void draw() {
    int filled = total == 0 ? WIDTH : WIDTH * finished / total;
    String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
    terminal
        .err()
        .print(
            "\r["
                + bar
                + "] "
                + finished
                + "/"
                + total
                + " "
                + String.format(Locale.ROOT, "%-10s", phase));
    terminal.err().flush();
    drawn = true;
  }

  private void tell() {
    int tenth = total == 0 ? 10 : 10 * finished / total;
    if (tenth > told) {
      told = tenth;
      terminal.err().println(finished + " of " + total + " files");
    }
  }

  private void clear() {
    if (drawn) {
      terminal.err().print(CLEAR);
      terminal.err().flush();
      drawn = false;
    }
  }
}
