package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.core.keys.TenantKeys;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The state of every document of a tenant, made from its journal. Thread-safe. */
final class Catalog {
  private final SortedMap<String, CatalogEntry> entries = new TreeMap<>();
  private final OpenIntents intents = new OpenIntents();
  private final Settings settings = new Settings();
  private final Approvals approvals = new Approvals();
  private final Kinship kinship = new Kinship();
  private final Set<String> unreadable = new HashSet<>();
  private long position;
  private boolean replaced;

  /** A catalog as it was at a journal position. */
  static Catalog of(CatalogSnapshot snapshot) {
    Catalog catalog = new Catalog();
    catalog.entries.putAll(snapshot.entries());
    catalog.intents.addAll(snapshot.intents());
    catalog.settings.begin(snapshot);
    catalog.approvals.addAll(snapshot.approvals());
    catalog.kinship.addAll(snapshot.kinship());
    catalog.position = snapshot.position();
    return catalog;
  }

  synchronized CatalogSnapshot snapshot(SortedMap<Long, Instant> moments) {
    return new CatalogSnapshot(
        position,
        new TreeMap<>(entries),
        intents.all(),
        settings.consents().all(),
        settings.choices().all(),
        settings.policies().current(),
        settings.limits().all(),
        approvals.all(),
        moments,
        kinship.all());
  }

  /** Asks which documents lay in which. */
  synchronized <T> T kinship(Function<Kinship, T> question) {
    return question.apply(kinship);
  }

  /** What the tenant decided about its documents. */
  Settings settings() {
    return settings;
  }

  /** That a person approved the release of a document, until it ends. */
  synchronized Optional<Approvals.Approval> approval(DocumentId document) {
    return approvals.of(document);
  }

  /** Whether a release of a document was asked for and did not end. */
  synchronized boolean releasing(DocumentId document) {
    return intents.releases().anyMatch(intent -> intent.subject().equals(document.value()));
  }

  /** Releases whose end nobody wrote down. */
  synchronized List<OpenIntents.Intent> openReleases() {
    return intents.releases().toList();
  }

  synchronized long position() {
    return position;
  }

  synchronized Optional<CatalogEntry> find(DocumentId document) {
    return Optional.ofNullable(entries.get(document.value()));
  }

  /** Documents that wait for a person, by id, after one. */
  synchronized List<DocumentId> waiting(String after, int limit) {
    return entries.tailMap(after + '\0').entrySet().stream()
        .filter(entry -> entry.getValue().waits())
        .limit(limit)
        .map(entry -> new DocumentId(entry.getKey()))
        .toList();
  }

  /** Documents in a state. */
  synchronized List<DocumentId> in(CatalogEntry.State state) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().state() == state)
        .map(entry -> new DocumentId(entry.getKey()))
        .toList();
  }

  /** Served documents that other detectors than these judged, by id. */
  synchronized List<DocumentId> judgedByOthers(SortedMap<String, String> detectors) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().state() == CatalogEntry.State.PUBLISHED)
        .filter(entry -> !entry.getValue().detectors().equals(detectors))
        .map(entry -> new DocumentId(entry.getKey()))
        .toList();
  }

  /** Intents of puts that were interrupted and may have left bytes behind. */
  synchronized List<OpenIntents.Intent> interrupted() {
    return intents.puts().toList();
  }

  /**
   * Whether an outcome read here took the place of an older reading, whose bytes a crash may have
   * left.
   */
  synchronized boolean replaced() {
    return replaced;
  }

  /** Intents of requests to other hosts whose end nobody wrote down. */
  synchronized List<OpenIntents.Intent> unansweredRequests() {
    return intents.requests();
  }

  /** Intents of erasures of a document that did not end. */
  synchronized List<UUID> openErasures(DocumentId document) {
    return intents.erasures(document.value());
  }

  /** Every object that a document refers to whose keys are not destroyed. */
  synchronized Set<ObjectRef> objects() {
    Set<ObjectRef> objects = new HashSet<>();
    for (CatalogEntry entry : entries.values()) {
      if (entry.state() != CatalogEntry.State.KEY_DESTROYED) {
        Optional.ofNullable(entry.raw()).ifPresent(objects::add);
        Optional.ofNullable(entry.bundle()).ifPresent(objects::add);
      }
    }
    return objects;
  }

  /**
   * Takes an event that was appended beside the writer: it opens or closes an intent and changes
   * nothing else, so that it may come again when the journal is replayed.
   */
  synchronized void note(AuditEvent event) {
    intents.take(event);
  }

  /** Takes the next entry of the journal. */
  synchronized void apply(AuditEntry entry, Journal journal) throws IOException {
    AuditEvent event = entry.event();
    String subject = event.subject();
    long index = entry.receipt().index();
    intents.take(event);
    settings.take(event);
    approvals.take(entry);
    kinship.take(entry, entries::containsKey);
    switch (event.type()) {
      case DOCUMENT_PUBLISHED -> {
        requireReleased(subject);
        take(entry, journal);
      }
      case DOCUMENT_QUARANTINED, DOCUMENT_HELD, DOCUMENT_FAILED -> take(entry, journal);
      case ERASURE_REQUESTED -> erase(event, CatalogEntry.State.ERASING, index);
      case KEY_DESTROYED -> erase(event, CatalogEntry.State.KEY_DESTROYED, index);
      case PHYSICALLY_REMOVED -> entries.remove(subject);
      default -> {}
    }
    position = index + 1;
  }

  /**
   * After a replay: every payload that did not open must have been followed by the destruction of
   * its key.
   */
  synchronized void requireReadable() {
    if (!unreadable.isEmpty()) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "Details of " + unreadable.size() + " documents in the journal do not open.");
    }
  }

  /**
   * Every document that is not being erased must have its keys, or an older key table was put back.
   */
  synchronized void requireKeys(TenantKeys keys) {
    for (Map.Entry<String, CatalogEntry> entry : entries.entrySet()) {
      boolean erased =
          switch (entry.getValue().state()) {
            case ERASING, KEY_DESTROYED -> true;
            case TAKEN, PUBLISHED, QUARANTINED, HELD, FAILED -> false;
          };
      if (!erased && !keys.holds(new DocumentId(entry.getKey()))) {
        throw FrostbyteException.of(
            ProblemCode.INTEGRITY_BROKEN,
            "Keys of a document are missing: an older copy of the key table was put back.");
      }
    }
  }

  /** Keys of a document that the journal knows nothing of: an older journal was put back. */
  synchronized void requireKnown(Collection<DocumentId> withKeys) {
    Set<String> begun = intents.puts().map(OpenIntents.Intent::subject).collect(Collectors.toSet());
    for (DocumentId document : withKeys) {
      if (!entries.containsKey(document.value()) && !begun.contains(document.value())) {
        throw FrostbyteException.of(
            ProblemCode.INTEGRITY_BROKEN,
            "The key table knows a document that the journal does not: an older copy of the journal"
                + " was put back.");
      }
    }
  }

  /**
   * A journal in which a document that waited was served, and no person released it, is not ours.
   */
  private void requireReleased(String subject) {
    CatalogEntry known = entries.get(subject);
    if (known != null && known.waits() && !releasing(new DocumentId(subject))) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "The journal says that document " + subject + " was served, and nobody released it.");
    }
  }

  private void take(AuditEntry entry, Journal journal) throws IOException {
    String subject = entry.event().subject();
    Optional<OutcomeRecord> outcome = details(entry, journal);
    outcome.ifPresent(found -> put(subject, entry, found));
  }

  private void put(String subject, AuditEntry entry, OutcomeRecord outcome) {
    OutcomeRecord.Reading reading = outcome.reading();
    if (reading != null) {
      CatalogEntry before = entries.get(subject);
      CatalogEntry now = CatalogEntry.of(entry, outcome, reading);
      entries.put(subject, before == null ? now : now.after(before));
      replaced |=
          before != null && before.bundle() != null && !before.bundle().equals(now.bundle());
    }
  }

  private Optional<OutcomeRecord> details(AuditEntry entry, Journal journal) throws IOException {
    try {
      Optional<OutcomeRecord> outcome = journal.details(entry, OutcomeRecord.class);
      if (outcome.isEmpty()) {
        unreadable.add(entry.event().subject());
      }
      return outcome;
    } catch (SealBrokenException e) {
      unreadable.add(entry.event().subject());
      return Optional.empty();
    }
  }

  /**
   * From here on the document's details need not open: a crash may have come between the
   * destruction of its key and the event of it. The entry stays until its bytes are gone, too.
   */
  private void erase(AuditEvent event, CatalogEntry.State state, long index) {
    String subject = event.subject();
    unreadable.remove(subject);
    CatalogEntry known = entries.get(subject);
    entries.put(
        subject,
        known == null
            ? CatalogEntry.unread(state, index, event.time())
            : known.in(state, index, event.time()));
  }
}
