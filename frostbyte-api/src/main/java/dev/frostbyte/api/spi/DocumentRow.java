package dev.frostbyte.api.spi;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.UntrustedText;
import java.time.Instant;

/**
 * What a tenant's store knows of a visible document. Immutable.
 *
 * @param generation counts publications of this document, from 1
 * @param canonical which reading of it
 * @param source SHA-256 of the raw bytes
 * @param fileName as first handed in
 * @param pages 0 when the format has none
 * @param complete false when a counted budget cut it
 * @param space id of the embedding space of its vectors
 * @param publishedAt time of the publication event
 * @param receipt its publication event
 * @param classification what kind of document it is
 */
public record DocumentRow(
    DocumentId document,
    long generation,
    CanonicalId canonical,
    ContentHash source,
    MediaType type,
    UntrustedText fileName,
    int pages,
    boolean complete,
    ContentHash space,
    Instant publishedAt,
    AuditReceipt receipt,
    Classification classification) {}
