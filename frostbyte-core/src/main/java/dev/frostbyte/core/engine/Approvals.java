package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.core.Reviews;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Quarantined documents whose release a person approved and another has not made yet, from the
 * journal. One thread at a time.
 */
final class Approvals {
  /** What was decided: {@link #APPROVE} or {@link #REJECT}. */
  static final String DECISION = "decision";

  /** Names what was looked at. */
  static final String TOKEN = "token";

  static final String APPROVE = "approve";
  static final String REJECT = "reject";

  /** Nobody decided this: the term of an approval was seen to be over. */
  static final String LAPSE = "lapse";

  private final SortedMap<String, Approval> open = new TreeMap<>();

  /** Takes up where a snapshot ended. */
  void addAll(Map<String, Approval> approvals) {
    open.putAll(approvals);
  }

  SortedMap<String, Approval> all() {
    return new TreeMap<>(open);
  }

  Optional<Approval> of(DocumentId document) {
    return Optional.ofNullable(open.get(document.value()));
  }

  /** Takes the next entry of the journal. */
  void take(AuditEntry entry) {
    AuditEvent event = entry.event();
    switch (event.type()) {
      case REVIEW_DECIDED -> decide(entry);
      case DOCUMENT_PUBLISHED, ERASURE_REQUESTED -> open.remove(event.subject());
      default -> {}
    }
  }

  private void decide(AuditEntry entry) {
    AuditEvent event = entry.event();
    if (LAPSE.equals(event.data().get(DECISION))) {
      open.computeIfPresent(event.subject(), (id, approval) -> approval.over());
    } else if (APPROVE.equals(event.data().get(DECISION))) {
      String token = String.valueOf(event.data().get(TOKEN));
      open.put(
          event.subject(),
          new Approval(token, event.actor(), event.time(), entry.receipt().index(), false));
    } else {
      open.remove(event.subject());
    }
  }

  /**
   * An approval.
   *
   * @param token what was approved
   * @param actor pseudonym of who approved
   * @param index of the event that says why
   * @param lapsed whether the journal says that its term is over
   */
  record Approval(String token, String actor, Instant time, long index, boolean lapsed) {
    /** When a release can be made on it at the latest. */
    Instant until() {
      return time.plus(Reviews.APPROVAL_STANDS);
    }

    /** Whether its term is over; once it was, no clock brings it back. */
    boolean expired(Journal journal) {
      return lapsed || journal.moments().isOver(index, time, until(), journal.now());
    }

    private Approval over() {
      return new Approval(token, actor, time, index, true);
    }
  }
}
