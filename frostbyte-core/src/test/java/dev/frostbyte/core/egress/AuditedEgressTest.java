package dev.frostbyte.core.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.spi.Egress.Limits;
import dev.frostbyte.api.spi.Egress.Request;
import dev.frostbyte.api.spi.Egress.Response;
import dev.frostbyte.testkit.RecordingEgress;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Consent and the trail of what leaves. */
final class AuditedEgressTest {
  private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);
  private static final EgressPolicy POLICY =
      EgressPolicy.none().allow("Witness.Example.com").allow("localhost").allow("[::1]");

  private final List<Written> trail = new ArrayList<>();
  private final RecordingEgress wire =
      RecordingEgress.answering(request -> new Response(200, "text/plain", new byte[3]));

  @Test
  void sendsToAllowedHostsOnly() throws IOException {
    Egress port = AuditedEgress.over(POLICY, this::append, wire);
    assertThat(port.send(to("https://witness.example.com/x")).status()).isEqualTo(200);
    assertThat(port.send(to("https://WITNESS.example.com:8443/x")).status()).isEqualTo(200);
    for (String other :
        List.of(
            "https://example.com/x",
            "https://sub.witness.example.com/x",
            "https://witness.example.com.evil.example/x",
            "http://witness.example.com/x",
            "http://localhost/x",
            "ftp://localhost/x")) {
      refuses(port, other);
    }
    assertThat(wire.sent()).hasSize(2);
    assertThat(trail).hasSize(4);
  }

  @Test
  void plainHttpIsForThisMachineAndOnlyWhenAllowed() throws IOException {
    Egress port = AuditedEgress.over(POLICY.allowPlainLoopback(), this::append, wire);
    port.send(to("http://localhost:8080/x"));
    port.send(to("http://[::1]:8080/x"));
    refuses(port, "http://witness.example.com/x");
    refuses(port, "http://127.0.0.1/x");
    refuses(AuditedEgress.over(EgressPolicy.none(), this::append, wire), "http://localhost/x");
  }

  @Test
  void writesHostBytesAndHashBeforeAndTheAnswersAfter() throws IOException {
    AuditedEgress.over(POLICY, this::append, wire).send(to("https://witness.example.com/x"));
    Written before = trail.getFirst();
    Written after = trail.getLast();
    assertThat(before.type).isEqualTo(EventType.EGRESS_REQUESTED);
    assertThat(before.data)
        .containsEntry("host", "witness.example.com")
        .containsEntry("purpose", "witness")
        .containsEntry("bytes", 4L)
        .containsEntry("hash", ContentHash.of(BODY).hex())
        .hasSize(4);
    assertThat(after.type).isEqualTo(EventType.EGRESS_COMPLETED);
    assertThat(after.previous).containsExactly(before.id);
    assertThat(after.data)
        .containsEntry("status", 200L)
        .containsEntry("answerBytes", 3L)
        .containsEntry("answerHash", ContentHash.of(new byte[3]).hex());
  }

  @Test
  void aFailureIsWrittenToo() {
    Egress broken =
        request -> {
          throw new IOException("cut off");
        };
    Egress port = AuditedEgress.over(POLICY, this::append, broken);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> port.send(to("https://witness.example.com/x")))
        .withMessage("cut off");
    assertThat(trail)
        .extracting(Written::type)
        .containsExactly(EventType.EGRESS_REQUESTED, EventType.EGRESS_FAILED);
    assertThat(trail.getLast().previous).containsExactly(trail.getFirst().id);
  }

  @Test
  void whenTheLogRefusesNothingIsSent() {
    EgressTrail full =
        (type, data, previous) -> {
          throw FrostbyteException.of(ProblemCode.AUDIT_UNAVAILABLE, "The disk is full.");
        };
    Egress port = AuditedEgress.over(POLICY, full, wire);
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> port.send(to("https://witness.example.com/x")));
    assertThat(wire.sent()).isEmpty();
  }

  @Test
  void requestsThatHideSomethingInTheirAddressAreRefused() {
    for (String address :
        List.of(
            "https://user@witness.example.com/",
            "https://witness.example.com/?q=secret",
            "https://witness.example.com/#x",
            "mailto:a@example.com",
            "/relative")) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .as(address)
          .isThrownBy(() -> to(address));
    }
  }

  private UUID append(EventType type, SortedMap<String, Object> data, List<UUID> previous) {
    Written written = new Written(new UUID(1, trail.size()), type, data, previous);
    trail.add(written);
    return written.id;
  }

  private static void refuses(Egress port, String address) {
    assertThatExceptionOfType(FrostbyteException.class)
        .as(address)
        .isThrownBy(() -> port.send(to(address)))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.EGRESS_NOT_CONSENTED));
  }

  private static Request to(String address) {
    Limits limits = new Limits(Duration.ofSeconds(5), 1_000);
    return new Request(URI.create(address), "text/plain", BODY, "witness", limits);
  }

  /** An event that was appended. */
  private record Written(
      UUID id, EventType type, SortedMap<String, Object> data, List<UUID> previous) {}
}
