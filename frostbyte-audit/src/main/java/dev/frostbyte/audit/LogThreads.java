package dev.frostbyte.audit;

import java.time.Duration;

/**
 * The threads that all logs of a provider share. Thread-safe.
 *
 * <p>Writers are platform threads: a virtual one could not run while callers that wait for it pin
 * the carriers, and writing files blocks a carrier anyway.
 */
interface LogThreads {
  /** Runs the work of a writer, at once. */
  void write(Runnable work);

  /**
   * Runs short work that does not block, once, after a delay.
   *
   * @return takes the work back, if it has not begun
   */
  Runnable after(Duration delay, Runnable work);
}
