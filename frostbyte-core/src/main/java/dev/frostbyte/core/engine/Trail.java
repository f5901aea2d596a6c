package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Drafts the events of one submission, each following from the one before. One thread. */
final class Trail {
  private final Journal journal;
  private final String actor;
  private final String batch;
  private final DocumentId document;
  private List<UUID> previous = List.of();

  Trail(Journal journal, String actor, String batch, DocumentId document) {
    this.journal = journal;
    this.actor = actor;
    this.batch = batch;
    this.document = document;
  }

  DocumentId document() {
    return document;
  }

  /** The next event of the submission. */
  Draft next(EventType type, SortedMap<String, Object> facts) {
    SortedMap<String, Object> data = new TreeMap<>(facts);
    data.put("batch", batch);
    Draft draft = journal.draft(type, actor, document.value(), data, previous);
    previous = List.of(draft.event().id());
    return draft;
  }

  Draft next(EventType type) {
    return next(type, new TreeMap<>());
  }

  /** Details die with the document's key. */
  Draft withDocument(Draft draft, OutcomeRecord details) {
    return journal.sealed(draft, document, details);
  }

  /** Details live as long as the tenant. */
  Draft withTenant(Draft draft, OutcomeRecord details) {
    return journal.sealed(draft, details);
  }

  /** Appends a pure step's record. */
  void record(EventType type, SortedMap<String, Object> facts) {
    journal.record(next(type, facts));
  }
}
