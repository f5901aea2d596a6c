package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/**
 * Makes rows and index anew from objects and journal, and says so after. One that fails half way
 * closes the tenant's writer; the next opening brings both to the journal's end.
 */
record RebuildEffect(TenantParts parts, String actor) implements Effect<AuditReceipt> {
  @Override
  public List<Draft> intent() {
    return List.of();
  }

  @Override
  public List<Draft> outcome() {
    return List.of();
  }

  @Override
  public AuditReceipt apply(List<AuditReceipt> receipts) throws IOException {
    parts.projections().rebuild();
    return parts.force(
        parts
            .journal()
            .draft(EventType.PROJECTIONS_REBUILT, actor, "tenant", new TreeMap<>(), List.of()));
  }
}
