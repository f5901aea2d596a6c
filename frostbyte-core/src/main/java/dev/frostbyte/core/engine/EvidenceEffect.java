package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditReceipt;
import java.util.List;

/** An event that changes nothing but the journal: a refusal, a repetition, a consent. */
record EvidenceEffect(Draft event) implements Effect<AuditReceipt> {
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
