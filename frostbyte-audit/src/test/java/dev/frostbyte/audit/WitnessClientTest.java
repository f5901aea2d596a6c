package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.spi.Egress.Request;
import dev.frostbyte.api.spi.Egress.Response;
import dev.frostbyte.audit.WitnessClient.Outcome;
import dev.frostbyte.testkit.CrashFileSystem;
import dev.frostbyte.testkit.RecordingEgress;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The HTTP side of witnessing, with a witness of ours behind a recorded port. */
final class WitnessClientTest {
  private static final URI PREFIX = URI.create("https://witness.example.com/w1/");

  private final MemoryKeys keys = new MemoryKeys();
  private final CrashFileSystem witnessDisk = new CrashFileSystem();
  private final List<String> vkeys =
      FileWitness.init(witnessDisk.root(), keys, "witness.example.com/w1");
  private final FileAuditProvider provider = TestLog.provider(TestLog.SMALL);
  private final AuditLog log = provider.open(new CrashFileSystem().root(), TestLog.NAME);
  private final FileWitness witness =
      FileWitness.open(
          witnessDisk.root(), keys, List.of(provider.verifierKey()), Clock.systemUTC());
  private final RecordingEgress egress = RecordingEgress.answering(this::answer);

  WitnessClientTest() throws IOException {}

  @Test
  void postsToTheWitnessAndKeepsItsCosignature() throws IOException {
    append(3);
    assertThat(client().cosign(log)).isInstanceOf(Outcome.Kept.class);
    Request sent = egress.sent().getFirst();
    assertThat(sent.uri()).isEqualTo(URI.create("https://witness.example.com/w1/add-checkpoint"));
    assertThat(sent.purpose()).isEqualTo("witness");
    assertThat(log.seal().note()).contains("witness.example.com/w1");
  }

  @Test
  void asksOnceMoreFromTheSizeTheWitnessKnowsAndThenRemembersIt() throws IOException {
    append(3);
    client().cosign(log);
    append(2);
    WitnessClient forgetful = client();
    assertThat(forgetful.cosign(log)).isInstanceOf(Outcome.Kept.class);
    assertThat(egress.sent()).hasSize(3);
    append(1);
    assertThat(forgetful.cosign(log)).isInstanceOf(Outcome.Kept.class);
    assertThat(egress.sent()).hasSize(4);
  }

  @Test
  void saysThatALogWasCutBack() throws IOException {
    append(4);
    client().cosign(log);
    try (AuditLog shorter =
        TestLog.provider(TestLog.SMALL).open(new CrashFileSystem().root(), TestLog.NAME)) {
      shorter.append(Events.event(0), Events.NO_PAYLOAD);
      shorter.seal();
      assertThat(client().cosign(shorter)).isEqualTo(new Outcome.Ahead(4, 1));
    }
  }

  @Test
  void handsOnRefusalsAndNeverAsksMoreThanTwice() throws IOException {
    append(2);
    for (int status : List.of(400, 403, 404, 409, 422, 500, 302)) {
      RecordingEgress fixed = fixed(status, "text/plain", "");
      assertThat(client(fixed).cosign(log)).isEqualTo(new Outcome.Refused(status));
      assertThat(fixed.sent()).hasSize(1);
    }
    RecordingEgress stubborn = fixed(409, "text/x.tlog.size", "1\n");
    assertThat(client(stubborn).cosign(log)).isEqualTo(new Outcome.Refused(409));
    assertThat(stubborn.sent()).hasSize(2);
  }

  @Test
  void aSizeThatIsNoneIsNoSize() throws IOException {
    append(2);
    for (String body : List.of("1", "01\n", "-1\n", "9999999999999999999\n", "")) {
      RecordingEgress odd = fixed(409, "text/x.tlog.size", body);
      assertThat(client(odd).cosign(log)).isEqualTo(new Outcome.Refused(409));
      assertThat(odd.sent()).hasSize(1);
    }
  }

  @Test
  void anAnswerWithoutKnownKeysKeepsNothing() throws IOException {
    append(2);
    List<String> others = FileWitness.init(new CrashFileSystem().root(), keys, "other.example");
    WitnessClient client = WitnessClient.of(PREFIX, others, egress);
    assertThat(client.cosign(log)).isEqualTo(new Outcome.Unknown());
    assertThat(log.seal().note()).doesNotContain("witness.example.com");
  }

  @Test
  void anAnswerThatIsNoCosignatureIsRefused() throws IOException {
    append(2);
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> client(fixed(200, "text/plain", "thank you")).cosign(log))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.EVIDENCE_REFUSED));
  }

  @Test
  void withoutConsentNothingIsSent() throws IOException {
    append(2);
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> client(Egress.NONE).cosign(log))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.EGRESS_NOT_CONSENTED));
  }

  private static RecordingEgress fixed(int status, String mediaType, String body) {
    return RecordingEgress.answering(
        request -> new Response(status, mediaType, body.getBytes(StandardCharsets.UTF_8)));
  }

  private Response answer(Request request) throws IOException {
    WitnessAnswer answer = witness.answer(request.body());
    return new Response(
        answer.status(),
        answer.mediaType().replaceAll(";.*", ""),
        answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private WitnessClient client() {
    return client(egress);
  }

  private WitnessClient client(Egress port) {
    return WitnessClient.of(PREFIX, vkeys, port);
  }

  private void append(int count) throws IOException {
    for (int number = 0; number < count; number++) {
      log.append(Events.event(log.size()), Events.NO_PAYLOAD);
    }
    log.seal();
  }
}
