package dev.frostbyte.it;

import static dev.frostbyte.api.audit.EventType.DOCUMENT_FAILED;
import static dev.frostbyte.api.audit.EventType.DOCUMENT_HELD;
import static dev.frostbyte.api.audit.EventType.DOCUMENT_INGESTED;
import static dev.frostbyte.api.audit.EventType.DOCUMENT_PUBLISHED;
import static dev.frostbyte.api.audit.EventType.DOCUMENT_PUT_REQUESTED;
import static dev.frostbyte.api.audit.EventType.DOCUMENT_QUARANTINED;
import static dev.frostbyte.api.audit.EventType.ERASURE_REQUESTED;
import static dev.frostbyte.api.audit.EventType.EXPORT_MADE;
import static dev.frostbyte.api.audit.EventType.EXPORT_REQUESTED;
import static dev.frostbyte.api.audit.EventType.KEY_DESTROYED;
import static dev.frostbyte.api.audit.EventType.PHYSICALLY_REMOVED;
import static dev.frostbyte.api.audit.EventType.PUBLISH_REQUESTED;
import static dev.frostbyte.api.audit.EventType.TENANT_CREATED;
import static dev.frostbyte.api.audit.EventType.TENANT_REQUESTED;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.api.spi.ProjectionChange;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;

/**
 * Law 3 at the moment of an effect: what must be durable before the call is made. Each law is
 * derived from the call alone, never from what the engine meant by it. Stateless.
 */
final class EffectLaws {
  private static final Set<EventType> STATES =
      Set.of(
          DOCUMENT_PUBLISHED, DOCUMENT_QUARANTINED, DOCUMENT_HELD, DOCUMENT_FAILED, KEY_DESTROYED);

  /** The intent that each outcome of an effect must close. */
  private static final Map<EventType, EventType> INTENTS =
      Map.of(
          TENANT_CREATED, TENANT_REQUESTED,
          DOCUMENT_INGESTED, DOCUMENT_PUT_REQUESTED,
          DOCUMENT_PUBLISHED, PUBLISH_REQUESTED,
          KEY_DESTROYED, ERASURE_REQUESTED,
          PHYSICALLY_REMOVED, ERASURE_REQUESTED,
          EXPORT_MADE, EXPORT_REQUESTED);

  private static final Set<EventType> TAKEN_AWAY =
      Set.of(DOCUMENT_QUARANTINED, DOCUMENT_HELD, DOCUMENT_FAILED, KEY_DESTROYED);

  private EffectLaws() {}

  /** Notes the law that this call would break. */
  static void check(Method method, Object[] arguments, Ledger ledger, Ledgers ledgers) {
    String call = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    boolean lawful =
        switch (call) {
          case "Draft.keep" -> open(ledger, DOCUMENT_PUT_REQUESTED, PUBLISH_REQUESTED);
          case "ObjectStore.delete" ->
              !LiveObjects.of(ledger).contains(((ObjectRef) arguments[0]).hash().hex());
          case "Projection.apply" -> lawful((ProjectionChange) arguments[0], ledger);
          case "Projection.purge" -> ledger.count(KEY_DESTROYED) > 0;
          case "AuditLog.export" -> open(ledger, EXPORT_REQUESTED);
          default -> true;
        };
    ledgers.require(lawful, call + " without its event in " + ledger.log());
  }

  /** What an outcome says was done was begun by an intent that is durable. */
  static void checkOutcome(AuditEvent outcome, Ledger ledger, Ledgers ledgers) {
    EventType intent = INTENTS.get(outcome.type());
    boolean begun = intent == null || ledger.isOpen(intent, outcome.subject());
    boolean elsewhere =
        ledger.equals(ledgers.deployment()) && outcome.type() == EventType.KEY_DESTROYED;
    ledgers.require(begun || elsewhere, outcome.type() + " without " + intent);
  }

  /** A master key is destroyed only for an erasure, or for a put that left nothing. */
  static void checkKeyDestroyed(Ledgers ledgers) {
    boolean meant =
        ledgers.tenants().stream()
            .anyMatch(ledger -> open(ledger, ERASURE_REQUESTED, DOCUMENT_PUT_REQUESTED));
    boolean opening =
        ledgers.deployment().durable().reversed().stream()
            .findFirst()
            .map(line -> line.event().type())
            .filter(Set.of(TENANT_REQUESTED, EventType.KEY_USED)::contains)
            .isPresent();
    ledgers.require(meant || opening, "KeyProvider.destroy without its event");
  }

  private static boolean lawful(ProjectionChange change, Ledger ledger) {
    String document = change.document().value();
    boolean visible = ledger.state(document, STATES).filter(DOCUMENT_PUBLISHED::equals).isPresent();
    return switch (change) {
      case ProjectionChange.Publish publish ->
          visible && ledger.holds(publish.published().row().receipt(), DOCUMENT_PUBLISHED);
      // A rebuild goes through the past: what was taken away once is taken away again.
      case ProjectionChange.Withdraw withdraw -> ledger.newest(document, TAKEN_AWAY).isPresent();
    };
  }

  private static boolean open(Ledger ledger, EventType... intents) {
    return Set.of(intents).stream().anyMatch(ledger.open()::contains);
  }
}
