package dev.frostbyte.hetzner;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Remembers that a client was closed and wakes those who wait. Thread-safe. */
final class Closing {
  private final CountDownLatch latch = new CountDownLatch(1);

  void close() {
    latch.countDown();
  }

  boolean isClosed() {
    return latch.getCount() == 0;
  }

  /** Waits that long, or until the client is closed. */
  void await(Duration time) throws InterruptedException {
    latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
