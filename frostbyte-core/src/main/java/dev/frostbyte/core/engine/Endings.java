package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.core.ProgressListener.Phase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes how documents end: what is kept of them, and the evidence. Thread-safe. */
final class Endings {
  private final RunContext context;
  private final TenantParts parts;

  Endings(RunContext context) {
    this.context = context;
    this.parts = context.runtime().parts();
  }

  /** What keeps a document from being released is told; it waits on. */
  void waitOn(Trail trail, Submission submission, Problem problem) {
    CatalogEntry entry = parts.catalog().find(trail.document()).orElseThrow();
    EventType state =
        entry.state() == CatalogEntry.State.HELD
            ? EventType.DOCUMENT_HELD
            : EventType.DOCUMENT_QUARANTINED;
    OutcomeRecord record = again(submission, entry.problem(), entry).with(entry.reading());
    Draft draft = trail.closing(state, Facts.code(problem));
    evidence(trail, trail.withDocument(draft, record), record);
  }

  /** Takes a document with what became of it. */
  DocumentOutcome keep(
      Trail trail, Submission submission, Received received, Reading.Result.Kept kept) {
    context.requireRunning();
    context.tell(submission.name(), Phase.WRITING);
    TakeEffect effect =
        new TakeEffect(
            parts, trail, received, kept.type(), kept.record(), kept.bundle().orElse(null));
    AuditReceipt receipt = Futures.awaitEffect(context.runtime().writer().submit(effect));
    return Outcomes.of(kept.type(), trail.document(), kept.record(), receipt);
  }

  /**
   * The outcome of a document that is known under the same configuration, or that waits for a
   * person, whatever the configuration; only evidence is added.
   */
  Optional<DocumentOutcome> repeat(Trail trail, Submission submission, CanonicalId canonical) {
    return parts
        .catalog()
        .find(trail.document())
        .filter(entry -> entry.waits() || canonical.equals(entry.canonical()))
        .flatMap(entry -> repeated(entry, trail, submission));
  }

  private Optional<DocumentOutcome> repeated(
      CatalogEntry entry, Trail trail, Submission submission) {
    return switch (entry.state()) {
      case PUBLISHED ->
          Optional.of(note(trail, submission, EventType.DOCUMENT_UNCHANGED, null, entry));
      case QUARANTINED ->
          Optional.of(
              note(trail, submission, EventType.DOCUMENT_QUARANTINED, entry.problem(), entry));
      case HELD ->
          Optional.of(note(trail, submission, EventType.DOCUMENT_HELD, entry.problem(), entry));
      case TAKEN, FAILED, ERASING, KEY_DESTROYED -> Optional.empty();
    };
  }

  private DocumentOutcome note(
      Trail trail,
      Submission submission,
      EventType type,
      @Nullable Problem problem,
      CatalogEntry entry) {
    OutcomeRecord unread = again(submission, problem, entry);
    OutcomeRecord record =
        type == EventType.DOCUMENT_UNCHANGED ? unread : unread.with(entry.reading());
    return evidence(trail, trail.withDocument(trail.next(type), record), record);
  }

  private static OutcomeRecord again(
      Submission submission, @Nullable Problem problem, CatalogEntry entry) {
    return submission
        .unread(problem)
        .finding(entry.findings())
        .treating(entry.personal())
        .classified(entry.classification())
        .judgedBy(entry.detectors());
  }

  /** The end of a file that is not taken. */
  DocumentOutcome reject(Trail trail, Submission submission, Problem problem) {
    Draft draft = trail.next(EventType.DOCUMENT_REJECTED, Facts.code(problem));
    return untaken(trail, draft, submission.unread(problem));
  }

  /** A failure of our own side that left nothing behind. */
  DocumentOutcome fail(Trail trail, Submission submission, Throwable cause) {
    if (Failures.endsTheRun(cause)) {
      throw Failures.of(cause);
    }
    return fail(trail, submission, Failures.problem(cause));
  }

  /** The end of a file that could not be processed and left nothing behind. */
  DocumentOutcome fail(Trail trail, Submission submission, Problem problem) {
    Draft draft = trail.leavingOpen(EventType.DOCUMENT_FAILED, Facts.code(problem));
    return untaken(trail, draft, submission.unread(problem));
  }

  private DocumentOutcome untaken(Trail trail, Draft draft, OutcomeRecord record) {
    return evidence(trail, trail.withTenant(draft, record), record);
  }

  private DocumentOutcome evidence(Trail trail, Draft draft, OutcomeRecord record) {
    AuditReceipt receipt = context.runtime().write(draft);
    return Outcomes.of(draft.event().type(), trail.document(), record, receipt);
  }
}
