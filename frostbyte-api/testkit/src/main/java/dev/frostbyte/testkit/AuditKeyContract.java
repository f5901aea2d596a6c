package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of {@link AuditLogContract} about changes of the signing key. One thread. */
abstract class AuditKeyContract extends AuditTimeStampContract {
  @Test
  void aChangedKeyIsAddedToTheOlderOnes() throws IOException {
    try (AuditProvider provider = deployment()) {
      List<String> before = provider.verifierKeys();
      assertThat(before).containsExactly(provider.verifierKey());
      provider.rotate();
      assertThat(provider.verifierKeys()).hasSize(2).startsWith(before.getFirst());
      assertThat(provider.verifierKeys()).doesNotHaveDuplicates();
      assertThat(provider.verifierKey()).isEqualTo(before.getFirst());
    }
    try (AuditProvider provider = provider(disk.withDurableOnly().root().directory("deployment"))) {
      assertThat(provider.verifierKeys()).hasSize(2);
    }
  }

  @Test
  void everyRootBearsOneKeyAndTheChangeStandsInTheLogBeforeTheNewOneSigns() throws IOException {
    Checkpoint before = begun(3);
    rotated(2);
    try (OpenedLog opened = open()) {
      Checkpoint handedOver = opened.log().seal();
      opened.append(3);
      Checkpoint after = opened.log().seal();
      assertThat(signers(opened, before)).containsExactly(0);
      assertThat(signers(opened, handedOver)).hasSize(1);
      assertThat(signers(opened, after)).containsExactly(2);
      assertThat(opened.entries(before.size()))
          .extracting(entry -> entry.event().type())
          .containsExactly(
              EventType.LOG_KEY_ROTATED, EventType.LOG_KEY_ROTATED, OpenedLog.event(3).type());
      assertThat(opened.log().verify().breaks()).isEmpty();
    }
  }

  @Test
  void whatWasSealedWithAnOlderKeyIsProvenUnderTheNewOne() throws IOException {
    AuditReceipt receipt;
    Checkpoint before;
    try (OpenedLog opened = open()) {
      receipt = opened.append(0);
      before = opened.log().seal();
    }
    rotated(1);
    try (AuditProvider provider = deployment();
        AuditLog log = provider.reopen(disk.root().directory("log"), NAME, before.note())) {
      log.append(OpenedLog.event(1), NONE);
      Checkpoint after = log.seal();
      assertThat(log.prove(receipt)).endsWith(after.note());
      WitnessAsked asked = WitnessAsked.of(log.witnessRequest(before.size()));
      assertThat(TreeGrowth.proves(SignedNote.of(before.note()), asked.checkpoint(), asked.proof()))
          .isTrue();
    }
  }

  @Test
  void aLogThatBeganAfterAChangeLeadsFromTheFirstKey() throws IOException {
    deployment().close();
    rotated(1);
    try (OpenedLog opened = open()) {
      assertThat(opened.entries(0))
          .extracting(entry -> entry.event().type())
          .containsExactly(EventType.LOG_KEY_ROTATED);
      assertThat(signers(opened, opened.log().seal())).containsExactly(1);
    }
  }

  @Test
  void theKeyStaysWhileALogIsOpen() throws IOException {
    try (OpenedLog opened = open()) {
      refuses(ProblemCode.TENANT_BUSY, opened.provider(), AuditProvider::rotate);
      assertThat(opened.provider().verifierKeys()).hasSize(1);
    }
  }

  @Test
  void nobodyElseWritesAChangeOfTheKey() throws IOException {
    AuditEvent plain = OpenedLog.event(0);
    AuditEvent forged =
        new AuditEvent(
            new UUID(plain.id().getMostSignificantBits(), 1L << 63),
            EventType.LOG_KEY_ROTATED,
            plain.time(),
            "actor-1",
            "signing-key",
            new TreeMap<>(),
            List.of());
    try (OpenedLog opened = open()) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> opened.log().append(forged, NONE));
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> opened.log().record(forged, NONE));
      assertThat(opened.log().size()).isZero();
    }
  }

  @Test
  void aLogThatWasHandedOverGoesOnWithoutTheOlderKey() throws IOException {
    begun(1);
    try (AuditProvider provider = deployment()) {
      provider.rotate();
      provider.open(disk.root().directory("log"), NAME).close();
      provider.retire();
    }
    try (OpenedLog opened = open()) {
      opened.append(2);
      assertThat(signers(opened, opened.log().seal())).containsExactly(1);
      assertThat(opened.log().size()).isEqualTo(3);
      assertThat(opened.log().verify().breaks()).isEmpty();
    }
  }

  @Test
  void aLogThatWasNotHandedOverIsLostWithTheOlderKey() throws IOException {
    begun(1);
    try (AuditProvider provider = deployment()) {
      provider.rotate();
      provider.retire();
      refuses(
          ProblemCode.KEYS_MISSING,
          provider,
          retired -> retired.open(disk.root().directory("log"), NAME));
    }
  }

  @Test
  void aPowerCutAfterAChangeLosesNeitherKeyNorLog() throws IOException {
    Checkpoint before = begun(2);
    rotated(1);
    CrashFileSystem left = disk.withDurableOnly();
    try (OpenedLog opened = open(left)) {
      opened.append(2);
      assertThat(signers(opened, before)).containsExactly(0);
      assertThat(signers(opened, opened.log().seal())).containsExactly(1);
    }
    try (OpenedLog opened = open(left.withDurableOnly())) {
      assertThat(opened.log().size()).isEqualTo(4);
      assertThat(opened.log().verify().breaks()).isEmpty();
    }
  }

  private AuditProvider deployment() throws IOException {
    return provider(disk.root().directory("deployment"));
  }

  /** A log of so many entries under a root. */
  private Checkpoint begun(int entries) throws IOException {
    try (OpenedLog opened = open()) {
      opened.appendUpTo(entries);
      return opened.log().seal();
    }
  }

  private void rotated(int times) throws IOException {
    try (AuditProvider provider = deployment()) {
      for (int time = 0; time < times; time++) {
        provider.rotate();
      }
    }
  }

  /** Numbers of the deployment's keys that signed a checkpoint. */
  private static List<Integer> signers(OpenedLog opened, Checkpoint checkpoint) {
    List<String> keys = opened.provider().verifierKeys();
    SignedNote note = SignedNote.of(checkpoint.note());
    return IntStream.range(0, keys.size())
        .filter(number -> note.isSignedBy(NoteKey.parse(keys.get(number))))
        .boxed()
        .toList();
  }

  private static void refuses(ProblemCode code, AuditProvider provider, Act act) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> act.on(provider))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  /** Something done with a provider. */
  @FunctionalInterface
  private interface Act {
    void on(AuditProvider provider) throws IOException;
  }
}
