package dev.frostbyte.core;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.UntrustedText;
import java.time.Instant;
import java.util.UUID;

/**
 * A request to see what was found in a document. Immutable.
 *
 * @param id names it; the id of its audit event
 * @param by pseudonym of the caller, as audit events name it
 * @param name of the caller, as the host authenticated them; sealed with the document's key
 * @param reason as given
 * @param allowed whether another person allowed it
 */
public record RevealRequest(
    UUID id,
    DocumentId document,
    String by,
    UntrustedText name,
    Instant at,
    UntrustedText reason,
    boolean allowed) {}
