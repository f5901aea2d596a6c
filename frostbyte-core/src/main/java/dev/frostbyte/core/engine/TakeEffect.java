package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Origin;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.core.document.Bundle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a document: its raw bytes unless they are kept already, its bundle when it could be read,
 * and the outcome that makes it visible, quarantined, held or failed.
 */
final class TakeEffect implements Effect<AuditReceipt> {
  private final TenantParts parts;
  private final Trail trail;
  private final Received received;
  private final EventType outcomeType;
  private final OutcomeRecord record;
  private final @Nullable Bundle bundle;
  private final OutcomeRecord.@Nullable Vectors vectors;
  private final Optional<CatalogEntry> known;
  private @Nullable ObjectRef raw;
  private @Nullable ObjectRef kept;
  private boolean adopted;
  private List<Draft> outcome = List.of();

  TakeEffect(
      TenantParts parts,
      Trail trail,
      Received received,
      EventType type,
      OutcomeRecord record,
      @Nullable Bundle bundle) {
    this.parts = parts;
    this.trail = trail;
    this.received = received;
    this.outcomeType = type;
    this.record = record;
    this.bundle = bundle;
    EmbeddingSpace used = parts.stages().embedding().space();
    this.vectors = type == EventType.DOCUMENT_PUBLISHED ? OutcomeRecord.Vectors.in(used) : null;
    this.known = parts.catalog().find(trail.document());
  }

  /**
   * Two intents for bytes that are new: a crash between the two outcomes leaves the second open.
   */
  @Override
  public List<Draft> intent() {
    requireReleased();
    requireParent();
    List<Draft> intents = new ArrayList<>();
    if (known.isEmpty()) {
      intents.add(trail.next(EventType.DOCUMENT_PUT_REQUESTED));
    }
    intents.add(trail.next(EventType.PUBLISH_REQUESTED));
    return intents;
  }

  @Override
  public void prepare() throws IOException {
    if (known.isEmpty()) {
      parts.keys().adopt(trail.document(), fresh().key());
      adopted = true;
    }
  }

  @Override
  public void perform() throws IOException {
    ObjectRef before = known.map(CatalogEntry::raw).orElse(null);
    raw = before != null ? before : fresh().draft().keep();
    kept = bundle == null ? null : parts.bundles().put(bundle);
  }

  @Override
  public List<Draft> outcome() throws IOException {
    List<Draft> drafts = new ArrayList<>();
    if (known.isEmpty()) {
      drafts.add(
          trail.closing(EventType.DOCUMENT_INGESTED, facts(Objects.requireNonNull(raw), "object")));
    }
    SortedMap<String, Object> facts = kept == null ? new TreeMap<>() : facts(kept, "bundle");
    facts.put("generation", generation());
    facts.put("chunks", (long) record.chunks());
    facts.put("scan", record.scan().verdict().word());
    brought().ifPresent(files -> facts.putAll(Facts.brought(files)));
    Optional.ofNullable(record.problem())
        .ifPresent(problem -> facts.put("code", problem.code().name()));
    drafts.add(trail.withDocument(trail.closing(outcomeType, facts), complete()));
    outcome = drafts;
    return drafts;
  }

  @Override
  public AuditReceipt apply(List<AuditReceipt> receipts) throws IOException {
    AuditReceipt receipt = receipts.getLast();
    if (outcomeType == EventType.DOCUMENT_PUBLISHED) {
      Draft last = outcome.getLast();
      AuditEntry entry = new AuditEntry(receipt, last.event(), last.payload());
      parts
          .projections()
          .apply(
              new ProjectionChange.Publish(
                  Bundles.published(entry, complete(), Objects.requireNonNull(bundle))));
      trail.record(EventType.INDEX_WRITTEN, indexed());
    } else if (known.isPresent()) {
      parts.projections().apply(new ProjectionChange.Withdraw(trail.document()));
    }
    removeOldBundle();
    return receipt;
  }

  private Received.Fresh fresh() {
    return switch (received) {
      case Received.Fresh arrived -> arrived;
      case Received.Stored stored ->
          throw FrostbyteException.of(
              ProblemCode.DOCUMENT_NOT_FOUND,
              "Document " + trail.document() + " was erased while it was read again.");
    };
  }

  /** What people must release, nothing else publishes. */
  private void requireReleased() {
    boolean waits = known.filter(CatalogEntry::waits).isPresent();
    if (waits
        && outcomeType == EventType.DOCUMENT_PUBLISHED
        && !parts.catalog().releasing(trail.document())) {
      throw new IllegalStateException("a document that waits for a person was not released");
    }
  }

  /** What lay in a document that is erased, must not come in after it. */
  private void requireParent() {
    Origin.Attachment in = record.attachedTo();
    if (in != null && known.isEmpty() && parts.catalog().find(in.document()).isEmpty()) {
      throw FrostbyteException.of(
          ProblemCode.DOCUMENT_NOT_FOUND,
          "Document " + in.document() + ", in which it lay, was erased meanwhile.");
    }
  }

  /** Only what is served brings anything along. */
  private Optional<OutcomeRecord.Brought> brought() {
    return Optional.ofNullable(record.brought())
        .filter(files -> outcomeType == EventType.DOCUMENT_PUBLISHED);
  }

  @Override
  public void undo() {
    if (adopted) {
      parts.destroyLeftoverKeys(trail.document());
    }
  }

  private void removeOldBundle() throws IOException {
    ObjectRef old = known.map(CatalogEntry::bundle).orElse(null);
    if (old != null && !old.equals(kept)) {
      parts.objects().delete(old);
    }
  }

  private OutcomeRecord complete() {
    return record.with(
        new OutcomeRecord.Reading(
            bundle == null ? null : bundle.canonicalId(),
            generation(),
            Objects.requireNonNull(raw),
            kept,
            vectors));
  }

  private long generation() {
    return bundle == null ? known.map(CatalogEntry::generation).orElse(0L) : bundle.generation();
  }

  private SortedMap<String, Object> indexed() {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put("chunks", (long) record.chunks());
    facts.put("generation", generation());
    return facts;
  }

  private static SortedMap<String, Object> facts(ObjectRef object, String name) {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put(name, object.hash().hex());
    facts.put("bytes", object.length());
    return facts;
  }
}
