package dev.frostbyte.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.frostbyte.api.audit.AuditQuery.Scope;
import dev.frostbyte.api.model.ContentHash;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AuditQueryTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @Test
  void everyPartIsChangedAlone() {
    AuditQuery query =
        AuditQuery.all()
            .from(3)
            .to(9)
            .since(NOW)
            .until(NOW.plusSeconds(1))
            .types(EventType.DOCUMENT_PARSED)
            .scope(new Scope.Actor("a"))
            .verified(true)
            .limit(7);
    assertThat(query)
        .isEqualTo(
            new AuditQuery(
                3,
                9,
                NOW,
                NOW.plusSeconds(1),
                Set.of(EventType.DOCUMENT_PARSED),
                new Scope.Actor("a"),
                true,
                7));
  }

  @Test
  void refusesRangesThatEndBeforeTheyBeginAndLimitsOutOfRange() {
    refuses(() -> AuditQuery.all().from(-1), "-1");
    refuses(() -> AuditQuery.all().from(5).to(4), "before 5");
    refuses(() -> AuditQuery.all().since(NOW).until(NOW.minusNanos(1)), "before 2026");
    refuses(() -> AuditQuery.all().limit(0), "1 to 1000");
    refuses(() -> AuditQuery.all().limit(1_001), "1001");
    assertThat(AuditQuery.all().from(5).to(5).since(NOW).until(NOW).limit(1_000).limit())
        .isEqualTo(1_000);
  }

  @Test
  void aPageIsCompleteWhenItHasAnEntryForEveryIndex() {
    Checkpoint checkpoint = new Checkpoint("o", 9, ContentHash.of(new byte[0]), "");
    assertThat(new AuditPage(List.of(), 4, 4, false, checkpoint, false, List.of()).complete())
        .isTrue();
    assertThat(new AuditPage(List.of(), 4, 5, true, checkpoint, false, List.of()).complete())
        .isFalse();
  }

  @Test
  void everyIntentHasAnOutcomeAndNoOutcomeIsAnIntent() {
    for (EventType intent : EventType.values()) {
      List<EventType> outcomes =
          Arrays.stream(EventType.values()).filter(type -> type.closes(intent)).toList();
      assertThat(outcomes.isEmpty()).as("%s", intent).isNotEqualTo(intent.isIntent());
      assertThat(outcomes).noneMatch(EventType::isIntent);
    }
  }

  private static void refuses(Runnable making, String says) {
    assertThatIllegalArgumentException().isThrownBy(making::run).withMessageContaining(says);
  }
}
