package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Span;

/**
 * Finds the labels of links in the element they stand in, one after the other, so that two links of
 * one label get two places. One thread.
 */
final class LinkPlaces {
  private final TextSpool text;
  private int element = -1;
  private int read;

  LinkPlaces(TextSpool text) {
    this.text = text;
  }

  /** Where this label stands in the newest element; the whole element when it is not found. */
  Span place(String label, int number, Span whole) {
    if (number != element) {
      element = number;
      read = whole.start();
    }
    Span found = text.find(label, read, whole);
    if (found.end() < whole.end() || found.start() > whole.start()) {
      read = found.end();
    }
    return found;
  }
}
