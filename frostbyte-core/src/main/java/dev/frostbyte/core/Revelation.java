package dev.frostbyte.core;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.UntrustedText;
import java.util.List;

/**
 * What was found in a document, with its text; of a document whose parser was ended or gave up,
 * what had been read by then. Immutable.
 *
 * @param places in the order of the findings; those that speak for a class of documents are left
 *     out
 * @param partial what was visible of a document that could not be read to its end, inspected by
 *     nobody; empty for every other
 * @param receipt of the event that it was shown
 */
public record Revelation(
    DocumentId document, List<Place> places, UntrustedText partial, AuditReceipt receipt) {
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
