package dev.frostbyte.core.plugin;

import java.io.IOException;
import java.util.List;

/** Closes several things, all of them, whatever one of them throws. */
public final class Closing {
  private Closing() {}

  /** Closes in order, also after an error; the first failure is thrown at the end. */
  public static void all(List<? extends AutoCloseable> closeables) throws IOException {
    Throwable first = null;
    for (AutoCloseable closeable : closeables) {
      try {
        closeable.close();
      } catch (Exception | Error e) {
        first = first == null ? e : first;
      }
    }
    if (first instanceof IOException failed) {
      throw failed;
    }
    if (first instanceof Error error) {
      throw error;
    }
    if (first != null) {
      throw new IOException("a stage failed to close: " + first.getClass().getName());
    }
  }
}
