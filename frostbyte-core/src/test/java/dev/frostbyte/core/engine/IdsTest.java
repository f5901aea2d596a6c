package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");

  @Test
  void areOfVersionSevenAndTheRfcVariant() {
    for (int i = 0; i < 1000; i++) {
      UUID id = ids(NOW).next();
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
    }
  }

  @Test
  void carryTheMillisecondsAndSortByThem() {
    UUID id = ids(NOW).next();
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    assertThat(ids(NOW.plusMillis(1)).next().toString()).isGreaterThan(id.toString());
    assertThat(ids(Instant.parse("9999-12-31T23:59:59Z")).next().version()).isEqualTo(7);
  }

  @Test
  void doNotRepeatWithinAMillisecond() {
    Ids ids = ids(NOW);
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(seen.add(ids.next())).isTrue();
    }
    assertThat(ids.submission().value()).matches("sub_[0-9a-f]{32}");
  }

  private static Ids ids(Instant instant) {
    return new Ids(Clock.fixed(instant, ZoneOffset.UTC));
  }
}
