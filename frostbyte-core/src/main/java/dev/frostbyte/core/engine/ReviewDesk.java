package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.Classification;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one caller decides about documents that wait. Thread-safe. */
final class ReviewDesk implements Reviews {
  private static final int MOST = 1_000;

  private final TenantRuntime runtime;
  private final TenantParts parts;
  private final String actor;
  private final Runnable requireOpen;
  private final Waiting waiting;
  private final Releasing releasing;

  ReviewDesk(TenantRuntime runtime, String actor, Runnable requireOpen) {
    this.runtime = runtime;
    this.parts = runtime.parts();
    this.actor = actor;
    this.requireOpen = requireOpen;
    this.waiting = new Waiting(parts);
    this.releasing = new Releasing(runtime, actor);
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
    UntrustedText why = checked(reason);
    try (DocumentLocks.Held held = runtime.locks().hold(document)) {
      CatalogEntry entry = open(document, token, CatalogEntry.State.HELD);
      return Failures.attempt(
          () -> releasing.release(document, entry, token, why, findings -> Waiver.NONE.as(kind)));
    }
  }

  @Override
  public AuditReceipt approve(DocumentId document, String token, String reason) {
    UntrustedText why = checked(reason);
    try (DocumentLocks.Held held = runtime.locks().hold(document)) {
      CatalogEntry entry = open(document, token, CatalogEntry.State.QUARANTINED);
      return decide(document, entry, Approvals.APPROVE, why);
    }
  }

  @Override
  public DocumentOutcome release(DocumentId document, String token, String reason) {
    UntrustedText why = checked(reason);
    try (DocumentLocks.Held held = runtime.locks().hold(document)) {
      CatalogEntry entry = open(document, token, CatalogEntry.State.QUARANTINED);
      requireOtherPerson(document, token);
      return Failures.attempt(() -> releasing.release(document, entry, token, why, Waiver::of));
    }
  }

  @Override
  public AuditReceipt reject(DocumentId document, String token, String reason) {
    UntrustedText why = checked(reason);
    try (DocumentLocks.Held held = runtime.locks().hold(document)) {
      CatalogEntry entry = open(document, token, null);
      AuditReceipt decided = decide(document, entry, Approvals.REJECT, why);
      if (entry.state() == CatalogEntry.State.HELD) {
        Overdue.rejected(runtime, actor, document, entry);
      }
      return decided;
    }
  }

  private AuditReceipt decide(
      DocumentId document, CatalogEntry entry, String decision, UntrustedText reason) {
    String token = token(document, entry);
    return Failures.attempt(
        () -> {
          Draft event =
              Releasing.decision(
                  parts.journal(), actor, document, decision, token, waiting.entry(entry).event());
          ReviewRecord record = new ReviewRecord(reason, List.of());
          return Futures.awaitEffect(
              runtime
                  .writer()
                  .submit(new EvidenceEffect(parts.journal().sealed(event, document, record))));
        });
  }

  private Review review(DocumentId document, CatalogEntry entry) throws IOException {
    OutcomeRecord outcome = waiting.outcome(waiting.entry(entry));
    String token = token(document, entry);
    Optional<Approval> approval =
        parts.catalog().approval(document).filter(given -> given.token().equals(token));
    return new Review(
        document,
        outcome.fileName(),
        entry.state() == CatalogEntry.State.HELD ? Review.State.HELD : Review.State.QUARANTINED,
        entry.since(),
        Objects.requireNonNull(entry.problem()),
        entry.findings(),
        Objects.requireNonNullElse(outcome.classification(), Classification.NONE),
        token,
        approval.isPresent() ? shown(approval.get()) : null);
  }

  private Review.Approval shown(Approval approval) throws IOException {
    AuditEntry said = waiting.at(approval.index());
    UntrustedText reason =
        parts
            .journal()
            .details(said, ReviewRecord.class)
            .map(ReviewRecord::reason)
            .orElse(UntrustedText.EMPTY);
    return new Review.Approval(approval.actor(), approval.time(), reason);
  }

  private String token(DocumentId document, CatalogEntry entry) {
    return Releasing.token(parts.keys(), document, entry);
  }

  private Optional<CatalogEntry> waits(DocumentId document) {
    return parts.catalog().find(document).filter(CatalogEntry::waits);
  }

  /** The document as it waits for this decision; null for either state. */
  private CatalogEntry open(
      DocumentId document, String token, CatalogEntry.@Nullable State wanted) {
    requireOpen.run();
    Overdue.quarantine(runtime);
    CatalogEntry entry =
        waits(document)
            .filter(found -> wanted == null || found.state() == wanted)
            .orElseThrow(ReviewDesk::closed);
    if (!token(document, entry).equals(token)) {
      throw FrostbyteException.of(
          ProblemCode.REVIEW_TOKEN_STALE,
          "The token is not that of what document " + document + " waits for now.");
    }
    return entry;
  }

  private void requireOtherPerson(DocumentId document, String token) {
    Approval approval =
        parts
            .catalog()
            .approval(document)
            .filter(given -> given.token().equals(token))
            .orElseThrow(
                () ->
                    FrostbyteException.of(
                        ProblemCode.REVIEW_NOT_OPEN,
                        "Nobody approved the release of document " + document + " yet."));
    if (approval.actor().equals(actor)) {
      throw FrostbyteException.of(
          ProblemCode.SECOND_PERSON_REQUIRED,
          "Whoever approved the release of document " + document + " may not make it.");
    }
  }

  private static FrostbyteException closed() {
    return FrostbyteException.of(
        ProblemCode.REVIEW_NOT_OPEN, "The document waits for no such decision.");
  }

  private static UntrustedText checked(String reason) {
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
}
