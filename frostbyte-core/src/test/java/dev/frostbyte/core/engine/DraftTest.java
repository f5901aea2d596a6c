package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class DraftTest {
  private static final byte[] DETAILS = "who and why".getBytes(StandardCharsets.UTF_8);

  private final Sealer sealer = Sealer.aes256Gcm(SecretBytes.random(), "test");
  private final AuditEvent event =
      AuditEvent.of(
          new UUID(0x7000, 1),
          EventType.SESSION_OPENED,
          Instant.EPOCH,
          "actor",
          "tenant",
          Map.of());

  @Test
  void whoHoldsTheKeyReadsTheDetails() throws IOException {
    Draft draft = Draft.sealed(event, "tenant", sealer, DETAILS);
    assertThat(Draft.open(draft.event(), draft.payload(), sealer)).isEqualTo(DETAILS);
  }

  @Test
  void whoIsShownSaltAndDetailsChecksThemAgainstTheEvent() throws Exception {
    Draft draft = Draft.sealed(event, "tenant", sealer, DETAILS);
    byte[] shown =
        sealer.open(draft.payload(), SealContext.of("event", draft.event().id().toString()));
    byte[] purpose = "frostbyte-commit-v1".getBytes(StandardCharsets.US_ASCII);
    byte[] committed = new byte[purpose.length + shown.length];
    System.arraycopy(purpose, 0, committed, 0, purpose.length);
    System.arraycopy(shown, 0, committed, purpose.length, shown.length);
    assertThat(draft.event().data()).containsEntry("commit", ContentHash.of(committed).hex());
    assertThat(shown).hasSize(32 + DETAILS.length).endsWith(DETAILS);
  }

  @Test
  void theSameDetailsAreCommittedToDifferentlyEachTime() {
    Draft one = Draft.sealed(event, "tenant", sealer, DETAILS);
    Draft two = Draft.sealed(event, "tenant", sealer, DETAILS);
    assertThat(one.event().data().get("commit")).isNotEqualTo(two.event().data().get("commit"));
  }

  @Test
  void refusesDetailsTheEventDoesNotCommitTo() {
    Draft one = Draft.sealed(event, "tenant", sealer, DETAILS);
    Draft other = Draft.sealed(event, "tenant", sealer, "others".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Draft.open(one.event(), other.payload(), sealer))
        .isInstanceOf(SealBrokenException.class);
  }
}
