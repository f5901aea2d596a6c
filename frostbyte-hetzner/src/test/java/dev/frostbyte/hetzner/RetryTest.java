package dev.frostbyte.hetzner;

import static dev.frostbyte.hetzner.FakeApi.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RetryTest {
  private static final MockResponse GOOD = Answers.ok(Answers.file("locations.json"));

  @ParameterizedTest
  @CsvSource({
    "409, conflict",
    "429, rate_limit_exceeded",
    "502, bad_gateway",
    "504, timeout",
    "500, timeout"
  })
  void asksAgainAfter(int status, String code) {
    try (FakeApi api = FakeApi.open(Answers.error(status, code), GOOD)) {
      assertThat(api.locations().orThrow()).hasSize(1);
      assertThat(api.pauses).containsExactly(Duration.ofSeconds(1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "423, locked",
    "412, resource_unavailable",
    "503, unavailable",
    "500, server_error",
    "403, maintenance",
    "401, unauthorized",
    "502, brand_new_code"
  })
  void doesNotAskAgainAfter(int status, String code) {
    try (FakeApi api = FakeApi.open(Answers.error(status, code), GOOD)) {
      assertThat(errorOf(api.locations())).isInstanceOf(HetznerError.Refused.class);
      assertThat(api.pauses).isEmpty();
      assertThat(api.server.getRequestCount()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 504})
  void asksAgainAfterABare(int status) {
    try (FakeApi api = FakeApi.open(Answers.json(status, "<html>").build(), GOOD)) {
      assertThat(api.locations().orThrow()).hasSize(1);
      assertThat(api.pauses).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429, 408, 404})
  void doesNotAskAgainAfterABare(int status) {
    try (FakeApi api = FakeApi.open(Answers.json(status, "").build(), GOOD)) {
      assertThat(errorOf(api.locations())).isInstanceOf(HetznerError.UnexpectedStatus.class);
      assertThat(api.server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void letsNoLibraryRepeatA503WithRetryAfterZero() {
    MockResponse now =
        Answers.json(503, Answers.envelope("unavailable", "no"))
            .addHeader("Retry-After", "0")
            .build();
    try (FakeApi api = FakeApi.open(now, GOOD)) {
      assertThat(errorOf(api.locations())).isInstanceOf(HetznerError.Refused.class);
      assertThat(api.server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void asksAgainAfterANetworkTimeout() {
    MockResponse late = Answers.json(200, "{}").headersDelay(60, TimeUnit.SECONDS).build();
    try (FakeApi api = FakeApi.open(late, GOOD);
        HetznerClient client = api.client().timeout(Duration.ofSeconds(1)).build()) {
      assertThat(client.locations().orThrow()).hasSize(1);
      assertThat(api.pauses).hasSize(1);
    }
  }

  @Test
  void givesUpOnANetworkTimeoutAsUnreachable() {
    MockResponse late = Answers.json(200, "{}").bodyDelay(60, TimeUnit.SECONDS).build();
    try (FakeApi api = FakeApi.open(late);
        HetznerClient client = api.client().maxRetries(0).timeout(Duration.ofMillis(300)).build()) {
      HetznerError error = errorOf(client.locations());
      assertThat(error).isInstanceOf(HetznerError.Unreachable.class);
      assertThat(((HetznerError.Unreachable) error).kind())
          .isEqualTo(HetznerError.Unreachable.Kind.TIMEOUT);
    }
  }

  @Test
  void doesNotAskAgainAfterABrokenConnection() {
    MockResponse broken =
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    try (FakeApi api = FakeApi.open(broken, GOOD)) {
      HetznerError error = errorOf(api.locations());
      assertThat(((HetznerError.Unreachable) error).kind())
          .isEqualTo(HetznerError.Unreachable.Kind.CONNECTION);
      assertThat(api.server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void doublesTheWaitAndEndsAfterTheRetriesAllowed() {
    MockResponse[] refusals =
        Collections.nCopies(9, Answers.error(429, "rate_limit_exceeded"))
            .toArray(new MockResponse[0]);
    try (FakeApi api = FakeApi.open(refusals)) {
      HetznerError.Refused error = (HetznerError.Refused) errorOf(api.locations());
      assertThat(error.code()).isEqualTo(ErrorCode.RATE_LIMIT_EXCEEDED);
      assertThat(api.pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L);
      assertThat(api.server.getRequestCount()).isEqualTo(6);
    }
  }

  @Test
  void waitsNoLongerThanAllowed() {
    MockResponse refusal = Answers.error(409, "conflict");
    try (FakeApi api = FakeApi.open(refusal, refusal, refusal, GOOD);
        HetznerClient client = api.client().maxWait(Duration.ofSeconds(3)).build()) {
      assertThat(client.locations().orThrow()).hasSize(1);
      assertThat(api.pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void sharesTheRetriesAmongThePagesOfOneList() {
    MockResponse refusal = Answers.error(409, "conflict");
    MockResponse first = Answers.ok(Answers.page(1, 1, "{\"page\":1,\"next_page\":2}"));
    try (FakeApi api = FakeApi.open(refusal, first, refusal, refusal, GOOD);
        HetznerClient client = api.client().maxRetries(2).build()) {
      assertThat(errorOf(client.locations())).isInstanceOf(HetznerError.Refused.class);
      assertThat(api.server.getRequestCount()).isEqualTo(4);
    }
  }

  @Test
  void waitsAsLongAsAsked() {
    try (FakeApi api = FakeApi.open(limited("42"), GOOD)) {
      assertThat(api.locations().orThrow()).hasSize(1);
      assertThat(api.pauses).containsExactly(Duration.ofSeconds(42));
    }
  }

  @Test
  void waitsUntilTheDateAsked() {
    try (FakeApi api = FakeApi.open(limited("Thu, 01 Jan 2026 00:00:30 GMT"), GOOD)) {
      assertThat(api.locations().orThrow()).hasSize(1);
      assertThat(api.pauses).containsExactly(Duration.ofSeconds(30));
    }
  }

  @Test
  void neverAsksSoonerThanTheBackoffSays() {
    try (FakeApi api = FakeApi.open(limited("0"), GOOD)) {
      assertThat(api.locations().orThrow()).hasSize(1);
      assertThat(api.pauses).containsExactly(Duration.ofSeconds(1));
    }
  }

  @Test
  void givesUpAtOnceWhenAskedToWaitTooLong() {
    try (FakeApi api = FakeApi.open(limited("3600"), GOOD)) {
      HetznerError error = errorOf(api.locations());
      assertThat(error.retryAfter()).contains(Duration.ofHours(1));
      assertThat(api.pauses).isEmpty();
      assertThat(api.server.getRequestCount()).isEqualTo(1);
    }
  }

  private static MockResponse limited(String retryAfter) {
    return Answers.json(429, Answers.envelope("rate_limit_exceeded", "no"))
        .addHeader("Retry-After", retryAfter)
        .build();
  }
}
