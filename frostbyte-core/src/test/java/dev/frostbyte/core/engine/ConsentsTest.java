package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Consent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ConsentsTest {
  private static final Consent GIVEN = new Consent("Docling.Example.com", "parse");

  private final Consents consents = new Consents();

  @Test
  void holdsFromItsEventUntilItsWithdrawal() {
    refuses(GIVEN);
    take(Consents.facts(GIVEN, true));
    assertThat(consents.relyingOn(new Consent("docling.example.com", "parse"), () -> 1))
        .isEqualTo(1);
    refuses(new Consent("docling.example.com", "embed"));
    refuses(new Consent("sub.docling.example.com", "parse"));
    take(Consents.facts(GIVEN, false));
    refuses(GIVEN);
    assertThat(consents.all()).isEmpty();
  }

  @Test
  void otherSettingsOfATenantAreNoConsents() {
    SortedMap<String, Object> other = Consents.facts(GIVEN, true);
    other.put("setting", "language");
    take(other);
    take(new TreeMap<>());
    assertThat(consents.all()).isEmpty();
  }

  @Test
  void goesOnFromASnapshot() {
    consents.addAll(List.of(GIVEN));
    assertThat(consents.all()).containsExactly(GIVEN);
  }

  @Test
  void aWithdrawalWaitsForTheRequestThatBegins() throws InterruptedException {
    take(Consents.facts(GIVEN, true));
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    Thread withdrawing = new Thread(() -> consents.changing(() -> order.add("withdrawn")));
    consents.relyingOn(
        GIVEN,
        () -> {
          withdrawing.start();
          while (withdrawing.getState() != Thread.State.WAITING && order.isEmpty()) {
            Thread.onSpinWait();
          }
          return order.add("begun");
        });
    withdrawing.join();
    assertThat(order).containsExactly("begun", "withdrawn");
  }

  @Test
  void refusesHostsAndPurposesThatAreNone() {
    for (List<String> bad :
        List.of(
            List.of("https://example.com", "parse"),
            List.of("*.example.com", "parse"),
            List.of("", "parse"),
            List.of("example.com", "Parse it"))) {
      assertThatThrownBy(() -> new Consent(bad.get(0), bad.get(1)))
          .isInstanceOfSatisfying(
              FrostbyteException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_ARGUMENT));
    }
  }

  private void refuses(Consent consent) {
    assertThatThrownBy(() -> consents.relyingOn(consent, () -> 1))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.EGRESS_NOT_CONSENTED));
  }

  private void take(SortedMap<String, Object> facts) {
    consents.take(
        new AuditEvent(
            new UUID(0x7000, 1),
            EventType.TENANT_CONFIG_UPDATED,
            Instant.EPOCH,
            "a",
            "tenant",
            facts,
            List.of()));
  }
}
