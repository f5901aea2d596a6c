package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/** Makes rows and index anew from objects and journal. */
record RebuildEffect(TenantParts parts, String actor) implements Effect<AuditReceipt> {
  @Override
  public List<Draft> intent() {
    return List.of();
  }

  @Override
  public List<Draft> outcome() throws IOException {
    parts.projections().rebuild();
    return List.of(
        parts
            .journal()
            .draft(EventType.PROJECTIONS_REBUILT, actor, "tenant", new TreeMap<>(), List.of()));
  }

  @Override
  public AuditReceipt apply(List<AuditReceipt> receipts) {
    return receipts.getLast();
  }
}
