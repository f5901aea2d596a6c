package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.core.Consent;
import java.util.List;
import java.util.SortedMap;

/** A consent given or withdrawn: its event is all there is, and holds from then on. */
record ConsentEffect(Draft event) implements Effect<AuditReceipt> {
  /** Gives or withdraws a consent; durable, and heeded by every request that begins, on return. */
  static AuditReceipt run(TenantRuntime runtime, String actor, Consent consent, boolean given) {
    TenantParts parts = runtime.parts();
    SortedMap<String, Object> facts = Consents.facts(consent, given);
    Draft event =
        parts.journal().draft(EventType.TENANT_CONFIG_UPDATED, actor, "tenant", facts, List.of());
    return parts
        .catalog()
        .consents()
        .changing(() -> Futures.awaitEffect(runtime.writer().submit(new ConsentEffect(event))));
  }

  @Override
  public List<Draft> intent() {
    return List.of();
  }

  @Override
  public List<Draft> outcome() {
    return List.of(event);
  }

  @Override
  public AuditReceipt apply(List<AuditReceipt> receipts) {
    return receipts.getLast();
  }
}
