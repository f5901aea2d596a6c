package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.core.BatchFile;
import dev.frostbyte.core.ProgressListener.Phase;
import dev.frostbyte.core.intake.Arrival;
import dev.frostbyte.core.intake.TypeGate;
import dev.frostbyte.core.plugin.ParserChain;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes one file from its bytes to its outcome. Thread-safe: one processor serves all files of a
 * run.
 */
final class DocumentProcessor {
  private final RunContext context;
  private final TenantParts parts;
  private final TypeGate types;
  private final Reading reading;

  DocumentProcessor(RunContext context) {
    this.context = context;
    this.parts = context.runtime().parts();
    this.types = new TypeGate(parts.stages());
    this.reading = new Reading(context);
  }

  /**
   * The outcome of a file; whatever happens, one. Only a journal that refuses and the end of the
   * run throw; an error of the virtual machine, such as a stack that overflows in a plugin, is the
   * end of this file alone.
   */
  DocumentOutcome process(BatchFile file) throws IOException {
    context.tell(file.name(), Phase.READING);
    try {
      return receive(file);
    } finally {
      context.tell(file.name(), Phase.FINISHED);
    }
  }

  private DocumentOutcome receive(BatchFile file) throws IOException {
    try (Receiver receiver = new Receiver(parts)) {
      Arrival arrival;
      try {
        arrival = receiver.receive(file);
      } catch (IOException | RuntimeException | Error e) {
        Submission unread = submission(file, 0, ContentHash.of(new byte[0]));
        return fail(context.trail(parts.keys().documentId(unread.source())), unread, e);
      }
      return take(submission(file, arrival.size(), arrival.hash()), receiver, arrival);
    }
  }

  private Submission submission(BatchFile file, long size, ContentHash source) {
    String type = MediaType.UNKNOWN.value();
    return new Submission(
        context.batch(), parts.journal().ids().submission(), file, type, size, source);
  }

  private DocumentOutcome take(Submission submission, Receiver receiver, Arrival arrival)
      throws IOException {
    DocumentId document = parts.keys().documentId(arrival.hash());
    Trail trail = context.trail(document);
    try (DocumentLocks.Held held = context.runtime().locks().hold(document)) {
      try {
        return switch (arrival) {
          case Arrival.Refused refused -> reject(trail, submission, refused.problem());
          case Arrival.Whole whole -> verify(trail, submission, receiver.received());
        };
      } catch (IOException | RuntimeException | Error e) {
        return fail(trail, submission, e);
      }
    }
  }

  private DocumentOutcome verify(Trail trail, Submission submission, Received received)
      throws IOException {
    TypeGate.Verdict verdict = types.check(submission.file(), received.source());
    Submission typed = submission.of(verdict.type().value());
    return switch (verdict) {
      case TypeGate.Verdict.Refused refused -> reject(trail, typed, refused.problem());
      case TypeGate.Verdict.Accepted accepted -> process(trail, typed, received, accepted.type());
    };
  }

  private DocumentOutcome process(
      Trail trail, Submission submission, Received received, MediaType type) throws IOException {
    ParserChain chain = parts.stages().routes().chain(type);
    CanonicalId canonical = Fingerprints.canonical(trail.document(), chain, parts);
    Optional<DocumentOutcome> again = repeat(trail, submission, canonical);
    if (again.isPresent()) {
      return again.get();
    }
    return switch (reading.read(trail, submission, received, chain, type, canonical)) {
      case Reading.Result.Rejected rejected -> reject(trail, submission, rejected.problem());
      case Reading.Result.Kept kept -> keep(trail, submission, received, kept);
    };
  }

  private DocumentOutcome keep(
      Trail trail, Submission submission, Received received, Reading.Result.Kept kept) {
    context.requireRunning();
    context.tell(submission.file().name(), Phase.WRITING);
    TakeEffect effect =
        new TakeEffect(
            parts, trail, received, kept.type(), kept.record(), kept.bundle().orElse(null));
    AuditReceipt receipt = Futures.awaitEffect(context.runtime().writer().submit(effect));
    return Outcomes.of(kept.type(), trail.document(), kept.record(), receipt);
  }

  /**
   * The outcome of a document that is known under the same configuration; only evidence is added.
   */
  private Optional<DocumentOutcome> repeat(
      Trail trail, Submission submission, CanonicalId canonical) {
    Optional<CatalogEntry> known =
        parts.catalog().find(trail.document()).filter(entry -> canonical.equals(entry.canonical()));
    return known.flatMap(entry -> repeated(entry, trail, submission));
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
    OutcomeRecord unread =
        submission.unread(problem).finding(entry.findings()).treating(entry.personal());
    OutcomeRecord record =
        type == EventType.DOCUMENT_UNCHANGED ? unread : unread.with(entry.reading());
    return evidence(trail, type, trail.withDocument(trail.next(type), record), record);
  }

  private DocumentOutcome reject(Trail trail, Submission submission, Problem problem) {
    OutcomeRecord record = submission.unread(problem);
    return evidence(
        trail,
        EventType.DOCUMENT_REJECTED,
        trail.withTenant(trail.next(EventType.DOCUMENT_REJECTED, Facts.code(problem)), record),
        record);
  }

  /** A failure of our own side that left nothing behind. */
  private DocumentOutcome fail(Trail trail, Submission submission, Throwable cause) {
    if (Failures.endsTheRun(cause)) {
      throw Failures.of(cause);
    }
    Problem problem = Failures.problem(cause);
    OutcomeRecord record = submission.unread(problem);
    return evidence(
        trail,
        EventType.DOCUMENT_FAILED,
        trail.withTenant(trail.leavingOpen(EventType.DOCUMENT_FAILED, Facts.code(problem)), record),
        record);
  }

  private DocumentOutcome evidence(Trail trail, EventType type, Draft draft, OutcomeRecord record) {
    AuditReceipt receipt =
        Futures.awaitEffect(context.runtime().writer().submit(new EvidenceEffect(draft)));
    return Outcomes.of(type, trail.document(), record, receipt);
  }
}
