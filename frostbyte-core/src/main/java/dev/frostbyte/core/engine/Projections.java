package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.api.spi.Projection;
import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.api.spi.PublishedDocument;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.core.document.Bundle;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps rows and index in step with the journal. Changes come from one thread. */
final class Projections {
  private static final int COMMIT_EVERY = 256;

  private final DocumentStore store;
  private final VectorIndex index;
  private final EmbeddingSpace space;
  private final Journal journal;
  private final Catalog catalog;
  private final Bundles bundles;
  private int uncommitted;
  private long reached;

  Projections(
      DocumentStore store,
      VectorIndex index,
      EmbeddingSpace space,
      Journal journal,
      Catalog catalog,
      Bundles bundles) {
    this.store = store;
    this.index = index;
    this.space = space;
    this.journal = journal;
    this.catalog = catalog;
    this.bundles = bundles;
  }

  DocumentStore store() {
    return store;
  }

  VectorIndex index() {
    return index;
  }

  /** Brings both to the end of the journal; makes them anew when they do not fit to it. */
  void catchUp() throws IOException {
    index.bind(space);
    long end = journal.log().size();
    requireNoneAhead(end);
    long from = Math.min(store.position(), index.position());
    journal.log().replay(from, this::replay);
    reached = end;
    if (!agree()) {
      rebuild();
    } else if (from < end) {
      commit();
    }
  }

  /** What was applied was durable in the journal before; a shorter journal is not the same. */
  private void requireNoneAhead(long end) throws IOException {
    long furthest = Math.max(store.position(), index.position());
    if (furthest > end) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "Rows or index hold "
              + furthest
              + " journal entries, the journal has "
              + end
              + ": an older copy of it was put back.");
    }
  }

  /** Whether journal, rows and index know of equally much: a foreign or damaged file does not. */
  private boolean agree() throws IOException {
    DocumentStore.Counts counts = store.counts();
    return counts.documents() == catalog.in(CatalogEntry.State.PUBLISHED).size()
        && counts.chunks() == index.chunks();
  }

  /**
   * Empties both and brings them to the end of the journal. Reads everything once before: while a
   * bundle is damaged, rows and index stay as they were.
   */
  void rebuild() throws IOException {
    journal.log().replay(0, this::requireReadable);
    store.clear();
    index.clear();
    index.bind(space);
    long end = journal.log().size();
    reached = 0;
    journal.log().replay(0, this::replay);
    reached = end;
    commit();
  }

  void apply(ProjectionChange change) throws IOException {
    for (Projection projection : all()) {
      projection.apply(change);
    }
    uncommitted++;
  }

  /** Commits when much has come together. */
  void commitSometimes() throws IOException {
    if (uncommitted >= COMMIT_EVERY) {
      commit();
    }
  }

  /** Every change of the journal before this position is applied. */
  void reach(long position) {
    reached = position;
  }

  /** Commits what is reached: a change that failed is not skipped by a later commit. */
  void commit() throws IOException {
    for (Projection projection : all()) {
      projection.commit(reached);
    }
    uncommitted = 0;
  }

  /** Removes what was withdrawn from disk. */
  void purge() throws IOException {
    commit();
    for (Projection projection : all()) {
      projection.purge();
    }
  }

  private void replay(AuditEntry entry) throws IOException {
    switch (entry.event().type()) {
      case DOCUMENT_PUBLISHED -> publish(entry);
      case KEY_DESTROYED -> withdraw(entry);
      case DOCUMENT_QUARANTINED, DOCUMENT_HELD, DOCUMENT_FAILED -> withdrawUnlessPublished(entry);
      default -> {}
    }
  }

  private void withdraw(AuditEntry entry) throws IOException {
    apply(new ProjectionChange.Withdraw(new DocumentId(entry.event().subject())));
  }

  /** An attempt that failed and left the document as it was takes nothing away. */
  private void withdrawUnlessPublished(AuditEntry entry) throws IOException {
    boolean published =
        catalog
            .find(new DocumentId(entry.event().subject()))
            .filter(found -> found.state() == CatalogEntry.State.PUBLISHED)
            .isPresent();
    if (!published) {
      withdraw(entry);
    }
  }

  private void publish(AuditEntry entry) throws IOException {
    Optional<PublishedDocument> document = published(entry);
    if (document.isPresent()) {
      apply(new ProjectionChange.Publish(document.get()));
    }
  }

  private void requireReadable(AuditEntry entry) throws IOException {
    if (entry.event().type() == EventType.DOCUMENT_PUBLISHED) {
      published(entry);
    }
  }

  /** What an event published; nothing when a later event took it away again. */
  private Optional<PublishedDocument> published(AuditEntry entry) throws IOException {
    DocumentId document = new DocumentId(entry.event().subject());
    Optional<CatalogEntry> current =
        catalog.find(document).filter(found -> found.index() == entry.receipt().index());
    if (current.isEmpty()) {
      return Optional.empty();
    }
    OutcomeRecord outcome =
        journal.details(entry, OutcomeRecord.class).orElseThrow(Projections::unreadable);
    requireSpace(outcome);
    ObjectRef object = Objects.requireNonNull(current.get().bundle());
    Bundle bundle =
        bundles
            .read(document, current.get().generation(), object)
            .orElseThrow(Projections::unreadable);
    return Optional.of(Bundles.published(entry, outcome, bundle));
  }

  /** Vectors made by another model never enter this index, also when it is made anew. */
  private void requireSpace(OutcomeRecord outcome) {
    OutcomeRecord.Vectors vectors = Objects.requireNonNull(outcome.reading()).vectors();
    if (vectors == null || !space.id().equals(vectors.space())) {
      throw FrostbyteException.of(
          ProblemCode.SPACE_MISMATCH, "A published document was embedded in another space.");
    }
  }

  private List<Projection> all() {
    return List.of(store, index);
  }

  private static SealBrokenException unreadable() {
    return new SealBrokenException("a published document's details do not open");
  }
}
