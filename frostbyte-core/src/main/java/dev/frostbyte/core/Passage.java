package dev.frostbyte.core;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.tenant.TenantId;
import java.util.List;

/**
 * A passage found, with where it comes from. Immutable.
 *
 * @param score 0 to 1; comparable within one answer
 * @param text the slice of SERVED at {@code span}: untrusted
 * @param span its place, with pages where the format has them
 * @param slice SHA-256 of the text in UTF-8
 * @param headings it stands under, outermost first
 * @param source SHA-256 of the raw file
 * @param fileName as first handed in
 * @param complete false when the document was cut by a counted budget
 * @param flags rule families found in it that did not stop it; keep flagged passages out of
 *     generation
 * @param published the document's publication event
 * @param tenant whose document it is
 * @param classification of its document
 */
public record Passage(
    ChunkId chunk,
    DocumentId document,
    double score,
    UntrustedText text,
    Span span,
    ContentHash slice,
    List<UntrustedText> headings,
    ContentHash source,
    UntrustedText fileName,
    boolean complete,
    List<String> flags,
    AuditReceipt published,
    TenantId tenant,
    Classification classification) {
  /** Copies the lists. */
  public Passage {
    headings = List.copyOf(headings);
    flags = List.copyOf(flags);
  }

  /** How far it may be trusted: follows from its flags. */
  public TrustLabel trust() {
    return flags.isEmpty() ? TrustLabel.UNTRUSTED : TrustLabel.FLAGGED;
  }

  /** Whether it was hidden from a reader's eyes: SERVED holds nothing hidden. */
  public boolean hidden() {
    return span.text() == TextName.HIDDEN;
  }
}
