package dev.frostbyte.examples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}, both UTF-8.
 * Thread-safe.
 *
 * @param interactive whether {@code err} is a terminal that understands carriage returns
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {
  /** The process's own streams; the launcher says whether they are a terminal. */
  static Terminal ofProcess() {
    return new Terminal(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        Boolean.getBoolean("frostbyte.terminal"));
  }

  void flush() {
    out.flush();
    err.flush();
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }
}
