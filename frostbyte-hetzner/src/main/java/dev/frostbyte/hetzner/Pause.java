package dev.frostbyte.hetzner;

import java.time.Duration;

/** Waits between two attempts. Thread-safe. */
@FunctionalInterface
interface Pause {

  /** Returns after the time, or earlier when the client is closed. */
  void await(Duration time) throws InterruptedException;
}
