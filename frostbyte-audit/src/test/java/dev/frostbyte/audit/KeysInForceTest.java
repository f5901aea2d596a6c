package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.audit.KeyRotation.Scope;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A change of the signing key in a journal counts only with the older key's signature over it. */
final class KeysInForceTest {
  private static final String ORIGIN = TestLog.DEPLOYMENT + "/" + TestLog.NAME;

  private final SigningKey first = key();
  private final SigningKey second = key();
  private final KeysInForce keys =
      new KeysInForce(ORIGIN, List.of(first.verifier(), second.verifier()));

  @Test
  void aChangeThatTheOlderKeySignedIsInForceTwoEntriesLater() throws Exception {
    keys.accept(0, Leaf.encode(ORIGIN, Events.event(0), Optional.empty()));
    keys.accept(1, rotation(Scope.LOG, first.sign(statement(ORIGIN))));
    assertThat(keys.key(2)).isEqualTo(first.verifier());
    assertThat(keys.key(3)).isEqualTo(second.verifier());
  }

  @Test
  void aChangeThatNobodyOrTheNewKeySignedIsRefused() throws Exception {
    byte[] right = first.sign(statement(ORIGIN));
    for (int bit = 0; bit < 8 * right.length; bit += 31) {
      byte[] wrong = right.clone();
      wrong[bit / 8] ^= (byte) (1 << bit % 8);
      refuses(rotation(Scope.LOG, wrong));
    }
    refuses(rotation(Scope.LOG, new byte[right.length]));
    refuses(rotation(Scope.LOG, second.sign(statement(ORIGIN))));
  }

  @Test
  void aSignatureForAnotherLogOrForTheDeploymentIsRefused() throws Exception {
    refuses(rotation(Scope.LOG, first.sign(statement(ORIGIN + "/b"))));
    refuses(rotation(Scope.LOG, first.sign(statement(TestLog.DEPLOYMENT))));
    refuses(rotation(Scope.DEPLOYMENT, first.sign(statement(ORIGIN))));
  }

  private void refuses(byte[] leaf) {
    assertThatExceptionOfType(BrokenLog.class)
        .isThrownBy(() -> keys.accept(0, leaf))
        .satisfies(broken -> assertThat(broken.what()).contains("not signed by the key before"));
    assertThat(keys.generation()).isZero();
  }

  private byte[] statement(String origin) {
    return KeyRotation.statement(origin, second.verifier());
  }

  private byte[] rotation(Scope scope, byte[] signature) throws IOException {
    KeyRotation rotation = new KeyRotation(second.verifier(), scope, signature, Optional.empty());
    AuditEvent event =
        AuditEvent.of(
            new UUID(1, 2),
            EventType.LOG_KEY_ROTATED,
            Instant.EPOCH,
            "system",
            "signing-key",
            rotation.data());
    return Leaf.encode(ORIGIN, event, Optional.empty());
  }

  private static SigningKey key() {
    return SigningKey.of(TestLog.DEPLOYMENT, SecretBytes.random());
  }
}
