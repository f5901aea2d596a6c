package dev.frostbyte.hetzner;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The project's request budget as an answer stated it. Immutable.
 *
 * @param limit requests per hour, for the whole project
 * @param remaining requests left now; grows by {@code limit / 3600} a second
 * @param fullAt when {@code remaining} will be {@code limit} again, if nobody asks meanwhile
 */
public record RateLimit(long limit, long remaining, Instant fullAt) {
  private static final int MAX_DIGITS = 11;

  /** From the three headers; empty unless all are present and plain numbers of 1 to 11 digits. */
  static Optional<RateLimit> parse(HeaderValues headers) {
    OptionalLong limit = number(headers.first("RateLimit-Limit"));
    OptionalLong remaining = number(headers.first("RateLimit-Remaining"));
    OptionalLong reset = number(headers.first("RateLimit-Reset"));
    if (limit.isEmpty() || remaining.isEmpty() || reset.isEmpty()) {
      return Optional.empty();
    }
    Instant fullAt = Instant.ofEpochSecond(reset.getAsLong());
    return Optional.of(new RateLimit(limit.getAsLong(), remaining.getAsLong(), fullAt));
  }

  private static OptionalLong number(Optional<String> header) {
    return header
        .filter(text -> text.length() <= MAX_DIGITS && text.matches("[0-9]+"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElse(OptionalLong.empty());
  }
}
