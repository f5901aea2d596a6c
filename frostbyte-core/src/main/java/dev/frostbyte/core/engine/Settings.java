package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEvent;

/**
 * What a tenant decided about its documents, made from its journal. Thread-safe.
 *
 * @param consents to which hosts they may be sent
 * @param choices by which parsers they are read
 * @param policies by which they are judged
 * @param limits what bounds their reading
 */
record Settings(Consents consents, ParserChoices choices, Policies policies, TenantLimits limits) {
  /** Nothing decided yet. */
  Settings() {
    this(new Consents(), new ParserChoices(), new Policies(), new TenantLimits());
  }

  /** Takes up where a snapshot ended. */
  void begin(CatalogSnapshot snapshot) {
    consents.addAll(snapshot.consents());
    choices.addAll(snapshot.choices());
    policies.begin(snapshot.policy());
    limits.begin(snapshot.limits());
  }

  /** Takes the next event of the journal. */
  void take(AuditEvent event) {
    consents.take(event);
    choices.take(event);
    policies.take(event);
    limits.take(event);
  }
}
