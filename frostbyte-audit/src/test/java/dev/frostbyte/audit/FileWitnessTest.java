package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The witness of ours: what it answers, and what it never forgets. */
final class FileWitnessTest extends WitnessCase {
  FileWitnessTest() throws IOException {}

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

  private static String withoutOneProofLine(String request) {
    return request.replaceFirst("(?<=\n)[A-Za-z0-9+/=]{44}\n", "");
  }
}
