package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Changes of the signing key, in the key file and in logs. */
final class KeyRotationTest extends RotationCase {
  @Test
  void aLogIsHandedOverWhenItIsOpenedNextAndEveryRootBearsTheKeyInForce() throws IOException {
    Checkpoint before = begin();
    rotate();
    try (FileAuditProvider provider = provider(PLAIN);
        AuditLog log = open(provider)) {
      assertThat(log.size()).isEqualTo(3);
      assertThat(TestLog.entries(log).getLast().event().type())
          .isEqualTo(EventType.LOG_KEY_ROTATED);
      Checkpoint sealedByOld = log.seal();
      log.append(Events.event(2), Events.NO_PAYLOAD);
      Checkpoint sealedByNew = log.seal();
      signs(provider, 0, before, sealedByOld);
      signs(provider, 1, sealedByNew);
      assertThat(log.verify().breaks()).isEmpty();
      assertThat(provider.verifierKeys()).hasSize(2).startsWith(provider.verifierKey());
    }
    staysAsItIs(4);
  }

  @Test
  void theEventCarriesTheNewKeyAndTheOldOnesSignatureOverItForThisLog() throws IOException {
    begin();
    rotate();
    try (FileAuditProvider provider = provider(PLAIN);
        AuditLog log = open(provider)) {
      Map<String, Object> data = TestLog.entries(log).getLast().event().data();
      String next = provider.verifierKeys().getLast();
      byte[] statement =
          ("frostbyte-key-rotation/v1\n" + log.origin() + "\n" + next + "\n")
              .getBytes(StandardCharsets.UTF_8);
      byte[] signature =
          StrictBase64.decode((String) Objects.requireNonNull(data.get("oldkeysignature")))
              .orElseThrow();
      assertThat(data).containsEntry("newkey", next).containsEntry("scope", "log");
      assertThat(key(provider, 0).verifies(statement, signature)).isTrue();
    }
  }

  @Test
  void aLogThatMissedTwoChangesIsHandedOverTwice() throws IOException {
    begin();
    rotate();
    rotate();
    try (FileAuditProvider provider = provider(PLAIN);
        AuditLog log = open(provider)) {
      log.append(Events.event(2), Events.NO_PAYLOAD);
      signs(provider, 2, log.seal());
      assertThat(log.size()).isEqualTo(5);
      assertThat(log.verify().breaks()).isEmpty();
    }
    staysAsItIs(5);
  }

  @Test
  void aLogBegunAfterAChangeLeadsFromTheFirstKeyWithoutTheOldSeed() throws IOException {
    provider(PLAIN).close();
    rotate();
    try (FileAuditProvider provider = provider(PLAIN)) {
      provider.retire();
      try (AuditLog log = open(provider)) {
        assertThat(TestLog.entries(log))
            .extracting(entry -> entry.event().data().get("scope"))
            .containsExactly("deployment");
        signs(provider, 1, log.seal());
        assertThat(log.verify().breaks()).isEmpty();
      }
    }
    staysAsItIs(1);
  }

  @Test
  void theKeyDoesNotChangeWhileLogsAreOpen() throws IOException {
    try (FileAuditProvider provider = provider(PLAIN)) {
      AuditLog log = open(provider);
      refuses(ProblemCode.TENANT_BUSY, provider::rotate);
      log.close();
      assertThatCode(provider::rotate).doesNotThrowAnyException();
    }
  }

  @Test
  void anotherProviderOfTheDeploymentFollowsTheChange() throws IOException {
    try (FileAuditProvider one = provider(PLAIN);
        FileAuditProvider other = provider(PLAIN)) {
      open(one).close();
      one.rotate();
      try (AuditLog log = open(one)) {
        log.append(Events.event(0), Events.NO_PAYLOAD);
        log.seal();
      }
      try (AuditLog log = open(other)) {
        assertThat(log.verify().breaks()).isEmpty();
      }
      assertThat(other.verifierKeys()).isEqualTo(one.verifierKeys());
    }
  }

  @Test
  void nobodyElseAppendsAChangeOfTheKey() throws IOException {
    try (FileAuditProvider provider = provider(PLAIN);
        AuditLog log = open(provider)) {
      AuditEvent plain = Events.event(0);
      AuditEvent forged =
          AuditEvent.of(
              new UUID(1, 2), EventType.LOG_KEY_ROTATED, plain.time(), "a", "b", Map.of());
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> log.append(forged, Events.NO_PAYLOAD));
    }
  }

  @Test
  void everyCrashDuringAHandOverEndsInAHandedOverLog() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("KeyRotationTest seed " + seed);
    begin();
    rotate();
    rotate();
    CrashFileSystem start = disk.withDurableOnly();
    for (long cut = 1; crashes(start, cut, new Random(seed + cut)); cut++) {
      try (FileAuditProvider provider = provider(PLAIN);
          AuditLog log = open(provider)) {
        log.append(Events.event(log.size()), Events.NO_PAYLOAD);
        signs(provider, 2, log.seal());
        assertThat(log.verify().breaks()).as("cut " + cut).isEmpty();
        assertThat(log.size()).isEqualTo(5);
      }
    }
  }

  /** Whether power went before the log was open; the disk is then what was left. */
  private boolean crashes(CrashFileSystem start, long cut, Random random) throws IOException {
    disk = start.withDurableOnly();
    try (FileAuditProvider provider = provider(PLAIN)) {
      disk.cutPowerAt(cut);
      open(provider);
      return false;
    } catch (IOException powerIsOff) {
      return true;
    } finally {
      disk = disk.afterPowerLoss(random);
    }
  }
}
