package dev.frostbyte.api.model;

import java.util.List;

/**
 * What may be chunked, embedded and served: the SERVED text and the elements at their places in it.
 * Immutable.
 *
 * @param text the SERVED text
 * @param elements their spans lie in SERVED
 */
public record ServedDocument(UntrustedText text, List<Element> elements) {
  /** Copies the list. */
  public ServedDocument {
    elements = List.copyOf(elements);
  }
}
