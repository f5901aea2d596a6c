package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.BatchFile;
import dev.frostbyte.core.ProgressListener.Phase;
import dev.frostbyte.core.intake.Arrival;
import dev.frostbyte.core.intake.TypeGate;
import dev.frostbyte.core.malware.ScanStep;
import dev.frostbyte.core.policy.Scan;
import dev.frostbyte.core.policy.Waiver;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes one file from its bytes to its outcome. Thread-safe: one processor serves all files of a
 * run.
 */
final class DocumentProcessor {
  private final RunContext context;
  private final TenantParts parts;
  private final TypeGate types;
  private final ScanStep scanners;
  private final Reading reading;
  private final Endings endings;

  DocumentProcessor(RunContext context) {
    this.context = context;
    this.parts = context.runtime().parts();
    this.types = new TypeGate(parts.stages());
    this.scanners = new ScanStep(parts.stages().scanners());
    this.reading = new Reading(context);
    this.endings = new Endings(context);
  }

  /**
   * The outcome of a file; whatever happens, one. Only a journal that refuses and the end of the
   * run throw; an error of the virtual machine, such as a stack that overflows in a plugin, is the
   * end of this file alone.
   */
  DocumentOutcome process(BatchFile file, Branch branch) throws IOException {
    return process(new Incoming.HandedIn(file), branch);
  }

  /**
   * The same of a file that lies in another.
   *
   * @param around the branch of the other, which has ended
   * @param branch its own
   */
  DocumentOutcome process(Branch around, Branch.Child child, Branch branch) throws IOException {
    return process(new Incoming.Inside(around, child), branch);
  }

  /** What all files it takes share. */
  RunContext context() {
    return context;
  }

  private DocumentOutcome process(Incoming file, Branch branch) throws IOException {
    context.tell(file.name(), Phase.READING);
    try (Receiver receiver = new Receiver(parts)) {
      Arrival arrival;
      try {
        arrival = file.receive(receiver);
      } catch (IOException | RuntimeException | Error e) {
        Submission unread = file.submission(context, 0, ContentHash.of(new byte[0]));
        return endings.fail(trail(file, parts.keys().documentId(unread.source())), unread, e);
      }
      Submission submission = file.submission(context, arrival.size(), arrival.hash());
      return take(file, submission, receiver, arrival, branch);
    }
  }

  private Trail trail(Incoming file, DocumentId document) {
    return context.trail(document, file.attachedTo().orElse(null), file.causes());
  }

  private DocumentOutcome take(
      Incoming file, Submission submission, Receiver receiver, Arrival arrival, Branch branch)
      throws IOException {
    DocumentId document = parts.keys().documentId(arrival.hash());
    Trail trail = trail(file, document);
    try (DocumentLocks.Held held = context.runtime().locks().hold(document)) {
      DocumentOutcome outcome;
      try {
        outcome =
            switch (arrival) {
              case Arrival.Refused refused -> endings.reject(trail, submission, refused.problem());
              case Arrival.Whole whole ->
                  verify(trail, file, submission, receiver.received(), branch);
            };
      } catch (IOException | RuntimeException | Error e) {
        outcome = endings.fail(trail, submission, e);
      }
      branch.ended(context, submission, trail, outcome);
      return outcome;
    }
  }

  private DocumentOutcome verify(
      Trail trail, Incoming file, Submission submission, Received received, Branch branch)
      throws IOException {
    TypeGate.Verdict verdict = file.check(types, received.source());
    Submission typed = submission.of(verdict.type().value());
    if (branch.liesIn(trail.document())) {
      return endings.reject(trail, typed, liesInItself());
    }
    return switch (verdict) {
      case TypeGate.Verdict.Refused refused -> endings.reject(trail, typed, refused.problem());
      case TypeGate.Verdict.Accepted accepted ->
          scan(trail, typed, received, accepted.type(), branch);
    };
  }

  private static Problem liesInItself() {
    return Problem.of(
        ProblemCode.CONTAINS_ITSELF, "The attachment is the same file as one that it lies in.");
  }

  /** A file that was read before is scanned again: signatures change. */
  private DocumentOutcome scan(
      Trail trail, Submission submission, Received received, MediaType type, Branch branch)
      throws IOException {
    ScanStep.Outcome outcome = scanned(trail, received);
    Submission scanned = submission.scanned(outcome.scan());
    return switch (outcome) {
      case ScanStep.Outcome.Passed passed -> process(trail, scanned, received, type, branch);
      case ScanStep.Outcome.Infected infected ->
          endings.keep(trail, scanned, received, Reading.infected(scanned, infected.problem()));
      case ScanStep.Outcome.Unscanned unscanned ->
          endings.fail(trail, scanned, unscanned.problem());
    };
  }

  private ScanStep.Outcome scanned(Trail trail, Received received) {
    ScanStep.Outcome outcome = scanners.scan(received.source());
    Facts.scan(outcome).ifPresent(facts -> trail.record(EventType.DOCUMENT_SCANNED, facts));
    return outcome;
  }

  private DocumentOutcome process(
      Trail trail, Submission submission, Received received, MediaType type, Branch branch)
      throws IOException {
    ReadingTask task = task(trail, submission, received, type, Waiver.NONE, branch);
    Optional<DocumentOutcome> again =
        lacksAttachments(trail.document(), branch)
            ? Optional.empty()
            : endings.repeat(trail, submission, task.canonical());
    if (again.isPresent()) {
      return again.get();
    }
    Reading.Result result = reading.read(task);
    Optional<Problem> unread = branch.isStanding() ? result.unread() : Optional.empty();
    if (unread.isPresent()) {
      return endings.fail(trail, submission, unread.get());
    }
    return switch (result) {
      case Reading.Result.Rejected rejected ->
          unusable(trail, submission, received, rejected.problem());
      case Reading.Result.Kept kept -> endings.keep(trail, submission, received, kept);
    };
  }

  /**
   * Whether files in it were not taken, be it for a crash or for where it lay, and can be now: it
   * is read once more for them.
   */
  private boolean lacksAttachments(DocumentId document, Branch branch) {
    return parts
        .catalog()
        .kinship(kin -> kin.pending(document) || (branch.mayBring() && kin.cut(document)));
  }

  /**
   * A file that no parser can use is not taken; one that was taken before is served no more, since
   * its old reading was made under another configuration.
   */
  private DocumentOutcome unusable(
      Trail trail, Submission submission, Received received, Problem problem) {
    return parts.catalog().find(trail.document()).isEmpty()
        ? endings.reject(trail, submission, problem)
        : endings.keep(trail, submission, received, Reading.unreadable(submission, problem));
  }

  /** Reads a served document again, from the bytes that are kept. */
  DocumentOutcome again(
      Trail trail, Submission submission, Failures.Action<Received> bytes, Branch branch) {
    DocumentOutcome outcome;
    try {
      outcome = scan(trail, submission, bytes.run(), new MediaType(submission.type()), branch);
    } catch (IOException | RuntimeException | Error e) {
      outcome = endings.fail(trail, submission, e);
    }
    branch.ended(context, submission, trail, outcome);
    return outcome;
  }

  /**
   * Reads a document that waits for a person again, with what the person accepted; the release is
   * asked for in the trail. Whatever keeps it from being served, it waits on; malware nobody can
   * accept.
   */
  DocumentOutcome release(
      Trail trail,
      Submission submission,
      Failures.Action<Received> bytes,
      Waiver waiver,
      Branch branch) {
    DocumentOutcome outcome = released(trail, submission, bytes, waiver, branch);
    branch.ended(context, submission, trail, outcome);
    return outcome;
  }

  private DocumentOutcome released(
      Trail trail,
      Submission submission,
      Failures.Action<Received> bytes,
      Waiver waiver,
      Branch branch) {
    try {
      Received received = bytes.run();
      ScanStep.Outcome outcome = scanned(trail, received);
      requireLooked(trail.document(), outcome.scan());
      Submission scanned = submission.scanned(outcome.scan());
      return switch (outcome) {
        case ScanStep.Outcome.Passed passed ->
            readReleased(trail, scanned, received, waiver, branch);
        case ScanStep.Outcome.Infected infected ->
            endings.keep(trail, scanned, received, Reading.infected(scanned, infected.problem()));
        case ScanStep.Outcome.Unscanned unscanned ->
            throw new FrostbyteException(unscanned.problem());
      };
    } catch (IOException | RuntimeException | Error e) {
      if (!Failures.endsTheRun(e)) {
        endings.waitOn(trail, submission, Failures.problem(e));
      }
      throw Failures.of(e);
    }
  }

  /** What a scanner found, only a scanner finds no more. */
  private void requireLooked(DocumentId document, Scan scan) {
    Problem waits = parts.catalog().find(document).map(CatalogEntry::problem).orElse(null);
    if (waits != null
        && waits.code() == ProblemCode.MALWARE_DETECTED
        && scan.verdict() == Scan.Verdict.NOT_CONFIGURED) {
      throw FrostbyteException.of(
          ProblemCode.SCANNER_UNAVAILABLE,
          "Malware was found in the document, and no scanner is configured to look again.");
    }
  }

  private DocumentOutcome readReleased(
      Trail trail, Submission submission, Received received, Waiver waiver, Branch branch)
      throws IOException {
    MediaType type = new MediaType(submission.type());
    return switch (reading.read(task(trail, submission, received, type, waiver, branch))) {
      case Reading.Result.Rejected rejected -> throw new FrostbyteException(rejected.problem());
      case Reading.Result.Kept kept -> keepReleased(trail, submission, received, kept);
    };
  }

  private DocumentOutcome keepReleased(
      Trail trail, Submission submission, Received received, Reading.Result.Kept kept) {
    if (kept.type() == EventType.DOCUMENT_FAILED) {
      throw new FrostbyteException(Objects.requireNonNull(kept.record().problem()));
    }
    return endings.keep(trail, submission, received, kept);
  }

  private ReadingTask task(
      Trail trail,
      Submission submission,
      Received received,
      MediaType type,
      Waiver waiver,
      Branch branch) {
    Terms terms = parts.terms(type);
    CanonicalId canonical = Fingerprints.canonical(trail.document(), terms, parts);
    return new ReadingTask(trail, submission, received, type, terms, canonical, waiver, branch);
  }
}
