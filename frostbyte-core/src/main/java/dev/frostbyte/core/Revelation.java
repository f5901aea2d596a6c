package dev.frostbyte.core;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.UntrustedText;
import java.util.List;

/**
 * What was found in a document, with its text. Immutable.
 *
 * @param places in the order of the findings; those that speak for a class of documents are left
 *     out
 * @param receipt of the event that it was shown
 */
public record Revelation(DocumentId document, List<Place> places, AuditReceipt receipt) {
  /** Copies the list. */
  public Revelation {
    places = List.copyOf(places);
  }

  /**
   * One finding.
   *
   * @param text what stands there in ORIGINAL or HIDDEN, before anything was redacted
   */
  public record Place(Finding finding, UntrustedText text) {}
}
