package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.TimeStamped;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.Egress.Response;
import dev.frostbyte.testkit.CrashFileSystem;
import dev.frostbyte.testkit.RecordingEgress;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time stamps of a service made for the test. */
final class TimeStampTest {
  private final Path folder;
  private final CrashFileSystem disk = new CrashFileSystem();
  private final FileAuditProvider provider = TestLog.provider(TestLog.SMALL);
  private final TestTsa tsa = TestTsa.make();
  private AuditLog log = provider.open(disk.root(), TestLog.NAME);

  TimeStampTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    log.append(Events.event(0), Events.NO_PAYLOAD);
    log.seal();
  }

  @Test
  void aTimeStampIsKeptAndSurvivesOpeningAgain() throws Exception {
    byte[] request = log.timeStampRequest();
    byte[] response = tsa.answer(request, TestTsa.NOW);
    for (byte[] trusted : List.of(tsa.authority(), tsa.certificate())) {
      TimeStamped kept = log.stamped(request, response, List.of(trusted));
      assertThat(kept).isEqualTo(new TimeStamped(1, TestTsa.NOW));
    }
    log.close();
    log = provider.open(disk.root(), TestLog.NAME);
    assertThat(log.verify().breaks()).isEmpty();
  }

  @Test
  void anAnswerThatComesAfterNewerRootsIsKeptForItsOwn() throws Exception {
    byte[] request = log.timeStampRequest();
    log.append(Events.event(1), Events.NO_PAYLOAD);
    log.seal();
    byte[] response = tsa.answer(request, TestTsa.NOW);
    assertThat(log.stamped(request, response, List.of(tsa.authority())).size()).isEqualTo(1);
    assertThat(log.verify().breaks()).isEmpty();
  }

  @Test
  void whatIsNotOverTheRequestOrNotOfATrustedServiceIsRefused() throws Exception {
    byte[] request = log.timeStampRequest();
    List<byte[]> trusted = List.of(tsa.authority());
    refuses(request, tsa.answer(log.timeStampRequest(), TestTsa.NOW), trusted);
    refuses(request, tsa.rejection(), trusted);
    refuses(request, new byte[0], trusted);
    refuses(request, tsa.answer(request, TestTsa.NOW), List.of());
    refuses(request, tsa.answer(request, TestTsa.NOW), List.of(TestTsa.make().authority()));
    refuses(request, tsa.answer(request, TestTsa.NOW.plusSeconds(86_400 * 50)), trusted);
    byte[] foreign = TimeStamps.request(new RootText("example.com/other", 1, new byte[32]));
    refuses(foreign, tsa.answer(foreign, TestTsa.NOW), trusted);
  }

  /** RFC 3161 section 2.3: one purpose, time stamping, critical. */
  @Test
  void aCertificateThatIsNotForTimeStampingAloneIsRefused() throws Exception {
    byte[] request = log.timeStampRequest();
    List<byte[]> trusted = List.of(tsa.authority());
    KeyPurposeId stamps = KeyPurposeId.id_kp_timeStamping;
    KeyPurposeId mail = KeyPurposeId.id_kp_emailProtection;
    refuses(request, tsa.answerAs(request, true, mail), trusted);
    refuses(request, tsa.answerAs(request, true, stamps, mail), trusted);
    refuses(request, tsa.answerAs(request, true, KeyPurposeId.anyExtendedKeyUsage), trusted);
    refuses(request, tsa.answerAs(request, false, stamps), trusted);
    refuses(request, tsa.answerAs(request, false), trusted);
    byte[] right = tsa.answerAs(request, true, stamps);
    assertThat(log.stamped(request, right, trusted).size()).isEqualTo(1);
  }

  @Test
  void noByteOfAnAnswerCanBeChangedWithoutBeingSeenOrWithoutEffect() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("TimeStampTest seed " + seed);
    Random random = new Random(seed);
    byte[] request = log.timeStampRequest();
    byte[] response = tsa.answer(request, TestTsa.NOW);
    int refused = 0;
    for (int trial = 0; trial < 200; trial++) {
      byte[] changed = response.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      refused += refusedOrSameTime(request, changed) ? 1 : 0;
    }
    assertThat(refused).isEqualTo(200);
    assertThat(log.verify().breaks()).isEmpty();
  }

  /** A changed byte outside of what is signed may pass; the time it tells is then the same. */
  private boolean refusedOrSameTime(byte[] request, byte[] changed) throws IOException {
    try {
      TimeStamped kept = log.stamped(request, changed, List.of(tsa.authority()));
      return kept.time().equals(TestTsa.NOW) && kept.size() == 1;
    } catch (FrostbyteException refused) {
      return refused.problem().code() == ProblemCode.EVIDENCE_REFUSED;
    }
  }

  @Test
  void aStampOverAnotherRootBreaksAJournalThatHoldsIt() throws Exception {
    byte[] request = TimeStamps.request(new RootText("example.com/other", 1, new byte[32]));
    byte[] response = tsa.answer(request, TestTsa.NOW);
    RootText root = RootText.of(log.seal());
    assertThat(TimeStamps.isOver(response, root)).isFalse();
    byte[] own = TimeStamps.request(root);
    assertThat(TimeStamps.isOver(tsa.answer(own, TestTsa.NOW), root)).isTrue();
  }

  @Test
  void theClientPostsTheQueryAndKeepsTheReply() throws Exception {
    RecordingEgress egress = RecordingEgress.answering(request -> reply(request.body()));
    URI address = URI.create("https://tsa.example.com/tsr");
    TimeStampClient client = TimeStampClient.of(address, List.of(tsa.authority()), egress);
    assertThat(client.stamp(log).time()).isEqualTo(TestTsa.NOW);
    assertThat(egress.sent().getFirst().mediaType()).isEqualTo("application/timestamp-query");
    for (Response bad :
        List.of(
            new Response(500, "application/timestamp-reply", new byte[0]),
            new Response(200, "text/html", new byte[0]))) {
      TimeStampClient broken =
          TimeStampClient.of(
              address, List.of(tsa.authority()), RecordingEgress.answering(request -> bad));
      assertThatExceptionOfType(FrostbyteException.class).isThrownBy(() -> broken.stamp(log));
    }
  }

  @Test
  void opensslAcceptsTheStampOverTheSignedText() throws Exception {
    assumeTrue(runs("openssl", "version"), "openssl is not installed");
    Checkpoint sealed = log.seal();
    byte[] response = tsa.answer(log.timeStampRequest(), TestTsa.NOW);
    Path text = folder.resolve("text");
    Path tsr = Files.write(folder.resolve("1.tsr"), response);
    Path ca = Files.writeString(folder.resolve("ca.pem"), pem(tsa.authority()));
    Files.writeString(text, sealed.note().substring(0, sealed.note().indexOf("\n\n") + 1));
    String at = Long.toString(TestTsa.NOW.getEpochSecond());
    assertThat(openssl(text, tsr, ca, at)).isTrue();
    Files.writeString(text, "x", java.nio.file.StandardOpenOption.APPEND);
    assertThat(openssl(text, tsr, ca, at)).isFalse();
  }

  private static boolean openssl(Path text, Path tsr, Path ca, String at) throws Exception {
    return runs(
        "openssl",
        "ts",
        "-verify",
        "-data",
        text.toString(),
        "-in",
        tsr.toString(),
        "-CAfile",
        ca.toString(),
        "-attime",
        at);
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static String pem(byte[] certificate) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(certificate);
    return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
  }

  private Response reply(byte[] request) throws IOException {
    try {
      return new Response(200, "application/timestamp-reply", tsa.answer(request, TestTsa.NOW));
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private void refuses(byte[] request, byte[] response, List<byte[]> trusted) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> log.stamped(request, response, trusted))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.EVIDENCE_REFUSED));
  }
}
