package dev.frostbyte.hetzner;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before asking again: 1 s, 2 s, 4 s and so on up to {@code maxWait}, each
 * shortened by up to half at random so that clients do not ask in step. Thread-safe.
 *
 * @param jitter gives numbers in [0, 1)
 */
record Backoff(Duration maxWait, DoubleSupplier jitter) {
  private static final long BASE_MILLIS = 1000;
  private static final int MAX_DOUBLINGS = 20;

  /**
   * The wait after this many failures.
   *
   * @param failures from 1
   * @param asked the wait that the other side asked for; never undercut
   * @return empty when the wait asked for exceeds {@code maxWait}
   */
  Optional<Duration> after(int failures, Optional<Duration> asked) {
    Duration own = own(failures);
    Duration wait = asked.filter(time -> time.compareTo(own) > 0).orElse(own);
    return Optional.of(wait).filter(time -> time.compareTo(maxWait) <= 0);
  }

  private Duration own(int failures) {
    long grown = BASE_MILLIS << Math.min(failures - 1, MAX_DOUBLINGS);
    long capped = Math.min(grown, maxWait.toMillis());
    return Duration.ofMillis(capped - (long) (jitter.getAsDouble() * capped / 2));
  }
}
