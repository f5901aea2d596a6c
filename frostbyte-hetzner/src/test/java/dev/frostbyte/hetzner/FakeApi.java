package dev.frostbyte.hetzner;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server on the loopback address and clients that never sleep. One thread. */
final class FakeApi implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final String SECRET = "s3cr3t-t0k3n-value-that-must-never-be-shown";

  final MockWebServer server = new MockWebServer();
  final List<Duration> pauses = new ArrayList<>();

  static FakeApi open(MockResponse... responses) {
    FakeApi api = new FakeApi();
    try {
      api.server.start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    for (MockResponse response : responses) {
      api.server.enqueue(response);
    }
    return api;
  }

  /** A client without jitter whose waits are only written down. */
  HetznerClientBuilder client() {
    return HetznerClient.builder(HetznerToken.of(SECRET))
        .baseUrl(server.url("/v1").uri())
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .jitter(() -> 0)
        .pause(pauses::add);
  }

  HetznerResult<List<Location>> locations() {
    try (HetznerClient client = client().build()) {
      return client.locations();
    }
  }

  RecordedRequest request() throws InterruptedException {
    return Objects.requireNonNull(server.takeRequest(1, TimeUnit.SECONDS), "no request came");
  }

  static <T> HetznerError errorOf(HetznerResult<T> result) {
    if (result instanceof HetznerResult.Failure<T> failure) {
      return failure.error();
    }
    throw new AssertionError("an error was expected but the call gave " + result);
  }

  @Override
  public void close() {
    server.close();
  }
}
