package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Consent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * What a tenant consented to, made from its journal. No request begins after a withdrawal is
 * durable: both wait for each other. Thread-safe.
 */
final class Consents {
  private static final String EGRESS = "egress-consent";
  private static final String HOST = "host";
  private static final String PURPOSE = "purpose";
  private static final String GIVEN = "given";

  private final Set<Consent> given = new ConcurrentSkipListSet<>();
  private final ReadWriteLock gate = new ReentrantReadWriteLock();

  /** Takes up where a snapshot ended. */
  void addAll(Collection<Consent> consents) {
    given.addAll(consents);
  }

  /** What stands, sorted. */
  List<Consent> all() {
    return List.copyOf(given);
  }

  /** What the event of a consent, or of its withdrawal, says. */
  static SortedMap<String, Object> facts(Consent consent, boolean isGiven) {
    SortedMap<String, Object> facts = SettingEvents.facts(EGRESS);
    facts.put(HOST, consent.host());
    facts.put(PURPOSE, consent.purpose());
    facts.put(GIVEN, isGiven);
    return facts;
  }

  /** Gives or withdraws one; durable, and heeded by every request that begins, on return. */
  static AuditReceipt change(
      TenantRuntime runtime, String actor, Consent consent, boolean isGiven) {
    SortedMap<String, Object> facts = facts(consent, isGiven);
    return runtime
        .parts()
        .catalog()
        .settings()
        .consents()
        .changing(
            () -> SettingEvents.write(runtime, EventType.TENANT_CONFIG_UPDATED, actor, facts));
  }

  /** Takes the next event of the journal. */
  void take(AuditEvent event) {
    SortedMap<String, Object> facts = event.data();
    if (SettingEvents.isOf(event, EGRESS)) {
      Consent consent =
          new Consent(String.valueOf(facts.get(HOST)), String.valueOf(facts.get(PURPOSE)));
      if (Boolean.TRUE.equals(facts.get(GIVEN))) {
        given.add(consent);
      } else {
        given.remove(consent);
      }
    }
  }

  /** Runs what gives or withdraws one, while no request begins. */
  <T> T changing(Supplier<T> change) {
    gate.writeLock().lock();
    try {
      return change.get();
    } finally {
      gate.writeLock().unlock();
    }
  }

  /**
   * Runs what begins a request, while nothing is withdrawn.
   *
   * @throws FrostbyteException {@code EGRESS_NOT_CONSENTED}
   */
  <T> T relyingOn(Consent needed, Supplier<T> begin) {
    gate.readLock().lock();
    try {
      if (!given.contains(needed)) {
        throw FrostbyteException.of(
            ProblemCode.EGRESS_NOT_CONSENTED,
            "Nothing was sent to "
                + needed.host()
                + " for the purpose "
                + needed.purpose()
                + ": the tenant has not consented to it.");
      }
      return begin.get();
    } finally {
      gate.readLock().unlock();
    }
  }
}
