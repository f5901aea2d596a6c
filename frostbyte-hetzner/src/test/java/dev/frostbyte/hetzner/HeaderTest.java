package dev.frostbyte.hetzner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
  private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

  @Test
  void readsTheRateLimit() {
    assertThat(rateLimit("3600", "0", "1760000000"))
        .contains(new RateLimit(3600, 0, Instant.ofEpochSecond(1760000000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "1.5", "1e3", "123456789012", "x", "٣"})
  void readsNoRateLimitFrom(String value) {
    assertThat(rateLimit(value, "1", "1")).isEmpty();
    assertThat(rateLimit("1", value, "1")).isEmpty();
    assertThat(rateLimit("1", "1", value)).isEmpty();
  }

  @Test
  void readsNoRateLimitWhenAHeaderIsAbsent() {
    HeaderValues two =
        name ->
            Optional.ofNullable(
                Map.of("RateLimit-Limit", "1", "RateLimit-Remaining", "1").get(name));
    assertThat(RateLimit.parse(two)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "7, PT7S",
    "999999999, PT277777H46M39S",
    "'Thu, 01 Jan 2026 00:01:00 GMT', PT1M",
    "'Thu, 01 Jan 2015 00:01:00 GMT', PT0S"
  })
  void readsRetryAfter(String text, Duration wait) {
    assertThat(RetryAfter.parse(text, CLOCK)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "soon", "9999999999", "Thu, 99 Jan 2026 00:01:00 GMT"})
  void readsNoRetryAfterFrom(String text) {
    assertThat(RetryAfter.parse(text, CLOCK)).isEmpty();
  }

  @Property
  void readsAnyTextAsAWaitOrAsNothing(@ForAll String text) {
    assertThat(RetryAfter.parse(text, CLOCK).orElse(Duration.ZERO))
        .isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(rateLimit(text, text, text).map(RateLimit::limit).orElse(0L)).isNotNegative();
  }

  private static Optional<RateLimit> rateLimit(String limit, String remaining, String reset) {
    Map<String, String> headers =
        Map.of(
            "RateLimit-Limit", limit,
            "RateLimit-Remaining", remaining,
            "RateLimit-Reset", reset);
    return RateLimit.parse(name -> Optional.ofNullable(headers.get(name)));
  }
}
