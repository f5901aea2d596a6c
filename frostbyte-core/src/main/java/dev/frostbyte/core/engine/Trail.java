package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Drafts the events of one submission, each following from the one before. One thread. */
final class Trail {
  private final Journal journal;
  private final String actor;
  private final Map<String, Object> marks;
  private final DocumentId document;
  private final Map<UUID, EventType> intents = new LinkedHashMap<>();
  private List<UUID> previous = List.of();
  private List<UUID> beforeIntents = List.of();

  /**
   * A trail.
   *
   * @param marks facts that every event carries
   * @param causes events that its first event follows from
   */
  Trail(
      Journal journal,
      String actor,
      Map<String, Object> marks,
      DocumentId document,
      List<UUID> causes) {
    this.previous = List.copyOf(causes);
    this.journal = journal;
    this.actor = actor;
    this.marks = Map.copyOf(marks);
    this.document = document;
  }

  DocumentId document() {
    return document;
  }

  /** The newest event. */
  List<UUID> last() {
    return previous;
  }

  /** The next event of the submission. */
  Draft next(EventType type, SortedMap<String, Object> facts) {
    beforeIntents = intents.isEmpty() ? previous : beforeIntents;
    Draft draft = draft(type, facts, previous);
    if (type.isIntent()) {
      intents.put(draft.event().id(), type);
    }
    return draft;
  }

  /** The next event, which says how the intents it closes ended. */
  Draft closing(EventType type, SortedMap<String, Object> facts) {
    Set<UUID> followed = new LinkedHashSet<>(previous);
    intents.entrySet().stream()
        .filter(intent -> type.closes(intent.getValue()))
        .forEach(intent -> followed.add(intent.getKey()));
    intents.values().removeIf(type::closes);
    return draft(type, facts, List.copyOf(followed));
  }

  /**
   * The next event, which closes no intent: what its effect may have left behind is swept when the
   * tenant is opened next.
   */
  Draft leavingOpen(EventType type, SortedMap<String, Object> facts) {
    return draft(type, facts, intents.isEmpty() ? previous : beforeIntents);
  }

  private Draft draft(EventType type, SortedMap<String, Object> facts, List<UUID> followed) {
    SortedMap<String, Object> data = new TreeMap<>(facts);
    data.putAll(marks);
    Draft draft = journal.draft(type, actor, document.value(), data, followed);
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
