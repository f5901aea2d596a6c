package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.core.policy.Treatment;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the engine knows of a document that was taken. Immutable.
 *
 * @param index journal index of the newest event that says this state
 * @param since time of the first event that said it, for the same reason; later ones repeat it
 * @param raw its sealed bytes; null once they are gone
 * @param generation of the newest bundle, 0 without one
 * @param problem why it is not published
 * @param personal what became of personal data, by type
 * @param classification what kind of document it is
 * @param detectors who judged it: version and configuration of each inspector, by name
 */
record CatalogEntry(
    State state,
    long index,
    Instant since,
    @Nullable CanonicalId canonical,
    long generation,
    @Nullable ObjectRef raw,
    @Nullable ObjectRef bundle,
    @Nullable Problem problem,
    List<Finding> findings,
    SortedMap<String, Treatment> personal,
    Classification classification,
    SortedMap<String, String> detectors) {
  /** Copies the maps. */
  CatalogEntry {
    detectors = Collections.unmodifiableSortedMap(new TreeMap<>(detectors));
    personal = Collections.unmodifiableSortedMap(new TreeMap<>(personal));
  }

  /** States of a document. */
  enum State {
    /** Bytes are kept, no outcome followed. */
    TAKEN,
    /** Visible. */
    PUBLISHED,
    /** Kept sealed, not served. */
    QUARANTINED,
    /** Waits for a person. */
    HELD,
    /** Could not be processed. */
    FAILED,
    /** Erasure was asked for. */
    ERASING,
    /** Its keys are destroyed, its bytes not yet removed. */
    KEY_DESTROYED
  }

  /** Whether only a person can bring it, or bring it back, to being served. */
  boolean waits() {
    return switch (state) {
      case QUARANTINED, HELD -> true;
      case TAKEN, PUBLISHED, FAILED, ERASING, KEY_DESTROYED -> false;
    };
  }

  /** The same entry, in this state since an older one said so for the same reason. */
  CatalogEntry after(CatalogEntry before) {
    boolean repeated = before.state == state && Objects.equals(before.problem, problem);
    return repeated ? in(state, index, before.since) : this;
  }

  /** What is kept of the document, as an outcome says it. */
  OutcomeRecord.Reading reading() {
    return new OutcomeRecord.Reading(
        canonical, generation, Objects.requireNonNull(raw), bundle, null);
  }

  /** What an outcome says of a document of which something is kept. */
  static CatalogEntry of(AuditEntry said, OutcomeRecord outcome, OutcomeRecord.Reading reading) {
    return new CatalogEntry(
        stateAfter(said.event().type()),
        said.receipt().index(),
        said.event().time(),
        reading.canonical(),
        reading.generation(),
        reading.raw(),
        reading.bundle(),
        outcome.problem(),
        outcome.findings(),
        outcome.personal(),
        outcome.classification(),
        outcome.detectors());
  }

  private static State stateAfter(EventType type) {
    return switch (type) {
      case DOCUMENT_PUBLISHED -> State.PUBLISHED;
      case DOCUMENT_QUARANTINED -> State.QUARANTINED;
      case DOCUMENT_HELD -> State.HELD;
      default -> State.FAILED;
    };
  }

  /** A document whose details do not open any more, on its way out. */
  static CatalogEntry unread(State state, long index, Instant since) {
    return new CatalogEntry(
        state,
        index,
        since,
        null,
        0,
        null,
        null,
        null,
        List.of(),
        Collections.emptySortedMap(),
        Classification.NONE,
        Collections.emptySortedMap());
  }

  CatalogEntry in(State next, long at, Instant time) {
    return new CatalogEntry(
        next,
        at,
        time,
        canonical,
        generation,
        raw,
        bundle,
        problem,
        findings,
        personal,
        classification,
        detectors);
  }
}
