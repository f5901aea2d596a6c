package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.tenant.DocumentKey;
import dev.frostbyte.core.document.Json;
import dev.frostbyte.core.keys.TenantKeys;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Writes and reads one tenant's events. Details go into a sealed payload: with the document's key
 * where there is one, so that erasing the document erases them, otherwise with a key of the tenant.
 * A journal that refuses ends in {@code AUDIT_UNAVAILABLE}. Thread-safe.
 */
final class Journal {
  /** Key, in an event's data, of whose key seals the details beside it. */
  static final String SEALED_FOR = "sealedFor";

  private final AuditLog log;
  private final Anchor anchor;
  private final TenantKeys keys;
  private final Sealer tenantSealer;
  private final Clock clock;
  private final Ids ids;
  private final Moments moments = new Moments();

  Journal(AuditLog log, Anchor anchor, TenantKeys keys, Clock clock) throws IOException {
    this.log = log;
    this.anchor = anchor;
    this.keys = keys;
    this.tenantSealer = keys.sealer("journal");
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  Ids ids() {
    return ids;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The times of the events that were read or written since the tenant was opened, or kept. */
  Moments moments() {
    return moments;
  }

  AuditLog log() {
    return log;
  }

  /** An event without details. */
  Draft draft(
      EventType type,
      String actor,
      String subject,
      SortedMap<String, Object> data,
      List<UUID> previous) {
    return Draft.plain(new AuditEvent(ids.next(), type, now(), actor, subject, data, previous));
  }

  /** An event with details sealed for the tenant. */
  Draft sealed(Draft plain, Object details) {
    return sealed(plain, "tenant", tenantSealer, details);
  }

  /** An event about a document with details that die with the document's key. */
  Draft sealed(Draft plain, DocumentId document, Object details) {
    Sealer sealer = keys.document(document, DocumentKey.ORIGINAL).orElseThrow();
    return sealed(plain, "document", sealer, details);
  }

  /** Appends events in order; durable on return. */
  List<AuditReceipt> force(List<Draft> drafts) {
    List<AuditReceipt> receipts = new ArrayList<>(drafts.size());
    try {
      for (int i = 0; i < drafts.size(); i++) {
        Draft draft = drafts.get(i);
        boolean last = i == drafts.size() - 1;
        receipts.add(
            dated(
                draft,
                last
                    ? log.append(draft.event(), draft.payload())
                    : log.record(draft.event(), draft.payload())));
      }
    } catch (IOException e) {
      throw unavailable(e);
    }
    return receipts;
  }

  AuditReceipt force(Draft draft) {
    return force(List.of(draft)).getFirst();
  }

  /** Appends the record of a pure step; durable with the next forced event. */
  AuditReceipt record(Draft draft) {
    try {
      return dated(draft, log.record(draft.event(), draft.payload()));
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** Signs a root over everything appended and remembers it outside the tenant's folder. */
  Checkpoint seal() {
    try {
      Checkpoint checkpoint = log.seal();
      anchor.keep(checkpoint);
      return checkpoint;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** Details of an entry; empty when it has none or its key is gone. */
  <T> Optional<T> details(AuditEntry entry, Class<T> type) throws IOException {
    Optional<Sealer> sealer = sealerOf(entry);
    if (sealer.isEmpty() || entry.payload().length == 0) {
      return Optional.empty();
    }
    byte[] details = Draft.open(entry.event(), entry.payload(), sealer.get());
    return Optional.of(Json.read(details, type));
  }

  private AuditReceipt dated(Draft draft, AuditReceipt receipt) {
    moments.take(receipt.index(), draft.event().time());
    return receipt;
  }

  private Optional<Sealer> sealerOf(AuditEntry entry) {
    return "document".equals(entry.event().data().get(SEALED_FOR))
        ? keys.document(new DocumentId(entry.event().subject()), DocumentKey.ORIGINAL)
        : Optional.of(tenantSealer);
  }

  private static Draft sealed(Draft plain, String whose, Sealer sealer, Object details) {
    Draft sealed = Draft.sealed(plain.event(), whose, sealer, Json.bytes(details));
    requireFitting(sealed.payload());
    return sealed;
  }

  /** Refused here, where it fails one document, not in the log, where it would fail a batch. */
  private static void requireFitting(byte[] payload) {
    if (payload.length > AuditLog.MAX_PAYLOAD_BYTES) {
      throw FrostbyteException.of(
          ProblemCode.LIMIT_EXCEEDED,
          "The evidence of this step has "
              + payload.length
              + " bytes; an event carries at most "
              + AuditLog.MAX_PAYLOAD_BYTES
              + ".");
    }
  }

  private static FrostbyteException unavailable(IOException cause) {
    return new FrostbyteException(
        Problem.of(
            ProblemCode.AUDIT_UNAVAILABLE,
            "The audit journal refused an event; nothing was done without it."),
        cause);
  }
}
