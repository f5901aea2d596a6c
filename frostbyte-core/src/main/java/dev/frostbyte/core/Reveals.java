package dev.frostbyte.core;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.DocumentId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Shows what the gates found and what was redacted, and how far a document was read whose parser
 * was ended, which nothing else in the library does. It takes two persons: one asks, another one
 * allows it, and whoever asked reads it, once. Which two callers are two persons is for the host to
 * say, who authenticates them. Every step is in the audit log, with its reason sealed beside it,
 * before it has an effect; that somebody will read is durable before anything is opened.
 * Thread-safe.
 *
 * <p>Methods throw {@link dev.frostbyte.api.model.FrostbyteException} with {@code REVEAL_NOT_OPEN}
 * when there is no such request of this caller that is {@link #STANDS} old at most, about the
 * reading that is there now, not decided on otherwise and not read yet, {@code
 * SECOND_PERSON_REQUIRED} to whoever asked and would allow, and {@code INVALID_ARGUMENT} when a
 * reason is blank or longer than {@value Reviews#LONGEST_REASON} characters.
 */
public interface Reveals {
  /** How long a request can be decided on and read. */
  Duration STANDS = Duration.ofHours(24);

  /**
   * Asks to see what was found in a document, as the first of two persons.
   *
   * @return names the request
   * @throws dev.frostbyte.api.model.FrostbyteException {@code DOCUMENT_NOT_FOUND} when nothing was
   *     read of the document, or nothing is kept of it
   */
  UUID ask(DocumentId document, String reason);

  /** Requests that stand, the oldest first. */
  List<RevealRequest> asked();

  /** Lets whoever asked read, as another person. */
  AuditReceipt allow(UUID request, String reason);

  /** Decides that nobody reads on this request; also whoever asked may. */
  AuditReceipt refuse(UUID request, String reason);

  /** What was found, to the caller who asked. Ends the request. */
  Revelation read(UUID request);
}
