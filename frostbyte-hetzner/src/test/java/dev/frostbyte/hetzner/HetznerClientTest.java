package dev.frostbyte.hetzner;

import static dev.frostbyte.hetzner.FakeApi.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HetznerClientTest {

  @Test
  void readsLocations() {
    try (FakeApi api = FakeApi.open(Answers.ok(Answers.file("locations.json")))) {
      Location place = api.locations().orThrow().getFirst();
      assertThat(place.id()).isEqualTo(42);
      assertThat(place.name()).isEqualTo("fsn1");
      assertThat(place.city()).contains("Falkenstein");
      assertThat(place.latitude()).hasValue(50.47612);
      assertThat(place.networkZone()).contains("eu-central");
    }
  }

  @Test
  void readsServerTypes() {
    try (FakeApi api = FakeApi.open(Answers.ok(Answers.file("server_types.json")));
        HetznerClient client = api.client().build()) {
      ServerType type = client.serverTypes().orThrow().getFirst();
      assertThat(type.name()).isEqualTo("cpx22");
      assertThat(type.cores()).hasValue(2);
      assertThat(type.memory()).hasValue(4);
      assertThat(type.disk()).hasValue(80);
      Optional<Instant> end = Optional.of(Instant.parse("2023-09-01T00:00:00Z"));
      assertThat(type.deprecation().orElseThrow().unavailableAfter()).isEqualTo(end);
      assertThat(type.offers().getFirst().deprecation().orElseThrow().unavailableAfter())
          .isEqualTo(end);
      ServerType.Amount hourly = type.prices().getFirst().hourly().orElseThrow();
      assertThat(hourly.gross()).contains(new BigDecimal("1.1900"));
    }
  }

  @Test
  void readsNetworksWithLabelsAndSubnets() {
    try (FakeApi api = FakeApi.open(Answers.ok(Answers.file("networks.json")));
        HetznerClient client = api.client().build()) {
      Network network = client.networks().orThrow().getFirst();
      assertThat(network.ipRange()).contains("10.0.0.0/16");
      assertThat(network.labels())
          .containsExactly(
              Map.entry("environment", "prod"),
              Map.entry("example.com/my", "label"),
              Map.entry("just-a-key", ""));
      Network.Subnet subnet = network.subnets().getFirst();
      assertThat(subnet.ipRange()).contains("10.0.1.0/24");
      assertThat(subnet.vswitchId()).hasValue(1000);
      assertThat(network.routes().getFirst().gateway()).contains("10.0.1.1");
      assertThat(network.serverIds()).containsExactly(42L);
      assertThat(network.deleteProtected()).contains(false);
      assertThat(network.created()).contains(Instant.parse("2016-01-30T23:55:00Z"));
    }
  }

  @Test
  void readsOneNetworkByItsId() throws InterruptedException {
    try (FakeApi api = FakeApi.open(Answers.ok(Answers.file("network.json")));
        HetznerClient client = api.client().build()) {
      assertThat(client.network(4711).orThrow().name()).isEqualTo("mynet");
      assertThat(api.request().getTarget()).isEqualTo("/v1/networks/4711");
    }
  }

  @Test
  void readsOneLocationAndOneServerTypeByTheirIds() throws InterruptedException {
    try (FakeApi api =
            FakeApi.open(
                Answers.ok("{\"location\":{\"id\":1,\"name\":\"fsn1\"}}"),
                Answers.ok("{\"server_type\":{\"id\":2,\"name\":\"cpx22\"}}"));
        HetznerClient client = api.client().build()) {
      assertThat(client.location(1).orThrow().name()).isEqualTo("fsn1");
      assertThat(client.serverType(2).orThrow().cores()).isEmpty();
      assertThat(api.request().getTarget()).isEqualTo("/v1/locations/1");
      assertThat(api.request().getTarget()).isEqualTo("/v1/server_types/2");
    }
  }

  @Test
  void sendsTheTokenAndAsksForThePage() throws InterruptedException {
    try (FakeApi api = FakeApi.open(Answers.ok(Answers.file("locations.json")));
        HetznerClient client = api.client().perPage(7).build()) {
      client.locations().orThrow();
      RecordedRequest request = api.request();
      assertThat(request.getMethod()).isEqualTo("GET");
      assertThat(request.getTarget()).isEqualTo("/v1/locations?page=1&per_page=7");
      assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + FakeApi.SECRET);
    }
  }

  @Test
  void showsTheRateLimitOfTheLastAnswer() {
    MockResponse answer =
        Answers.json(200, Answers.file("locations.json"))
            .addHeader("RateLimit-Limit", "3600")
            .addHeader("RateLimit-Remaining", "3599")
            .addHeader("RateLimit-Reset", "1760000000")
            .build();
    try (FakeApi api = FakeApi.open(answer)) {
      assertThat(api.locations().rateLimit())
          .contains(new RateLimit(3600, 3599, Instant.ofEpochSecond(1760000000)));
    }
  }

  @Test
  void endsEveryCallAfterCloseAsStopped() {
    try (FakeApi api = FakeApi.open(Answers.ok(Answers.file("locations.json")))) {
      HetznerClient client = api.client().build();
      client.close();
      client.close();
      assertThat(errorOf(client.locations()))
          .isEqualTo(new HetznerError.Stopped(HetznerError.Stopped.Reason.CLOSED));
      assertThat(api.server.getRequestCount()).isZero();
    }
  }

  @Test
  void closeEndsARunningRequest() throws Exception {
    MockResponse slow = Answers.json(200, "{}").headersDelay(60, TimeUnit.SECONDS).build();
    try (FakeApi api = FakeApi.open(slow);
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      HetznerClient client = api.client().build();
      Future<HetznerResult<List<Location>>> call = other.submit(client::locations);
      api.request();
      client.close();
      assertThat(errorOf(call.get(10, TimeUnit.SECONDS)))
          .isEqualTo(new HetznerError.Stopped(HetznerError.Stopped.Reason.CLOSED));
    }
  }

  @Test
  void closeEndsAWaitBeforeTheNextAttempt() throws Exception {
    MockResponse later =
        Answers.json(429, Answers.envelope("rate_limit_exceeded", "no"))
            .addHeader("Retry-After", "50")
            .build();
    try (FakeApi api = FakeApi.open(later)) {
      HetznerClient client =
          HetznerClient.builder(HetznerToken.of(FakeApi.SECRET))
              .baseUrl(api.server.url("/").uri())
              .build();
      FutureTask<HetznerResult<List<Location>>> call = new FutureTask<>(client::locations);
      Thread caller = Thread.ofPlatform().daemon().start(call);
      awaitEntering(Closing.class, caller);
      client.close();
      assertThat(errorOf(call.get(10, TimeUnit.SECONDS)))
          .isEqualTo(new HetznerError.Stopped(HetznerError.Stopped.Reason.CLOSED));
    }
  }

  private static void awaitEntering(Class<?> type, Thread thread) {
    while (Arrays.stream(thread.getStackTrace())
        .noneMatch(frame -> frame.getClassName().equals(type.getName()))) {
      Thread.yield();
    }
  }

  @Test
  void doesNotAskWhenTheThreadIsInterrupted() {
    try (FakeApi api = FakeApi.open(Answers.ok(Answers.file("locations.json")))) {
      Thread.currentThread().interrupt();
      HetznerError error = errorOf(api.locations());
      assertThat(Thread.interrupted()).isTrue();
      assertThat(error)
          .isEqualTo(new HetznerError.Stopped(HetznerError.Stopped.Reason.INTERRUPTED));
    }
  }

  @Test
  void keepsTheInterruptOfItsThread() {
    try (FakeApi api = FakeApi.open(Answers.error(409, "conflict"))) {
      Pause interrupted =
          time -> {
            throw new InterruptedException();
          };
      try (HetznerClient client = api.client().pause(interrupted).build()) {
        HetznerError error = errorOf(client.locations());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(error)
            .isEqualTo(new HetznerError.Stopped(HetznerError.Stopped.Reason.INTERRUPTED));
      }
    }
  }

  @Test
  void servesManyThreadsAtOnce() throws Exception {
    try (FakeApi api = FakeApi.open();
        HetznerClient client = api.client().build();
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      api.server.setDispatcher(new ByPath());
      List<Future<Boolean>> calls =
          IntStream.range(0, 64).mapToObj(i -> threads.submit(() -> agrees(client, i))).toList();
      for (Future<Boolean> call : calls) {
        assertThat(call.get(20, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private static boolean agrees(HetznerClient client, int i) {
    return switch (i % 3) {
      case 0 -> client.locations().orThrow().getFirst().name().equals("fsn1");
      case 1 -> client.serverTypes().orThrow().getFirst().name().equals("cpx22");
      default -> client.networks().orThrow().getFirst().name().equals("mynet");
    };
  }

  /** Answers each list with the file of its name. */
  private static final class ByPath extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      return Answers.ok(Answers.file(request.getUrl().pathSegments().getLast() + ".json"));
    }
  }
}
