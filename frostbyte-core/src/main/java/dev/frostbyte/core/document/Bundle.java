package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.ServedDocument;
import dev.frostbyte.core.policy.RedactionMap;
import java.util.List;

/**
 * Everything made of one document, as one object: the truth that projections are made from.
 * Immutable; the vectors must not be changed.
 *
 * @param generation counts bundles of this document, from 1
 * @param findings those with a place in ORIGINAL or HIDDEN; those in the file name are told by the
 *     outcome alone
 * @param redactions joins SERVED to ORIGINAL
 * @param vectors one for each chunk; both are empty for a quarantined document
 */
public record Bundle(
    DocumentId document,
    CanonicalId canonicalId,
    long generation,
    CanonicalDocument canonical,
    List<Finding> findings,
    RedactionMap redactions,
    ServedDocument served,
    List<Chunk> chunks,
    List<float[]> vectors) {
  /** Copies the lists. */
  public Bundle {
    findings = List.copyOf(findings);
    chunks = List.copyOf(chunks);
    vectors = List.copyOf(vectors);
  }
}
