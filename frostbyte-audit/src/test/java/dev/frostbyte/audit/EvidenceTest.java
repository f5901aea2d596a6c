package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.audit.Evidence.Cosigned;
import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Evidence frames: kept through crashes, refused when they say what the log did not sign. */
final class EvidenceTest {
  private static final String ORIGIN = TestLog.DEPLOYMENT + "/" + TestLog.NAME;

  private final Cosigner witness =
      Cosigner.of("witness.example.com", Cosigning.ED25519, SecretBytes.random());
  private CrashFileSystem disk = new CrashFileSystem();

  @Test
  void anHonestEvidenceFrameIsTaken() throws IOException {
    Checkpoint sealed = begin();
    write(new Cosigned(cosigned(sealed)).content());
    try (AuditLog log = TestLog.open(disk)) {
      assertThat(log.verify().breaks()).isEmpty();
      assertThat(log.seal().note()).contains("witness.example.com");
    }
  }

  @Test
  void evidenceAboutSomethingElseBreaksTheLog() throws IOException {
    Checkpoint sealed = begin();
    byte[] good = new Cosigned(cosigned(sealed)).content();
    byte[] unsignedSize = good.clone();
    unsignedSize[8] ^= 1;
    byte[] unknownKind = good.clone();
    unknownKind[0] = 3;
    SigningKey stranger = SigningKey.of(TestLog.DEPLOYMENT, SecretBytes.random());
    byte[] hash = sealed.root().bytes();
    for (byte[] bad :
        List.of(
            unsignedSize,
            unknownKind,
            new byte[0],
            Arrays.copyOf(good, 9),
            Arrays.copyOf(good, good.length - 1),
            content(SignedRoot.sign(ORIGIN, 2, hash, stranger)),
            content(SignedRoot.sign(ORIGIN + "x", 2, hash, stranger)),
            content(SignedRoot.sign(ORIGIN, 2, new byte[32], stranger)))) {
      refuses(bad, sealed);
    }
  }

  @Test
  void aCosignedNoteOfAnotherHistoryOfTheSameKeyBreaksTheLog() throws IOException {
    CrashFileSystem here = disk;
    disk = new CrashFileSystem();
    Checkpoint fork;
    try (AuditLog log = TestLog.open(disk)) {
      log.append(Events.event(7), Events.NO_PAYLOAD);
      log.append(Events.event(8), Events.NO_PAYLOAD);
      fork = log.seal();
    }
    disk = here;
    Checkpoint sealed = begin();
    refuses(new Cosigned(cosigned(fork)).content(), sealed);
  }

  @Test
  void acknowledgedEvidenceSurvivesEveryPowerCut() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("EvidenceTest seed " + seed);
    boolean ended = false;
    for (long cut = 1; !ended; cut++) {
      for (int state = 0; state < 10; state++) {
        disk = new CrashFileSystem();
        disk.cutPowerAt(cut);
        Optional<Checkpoint> acknowledged = work();
        ended = acknowledged.isPresent();
        disk = disk.afterPowerLoss(new Random(seed + 100 * cut + state));
        holds(acknowledged);
      }
    }
  }

  private Optional<Checkpoint> work() throws IOException {
    Optional<Checkpoint> acknowledged = Optional.empty();
    try {
      AuditLog log = TestLog.open(disk);
      log.append(Events.event(0), new byte[3_000]);
      Checkpoint sealed = log.seal();
      String line = cosigned(sealed).signatures().getLast().text();
      String key = witness.key().encoded();
      acknowledged = Optional.of(log.cosigned(sealed.note(), line, List.of(key)).checkpoint());
      log.append(Events.event(1), Events.NO_PAYLOAD);
    } catch (IOException powerIsOff) {
      return acknowledged;
    }
    return acknowledged;
  }

  private void holds(Optional<Checkpoint> acknowledged) throws IOException {
    try (AuditLog log = TestLog.open(disk)) {
      assertThat(log.verify().breaks()).isEmpty();
      if (acknowledged.isPresent() && log.size() == 1) {
        assertThat(log.seal()).isEqualTo(acknowledged.get());
      }
    }
  }

  private Checkpoint begin() throws IOException {
    try (AuditLog log = TestLog.open(disk)) {
      log.append(Events.event(0), Events.NO_PAYLOAD);
      log.append(Events.event(1), Events.NO_PAYLOAD);
      return log.seal();
    }
  }

  private SignedRoot cosigned(Checkpoint sealed) throws IOException {
    SignedRoot root =
        SignedRoot.parse(sealed.note().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    return root.with(List.of(witness.cosign(RootText.of(sealed), 1_772_355_600)));
  }

  private static byte[] content(Checkpoint sealed) {
    byte[] note = sealed.note().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(9 + note.length)
        .put((byte) 1)
        .putLong(sealed.size())
        .put(note)
        .array();
  }

  private void refuses(byte[] content, Checkpoint sealed) throws IOException {
    CrashFileSystem before = disk;
    disk = disk.withDurableOnly();
    write(content);
    assertThatExceptionOfType(FrostbyteException.class)
        .as("evidence of " + content.length + " bytes about " + sealed.size())
        .isThrownBy(() -> TestLog.open(disk))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INTEGRITY_BROKEN));
    disk = before;
  }

  /** Puts a frame behind the last one, with a chain that is right. */
  private void write(byte[] content) throws IOException {
    Segments segments = new Segments(disk.root(), TestLog.SMALL);
    String key = TestLog.provider(TestLog.SMALL).verifierKey();
    List<VerifierKey> chain = List.of(VerifierKey.parse(key).orElseThrow());
    try {
      Journal journal = Journal.open(segments, Recovery.open(segments, ORIGIN, chain, List.of()));
      byte[] hash = Kind.EVIDENCE.hash(new Sha256(), content);
      journal.append(Kind.EVIDENCE, content, Payload.NONE, hash);
      journal.force();
      journal.close();
    } catch (BrokenLog broken) {
      throw new AssertionError(broken);
    }
  }
}
