package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.SubmissionId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562 section 5.7): 48 bits of milliseconds, then random bits.
 * Thread-safe.
 */
final class Ids {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Ids(Clock clock) {
    this.clock = clock;
  }

  UUID next() {
    long high = (clock.millis() << 16) | VERSION_7 | (random.nextInt() & 0xfffL);
    long low = VARIANT | (random.nextLong() & 0x3fff_ffff_ffff_ffffL);
    return new UUID(high, low);
  }

  SubmissionId submission() {
    return new SubmissionId("sub_" + next().toString().replace("-", ""));
  }
}
