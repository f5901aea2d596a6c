package dev.frostbyte.hetzner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final HetznerClientBuilder builder = HetznerClient.builder(HetznerToken.of("x"));

  @Test
  void refusesValuesOutsideTheirRangesAndSaysSo() {
    assertThatThrownBy(() -> builder.perPage(51))
        .hasMessage("perPage is 51; give a value from 1 to 50.");
    assertThatThrownBy(() -> builder.perPage(0)).hasMessageContaining("perPage is 0");
    assertThatThrownBy(() -> builder.maxPages(0)).hasMessageContaining("1 to 1000");
    assertThatThrownBy(() -> builder.maxPages(1001)).hasMessageContaining("1 to 1000");
    assertThatThrownBy(() -> builder.maxRetries(-1)).hasMessageContaining("0 to 10");
    assertThatThrownBy(() -> builder.maxRetries(11)).hasMessageContaining("0 to 10");
    assertThatThrownBy(() -> builder.maxResponseBytes(1023)).hasMessageContaining("1023");
    assertThatThrownBy(() -> builder.maxResponseBytes(Integer.MAX_VALUE))
        .hasMessageContaining("1024");
    assertThatThrownBy(() -> builder.timeout(Duration.ZERO)).hasMessageContaining("PT0S");
    assertThatThrownBy(() -> builder.timeout(Duration.ofDays(1))).hasMessageContaining("PT24H");
    assertThatThrownBy(() -> builder.maxWait(Duration.ofMillis(-1)))
        .hasMessageContaining("maxWait");
    assertThatThrownBy(() -> builder.maxWait(Duration.ofHours(1))).hasMessageContaining("PT10M");
  }

  @Property
  void waitsBetweenHalfOfAndTheWholeBackoffAndNeverLongerThanAllowed(
      @ForAll @IntRange(min = 1, max = 1000) int failures,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random,
      @ForAll @IntRange(max = 600_000) int maxMillis) {
    Duration max = Duration.ofMillis(maxMillis);
    Duration wait = new Backoff(max, () -> random).after(failures, Optional.empty()).orElseThrow();
    double grown = Math.min(Math.pow(2, failures - 1) * 1000, maxMillis);
    assertThat((double) wait.toMillis()).isBetween(grown / 2 - 1, grown);
  }

  @Property
  void waitsAtLeastAsLongAsAskedOrNotAtAll(
      @ForAll @IntRange(min = 1, max = 10) int failures, @ForAll @IntRange(max = 200) int seconds) {
    Duration asked = Duration.ofSeconds(seconds);
    Optional<Duration> wait =
        new Backoff(Duration.ofSeconds(60), () -> 0.5).after(failures, Optional.of(asked));
    assertThat(wait.isPresent()).isEqualTo(seconds <= 60);
    wait.ifPresent(time -> assertThat(time).isGreaterThanOrEqualTo(asked));
  }
}
