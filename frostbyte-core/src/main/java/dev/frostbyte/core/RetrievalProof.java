package dev.frostbyte.core;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The answer to a search: passages with their origin, and the event that recorded the search before
 * they were handed out. Immutable.
 *
 * @param queryId UUIDv7
 * @param passages best first; empty is an answer
 * @param timestamp when it was answered
 * @param space the space that query and passages were embedded in; an index of another space is an
 *     error
 * @param receipt the search's own event
 */
public record RetrievalProof(
    UUID queryId,
    TenantId tenant,
    List<Passage> passages,
    Instant timestamp,
    EmbeddingSpace space,
    AuditReceipt receipt) {
  /** Copies the list. */
  public RetrievalProof {
    passages = List.copyOf(passages);
  }
}
