package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes down that the terms of approvals are over, so that they stay over, and quarantines held
 * documents: those that nobody decided about in time, so that waiting never ends in being served,
 * and those that a person rejected. Stateless.
 */
final class Overdue {
  private static final String ACTOR = "system";

  private Overdue() {}

  /**
   * Quarantines what has been held for longer than the pipeline allows. Waits for those documents,
   * so whoever calls has none.
   */
  static void quarantine(TenantRuntime runtime) {
    lapse(runtime);
    Duration longest = runtime.parts().limits().longestReview();
    Instant since = runtime.parts().journal().now().minus(longest);
    String message = "Nobody decided about the document within " + longest.toDays() + " days.";
    Problem problem = Problem.of(ProblemCode.REVIEW_TIMED_OUT, message);
    for (DocumentId document : runtime.parts().catalog().in(CatalogEntry.State.HELD)) {
      if (overdue(runtime, document, since).isPresent()) {
        try (DocumentLocks.Held held = runtime.locks().hold(document)) {
          overdue(runtime, document, since)
              .ifPresent(entry -> quarantine(runtime, ACTOR, document, entry, problem));
        }
      }
    }
  }

  private static void lapse(TenantRuntime runtime) {
    for (DocumentId document : runtime.parts().catalog().in(CatalogEntry.State.QUARANTINED)) {
      if (lapsing(runtime, document).isPresent()) {
        try (DocumentLocks.Held held = runtime.locks().hold(document)) {
          lapsing(runtime, document).ifPresent(approval -> lapse(runtime, document, approval));
        }
      }
    }
  }

  private static Optional<Approvals.Approval> lapsing(TenantRuntime runtime, DocumentId document) {
    TenantParts parts = runtime.parts();
    return parts
        .catalog()
        .approval(document)
        .filter(approval -> !approval.lapsed() && approval.expired(parts.journal()));
  }

  private static void lapse(
      TenantRuntime runtime, DocumentId document, Approvals.Approval approval) {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put(Approvals.DECISION, Approvals.LAPSE);
    facts.put(Approvals.TOKEN, approval.token());
    TenantParts parts = runtime.parts();
    Failures.attempt(
        () -> {
          var given = new KeptDocuments(parts).at(approval.index()).event().id();
          Journal journal = parts.journal();
          return runtime.write(
              journal.draft(
                  EventType.REVIEW_DECIDED, ACTOR, document.value(), facts, List.of(given)));
        });
  }

  private static Optional<CatalogEntry> overdue(
      TenantRuntime runtime, DocumentId document, Instant since) {
    return runtime
        .parts()
        .catalog()
        .find(document)
        .filter(entry -> entry.state() == CatalogEntry.State.HELD)
        .filter(entry -> entry.since().isBefore(since));
  }

  /** Quarantines what a person rejected; the decision is in the journal. */
  static void rejected(
      TenantRuntime runtime, String actor, DocumentId document, CatalogEntry entry) {
    Problem problem =
        Problem.of(ProblemCode.REVIEW_REJECTED, "A reviewer decided that it is not served.");
    quarantine(runtime, actor, document, entry, problem);
  }

  private static void quarantine(
      TenantRuntime runtime,
      String actor,
      DocumentId document,
      CatalogEntry entry,
      Problem problem) {
    Failures.attempt(() -> runtime.write(draft(runtime.parts(), actor, document, entry, problem)));
  }

  private static Draft draft(
      TenantParts parts, String actor, DocumentId document, CatalogEntry entry, Problem problem)
      throws IOException {
    KeptDocuments kept = new KeptDocuments(parts);
    AuditEntry held = kept.entry(entry);
    OutcomeRecord outcome = kept.outcome(held);
    SortedMap<String, Object> facts = new TreeMap<>(Facts.code(problem));
    outcome.origin().attachment().ifPresent(in -> facts.put(Kinship.PARENT, in.document().value()));
    Draft draft =
        parts
            .journal()
            .draft(
                EventType.DOCUMENT_QUARANTINED,
                actor,
                document.value(),
                facts,
                List.of(held.event().id()));
    OutcomeRecord record = outcome.because(problem).with(entry.reading());
    return parts.journal().sealed(draft, document, record);
  }
}
