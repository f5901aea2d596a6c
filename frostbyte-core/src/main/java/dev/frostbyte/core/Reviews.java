package dev.frostbyte.core;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.DocumentClass;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import java.time.Duration;
import java.util.List;

/**
 * Documents that wait for a person, and what people decide about them. Nothing that was quarantined
 * is ever served without a release, which takes two persons: one approves, another one releases.
 * Which two callers are two persons is for the host to say, who authenticates them. Every decision
 * is in the audit log, with its reason sealed beside it, before it has an effect. Thread-safe.
 *
 * <p>A decision names the token of the {@link Review} it is about. Decisions throw {@link
 * dev.frostbyte.api.model.FrostbyteException} with {@code REVIEW_NOT_OPEN} when the document waits
 * for no such decision, {@code REVIEW_TOKEN_STALE} when the token is of other findings than it has
 * now, {@code INVALID_ARGUMENT} when a reason is blank or longer than {@value #LONGEST_REASON}
 * characters.
 */
public interface Reviews {
  /** Most characters of a reason. */
  int LONGEST_REASON = 1_000;

  /** How long an approval can be released on. */
  Duration APPROVAL_STANDS = Duration.ofHours(24);

  /**
   * What waits, by id of the document.
   *
   * @param after start after this id; empty string for the first page
   * @param limit 1 to 1,000
   */
  List<Review> waiting(String after, int limit);

  /**
   * One document that waits.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code REVIEW_NOT_OPEN}
   */
  Review show(DocumentId document);

  /**
   * Decides what kind of document a held one is, so that it is served. It is read again and all
   * gates run; anything else than its kind stops it as before.
   */
  DocumentOutcome accept(DocumentId document, String token, DocumentClass kind, String reason);

  /**
   * Asks for the release of a quarantined document, as the first of two persons. Another one can
   * make it for {@link #APPROVAL_STANDS}; an approval that was given again counts anew.
   */
  AuditReceipt approve(DocumentId document, String token, String reason);

  /**
   * Releases a quarantined document that another person approved. It is read again and all gates
   * run; what the review listed labels it, anything else stops it once more. Files that lie in it
   * are taken then, as documents of their own; their outcomes are in the audit log.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code SECOND_PERSON_REQUIRED} to whoever
   *     approved, {@code APPROVAL_EXPIRED} when that is too long ago
   */
  DocumentOutcome release(DocumentId document, String token, String reason);

  /**
   * Decides that a document is not served: a held one is quarantined, an approval is taken back.
   */
  AuditReceipt reject(DocumentId document, String token, String reason);
}
