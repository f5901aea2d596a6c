package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentClass;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.Review;
import dev.frostbyte.core.Reviews;
import dev.frostbyte.core.engine.Approvals.Approval;
import dev.frostbyte.core.policy.Waiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Where one caller decides about documents that wait. Thread-safe. */
final class ReviewDesk implements Reviews {
  private static final int MOST = 1_000;

  private final TenantRuntime runtime;
  private final TenantParts parts;
  private final Person person;
  private final Runnable requireOpen;
  private final KeptDocuments kept;
  private final Releasing releasing;

  ReviewDesk(TenantRuntime runtime, Person person, AtomicBoolean closed, Runnable requireOpen) {
    this.runtime = runtime;
    this.parts = runtime.parts();
    this.person = person;
    this.requireOpen = requireOpen;
    this.kept = new KeptDocuments(parts);
    this.releasing = new Releasing(runtime, person, closed);
  }

  @Override
  public List<Review> waiting(String after, int limit) {
    requireOpen.run();
    requireLimit(limit);
    Overdue.quarantine(runtime);
    return Failures.attempt(
        () -> {
          List<Review> reviews = new ArrayList<>();
          for (DocumentId document : parts.catalog().waiting(after, limit)) {
            Optional<CatalogEntry> entry = waits(document);
            if (entry.isPresent()) {
              reviews.add(review(document, entry.get()));
            }
          }
          return reviews;
        });
  }

  @Override
  public Review show(DocumentId document) {
    requireOpen.run();
    Overdue.quarantine(runtime);
    return Failures.attempt(() -> review(document, waits(document).orElseThrow(() -> closed())));
  }

  @Override
  public DocumentOutcome accept(
      DocumentId document, String token, DocumentClass kind, String reason) {
    return bringing(
        branch ->
            deciding(
                document,
                token,
                reason,
                EnumSet.of(CatalogEntry.State.HELD),
                (entry, why) ->
                    releasing.release(document, entry, token, why, Waiver.NONE.as(kind), branch)));
  }

  /** What lies in a document that is served now is taken once nobody holds the document. */
  private DocumentOutcome bringing(Function<Branch, DocumentOutcome> release) {
    try (Branch branch = Branch.root(parts.limits())) {
      DocumentOutcome outcome = release.apply(branch);
      Failures.attempt(
          () -> {
            FileTree.takeInside(branch, each -> {});
            return outcome;
          });
      return outcome;
    }
  }

  @Override
  public AuditReceipt approve(DocumentId document, String token, String reason) {
    return deciding(
        document,
        token,
        reason,
        EnumSet.of(CatalogEntry.State.QUARANTINED),
        (entry, why) -> decide(document, entry, Approvals.APPROVE, why));
  }

  @Override
  public DocumentOutcome release(DocumentId document, String token, String reason) {
    return bringing(
        branch ->
            deciding(
                document,
                token,
                reason,
                EnumSet.of(CatalogEntry.State.QUARANTINED),
                (entry, why) -> {
                  requireAnother(document, token);
                  Waiver waiver = Waiver.of(entry.findings());
                  return releasing.release(document, entry, token, why, waiver, branch);
                }));
  }

  @Override
  public AuditReceipt reject(DocumentId document, String token, String reason) {
    return deciding(
        document,
        token,
        reason,
        EnumSet.of(CatalogEntry.State.HELD, CatalogEntry.State.QUARANTINED),
        (entry, why) -> {
          AuditReceipt decided = decide(document, entry, Approvals.REJECT, why);
          if (entry.state() == CatalogEntry.State.HELD) {
            Overdue.rejected(runtime, person.actor(), document, entry);
          }
          return decided;
        });
  }

  /**
   * Decides about a document as it waits now, alone with it. Others that are overdue are seen to
   * before: whoever has one document never waits for another.
   */
  private <T> T deciding(
      DocumentId document,
      String token,
      String reason,
      Set<CatalogEntry.State> states,
      Decision<T> decision) {
    requireOpen.run();
    UntrustedText why = checked(reason);
    Overdue.quarantine(runtime);
    try (DocumentLocks.Held held = runtime.locks().hold(document)) {
      CatalogEntry entry = open(document, token, states);
      return Failures.attempt(() -> decision.make(entry, why));
    }
  }

  /** The event of a decision follows from the event that made the document wait. */
  private AuditReceipt decide(
      DocumentId document, CatalogEntry entry, String decision, UntrustedText reason)
      throws IOException {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put(Approvals.DECISION, decision);
    facts.put(Approvals.TOKEN, token(document, entry));
    List<UUID> waits = List.of(kept.entry(entry).event().id());
    Journal journal = parts.journal();
    Draft event =
        journal.draft(EventType.REVIEW_DECIDED, person.actor(), document.value(), facts, waits);
    return runtime.write(journal.sealed(event, document, person.says(reason)));
  }

  private Review review(DocumentId document, CatalogEntry entry) throws IOException {
    OutcomeRecord outcome = kept.outcome(kept.entry(entry));
    String token = token(document, entry);
    Optional<Approval> approval = approval(document, token);
    return new Review(
        document,
        outcome.fileName(),
        entry.state() == CatalogEntry.State.HELD ? Review.State.HELD : Review.State.QUARANTINED,
        entry.since(),
        Objects.requireNonNull(entry.problem()),
        entry.findings(),
        entry.classification(),
        Detectors.of(outcome, entry, parts.stages().detectors()),
        token,
        approval.isPresent() ? shown(approval.get()) : null);
  }

  private Review.Approval shown(Approval approval) throws IOException {
    AuditEntry said = kept.at(approval.index());
    ReviewRecord record =
        parts.journal().details(said, ReviewRecord.class).orElse(ReviewRecord.ERASED);
    return new Review.Approval(
        approval.actor(),
        record.by(),
        approval.time(),
        approval.until(),
        approval.expired(parts.journal()),
        record.reason());
  }

  /** Names what somebody looks at: the reading, the code and the rules that were found. */
  private String token(DocumentId document, CatalogEntry entry) {
    StringBuilder seen = new StringBuilder(document.value());
    seen.append('\n').append(entry.canonical()).append('\n').append(entry.problem());
    Waiver.of(entry.findings()).rules().stream()
        .sorted()
        .forEach(rule -> seen.append('\n').append(rule));
    return Failures.attempt(() -> parts.keys().pseudonym("rev_", seen.toString()));
  }

  private Optional<CatalogEntry> waits(DocumentId document) {
    return parts.catalog().find(document).filter(CatalogEntry::waits);
  }

  private CatalogEntry open(DocumentId document, String token, Set<CatalogEntry.State> states) {
    CatalogEntry entry =
        waits(document)
            .filter(found -> states.contains(found.state()))
            .orElseThrow(ReviewDesk::closed);
    if (!token(document, entry).equals(token)) {
      throw FrostbyteException.of(
          ProblemCode.REVIEW_TOKEN_STALE,
          "The token is not that of what document " + document + " waits for now.");
    }
    return entry;
  }

  /** Somebody else approved exactly this, not too long ago. */
  private void requireAnother(DocumentId document, String token) {
    Approval approval =
        approval(document, token)
            .orElseThrow(
                () ->
                    FrostbyteException.of(
                        ProblemCode.REVIEW_NOT_OPEN,
                        "Nobody approved the release of document " + document + " yet."));
    if (approval.expired(parts.journal())) {
      String stood = document + " stood until " + approval.until() + ".";
      throw FrostbyteException.of(
          ProblemCode.APPROVAL_EXPIRED, "The approval of the release of document " + stood);
    }
    if (approval.actor().equals(person.actor())) {
      throw FrostbyteException.of(
          ProblemCode.SECOND_PERSON_REQUIRED,
          "Whoever approved the release of document " + document + " may not make it.");
    }
  }

  /** An approval of exactly what the token names, be it expired or not. */
  private Optional<Approval> approval(DocumentId document, String token) {
    return parts.catalog().approval(document).filter(given -> given.token().equals(token));
  }

  private static FrostbyteException closed() {
    return FrostbyteException.of(
        ProblemCode.REVIEW_NOT_OPEN, "The document waits for no such decision.");
  }

  /** A reason that somebody gave, if it is one. */
  static UntrustedText checked(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT,
          "A reason has 1 to " + LONGEST_REASON + " characters, not " + reason.length() + ".");
    }
    return UntrustedText.of(reason);
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > MOST) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT, "A limit must be 1 to " + MOST + ", not " + limit + ".");
    }
  }

  /** Something decided about a document that waits. */
  @FunctionalInterface
  private interface Decision<T> {
    T make(CatalogEntry entry, UntrustedText reason) throws IOException;
  }
}
