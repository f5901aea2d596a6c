package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.Witnessed;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A log and a witness of ours, by files as on a stick. */
final class WitnessTest {
  private static final String NAME = "witness.example.com/w1";
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_772_355_600), ZoneOffset.UTC);

  private final MemoryKeys keys = new MemoryKeys();
  private final CrashFileSystem disk = new CrashFileSystem();
  private CrashFileSystem witnessDisk = new CrashFileSystem();
  private final List<String> vkeys = FileWitness.init(witnessDisk.root(), keys, NAME);
  private final FileAuditProvider provider = TestLog.provider(TestLog.SMALL);
  private AuditLog log = provider.open(disk.root(), TestLog.NAME);

  WitnessTest() throws IOException {}

  @Test
  void theNewestCheckpointCarriesTheCosignaturesAlsoAfterOpeningAgain() throws IOException {
    append(3);
    Witnessed kept = cosign(0);
    assertThat(kept.witnesses()).containsExactly(NAME);
    carries(kept.checkpoint(), 3);
    assertThat(log.seal()).isEqualTo(kept.checkpoint());
    assertThat(log.verify().breaks()).isEmpty();
    reopen();
    assertThat(log.seal()).isEqualTo(kept.checkpoint());
    assertThat(log.verify().breaks()).isEmpty();
    append(1);
    assertThat(log.seal().note()).doesNotContain(NAME);
    carries(cosign(3).checkpoint(), 4);
  }

  @Test
  void everyProofBetweenSizesUpToSixtyIsAccepted() throws IOException {
    long before = 0;
    for (int size = 1; size <= 60; size += 1 + size % 5) {
      append((int) (size - log.size()));
      log.seal();
      assertThat(cosign(before).checkpoint().size()).isEqualTo(size);
      before = size;
    }
    reopen();
    assertThat(log.verify().breaks()).isEmpty();
  }

  @Test
  void anAnswerThatComesAfterNewerRootsIsKeptForItsOwn() throws IOException {
    append(2);
    log.seal();
    String request = log.witnessRequest(0);
    append(1);
    Checkpoint newer = log.seal();
    Witnessed kept = log.cosigned(note(request), answer(request), vkeys);
    assertThat(kept.witnesses()).containsExactly(NAME);
    assertThat(kept.checkpoint()).isEqualTo(newer);
    assertThat(kept.size()).isEqualTo(2);
    reopen();
    assertThat(log.verify().breaks()).isEmpty();
    assertThat(log.seal()).isEqualTo(newer);
  }

  @Test
  void linesOfUnknownKeysAreIgnoredAndWrongOnesOfKnownKeysRefused() throws IOException {
    append(2);
    log.seal();
    String request = log.witnessRequest(0);
    String lines = answer(request);
    Cosigner stranger = Cosigner.of("stranger", Cosigning.ED25519, SecretBytes.random());
    List<String> strangers = List.of(stranger.key().encoded());
    assertThat(log.cosigned(note(request), lines, strangers).witnesses()).isEmpty();
    assertThat(log.seal().note()).doesNotContain(NAME);
    append(1);
    log.seal();
    refuses(note(log.witnessRequest(0)), lines);
    refuses(note(request), lines.substring(0, lines.length() - 1));
    refuses(note(request), "");
    refuses(note(request).replace("\n2\n", "\n1\n"), lines);
    refuses("nothing\n", lines);
    assertThat(log.verify().breaks()).isEmpty();
  }

  @Test
  void aRootOfAnotherHistoryThatTheKeySignedIsNotTakenIntoTheJournal() throws IOException {
    CrashFileSystem fork = new CrashFileSystem();
    try (AuditLog other = TestLog.provider(TestLog.SMALL).open(fork.root(), TestLog.NAME)) {
      other.append(Events.event(100), Events.NO_PAYLOAD);
      other.append(Events.event(101), Events.NO_PAYLOAD);
      other.seal();
      String request = other.witnessRequest(0);
      append(2);
      log.seal();
      refuses(note(request), answer(request));
    }
  }

  @Test
  void theWitnessAnswersAsTheSpecificationSays() throws IOException {
    append(4);
    log.seal();
    String request = log.witnessRequest(0);
    String key = provider.verifierKey();
    status(400, "rubbish", key);
    status(400, request.replace("old 0", "old 5"), key);
    status(404, request);
    status(404, request, SigningKey.of("other.example", SecretBytes.random()).verifier().encoded());
    String namesake = SigningKey.of(TestLog.DEPLOYMENT, SecretBytes.random()).verifier().encoded();
    status(403, request, namesake);
    status(200, request, key);
    status(409, request, key);
    append(3);
    log.seal();
    String next = log.witnessRequest(4);
    status(422, withoutOneProofLine(next), key);
    status(409, log.witnessRequest(0), key);
    status(200, next, key);
    status(200, log.witnessRequest(7), key);
    assertThat(log.witnessRequest(7)).startsWith("old 7\n\n");
  }

  @Test
  void theWitnessRefusesAForkAndALogThatWasCutBack() throws IOException {
    append(5);
    cosign(0);
    CrashFileSystem fork = new CrashFileSystem();
    try (AuditLog other = TestLog.provider(TestLog.SMALL).open(fork.root(), TestLog.NAME)) {
      for (int number = 0; number < 5; number++) {
        other.append(Events.event(number + 50), Events.NO_PAYLOAD);
      }
      other.seal();
      status(409, other.witnessRequest(5), provider.verifierKey());
      other.append(Events.event(60), Events.NO_PAYLOAD);
      other.seal();
      status(422, other.witnessRequest(5), provider.verifierKey());
    }
    CrashFileSystem shorter = new CrashFileSystem();
    try (AuditLog other = TestLog.provider(TestLog.SMALL).open(shorter.root(), TestLog.NAME)) {
      other.append(Events.event(0), Events.NO_PAYLOAD);
      other.seal();
      status(409, other.witnessRequest(0), provider.verifierKey());
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> other.witnessRequest(5));
    }
  }

  @Test
  void whateverCrashComesTheWitnessNeverForgetsWhatItAnswered() throws IOException {
    append(2);
    log.seal();
    String request = log.witnessRequest(0);
    CrashFileSystem fresh = witnessDisk.withDurableOnly();
    boolean ended = false;
    for (long cut = 1; !ended; cut++) {
      for (int state = 0; state < 10; state++) {
        witnessDisk = fresh.withDurableOnly();
        ended = crashes(request, cut, new Random(cut * 100 + state));
      }
      assertThat(cut).isLessThan(100);
    }
  }

  /** Whether the answer was given before the power went; then it must be remembered. */
  private boolean crashes(String request, long cut, Random random) throws IOException {
    FileWitness witness = witness(provider.verifierKey());
    witnessDisk.cutPowerAt(cut);
    boolean answered = false;
    try {
      answered = witness.answer(request.getBytes(StandardCharsets.UTF_8)).status() == 200;
    } catch (IOException powerIsOff) {
      assertThat(answered).isFalse();
    }
    witnessDisk = witnessDisk.afterPowerLoss(random);
    int later =
        witness(provider.verifierKey()).answer(request.getBytes(StandardCharsets.UTF_8)).status();
    assertThat(later).isIn(200, 409);
    assertThat(answered && later == 200).isFalse();
    return answered;
  }

  @Test
  void aWitnessIsMadeOnceAndItsKeyFileCannotBeChanged() throws IOException {
    problem(ProblemCode.INVALID_ARGUMENT, () -> FileWitness.init(witnessDisk.root(), keys, NAME));
    problem(
        ProblemCode.INVALID_ARGUMENT,
        () -> FileWitness.init(new CrashFileSystem().root(), keys, "A b"));
    byte[] stored = witnessDisk.root().read("witness-key", 1 << 16);
    for (int at = 0; at < stored.length; at++) {
      byte[] changed = stored.clone();
      changed[at] ^= 1;
      witnessDisk.root().replace("witness-key", changed);
      assertThatExceptionOfType(FrostbyteException.class)
          .as("byte " + at)
          .isThrownBy(() -> witness(provider.verifierKey()));
    }
    witnessDisk.root().replace("witness-key", stored);
    try (FileWitness witness = witness(provider.verifierKey())) {
      assertThat(witness.verifierKeys()).isEqualTo(vkeys);
    }
  }

  @Test
  void aWitnessWhoseMemoryWasChangedSignsNothing() throws IOException {
    append(1);
    cosign(0);
    String file =
        witnessDisk.root().list().stream()
            .filter(name -> name.endsWith(".checkpoint"))
            .findFirst()
            .orElseThrow();
    witnessDisk.root().replace(file, "rubbish".getBytes(StandardCharsets.UTF_8));
    problem(ProblemCode.INTEGRITY_BROKEN, () -> answer(log.witnessRequest(0)));
  }

  private Witnessed cosign(long oldSize) throws IOException {
    log.seal();
    String request = log.witnessRequest(oldSize);
    return log.cosigned(note(request), answer(request), vkeys);
  }

  private void carries(Checkpoint sealed, long size) {
    assertThat(sealed.size()).isEqualTo(size);
    SignedRoot root =
        SignedRoot.parse(sealed.note().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    for (CosignerKey key : CosignerKey.parse(vkeys)) {
      assertThat(root.signatures())
          .filteredOn(key::claims)
          .singleElement()
          .satisfies(
              line ->
                  assertThat(key.signedAt(RootText.of(sealed), line.signature()))
                      .contains(CLOCK.instant().getEpochSecond()));
    }
  }

  private String answer(String request) throws IOException {
    try (FileWitness witness = witness(provider.verifierKey())) {
      WitnessAnswer answer = witness.answer(request.getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).isEqualTo(200);
      return answer.body();
    }
  }

  private void status(int status, String request, String... logKeys) throws IOException {
    try (FileWitness witness = witness(logKeys)) {
      WitnessAnswer answer = witness.answer(request.getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).as(answer.body()).isEqualTo(status);
      if (answer instanceof WitnessAnswer.Conflict conflict) {
        assertThat(conflict.mediaType()).isEqualTo("text/x.tlog.size");
        assertThat(conflict.body()).isEqualTo(conflict.size() + "\n");
      }
    }
  }

  private FileWitness witness(String... logKeys) throws IOException {
    return FileWitness.open(witnessDisk.root(), keys, List.of(logKeys), CLOCK);
  }

  private void append(int count) throws IOException {
    for (int number = 0; number < count; number++) {
      log.append(Events.event(log.size()), Events.NO_PAYLOAD);
    }
  }

  private void reopen() throws IOException {
    log.close();
    log = provider.open(disk.root(), TestLog.NAME);
  }

  private void refuses(String note, String lines) {
    problem(ProblemCode.EVIDENCE_REFUSED, () -> log.cosigned(note, lines, vkeys));
  }

  private static void problem(ProblemCode code, Call call) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private static String note(String request) {
    return request.substring(request.indexOf("\n\n") + 2);
  }

  private static String withoutOneProofLine(String request) {
    return request.replaceFirst("(?<=\n)[A-Za-z0-9+/=]{44}\n", "");
  }

  /** Something that may fail. */
  @FunctionalInterface
  private interface Call {
    void run() throws IOException;
  }
}
