package dev.frostbyte.hetzner;

import java.util.Optional;

/**
 * The end of one call: the value, or the error. Immutable.
 *
 * @param <T> what was asked for
 */
public sealed interface HetznerResult<T> {

  /**
   * The rate limit as the last answer of the call stated it; empty when no answer came or the
   * answer did not say.
   */
  Optional<RateLimit> rateLimit();

  /**
   * The value, for callers who treat every error as an exception.
   *
   * @throws HetznerException with the error, when there is no value
   */
  T orThrow();

  /** The call gave its value. */
  record Success<T>(T value, Optional<RateLimit> rateLimit) implements HetznerResult<T> {
    @Override
    public T orThrow() {
      return value;
    }
  }

  /** The call gave no value. A list is never given in part: one broken page fails all of it. */
  record Failure<T>(HetznerError error, Optional<RateLimit> rateLimit) implements HetznerResult<T> {
    @Override
    public T orThrow() {
      throw new HetznerException(error);
    }
  }
}
