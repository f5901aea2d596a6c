package dev.frostbyte.hetzner;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header of that name: seconds, or a date. */
final class RetryAfter {
  private static final int MAX_LENGTH = 40;

  private RetryAfter() {}

  /** The wait, never negative; empty when the text is neither seconds nor a date. */
  static Optional<Duration> parse(String text, Clock clock) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return text.matches("[0-9]{1,9}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : date(text).map(date -> until(date, clock));
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static Duration until(Instant date, Clock clock) {
    Duration wait = Duration.between(clock.instant(), date);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
