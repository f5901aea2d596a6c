package dev.frostbyte.api.model;

import java.util.List;

/**
 * One reading of a document: the same bytes, parser and configuration give the same value on any
 * machine. Holds no time. Immutable.
 *
 * @param type verified type of the bytes
 * @param source SHA-256 of the raw bytes
 * @param parser fingerprint of the parser that read it
 * @param pages pages, slides or sheets; 0 when the format has none
 * @param complete false when a counted budget cut it; then it is marked so wherever it is served
 * @param original the ORIGINAL text, NFC
 * @param hidden the HIDDEN text, NFC
 * @param elements of ORIGINAL, in reading order
 * @param hiddenTexts pieces of HIDDEN, in order
 * @param dropped what was left out
 */
public record CanonicalDocument(
    MediaType type,
    ContentHash source,
    String parser,
    int pages,
    boolean complete,
    UntrustedText original,
    UntrustedText hidden,
    List<Element> elements,
    List<HiddenText> hiddenTexts,
    List<DroppedContent> dropped) {
  /** Copies the lists. */
  public CanonicalDocument {
    elements = List.copyOf(elements);
    hiddenTexts = List.copyOf(hiddenTexts);
    dropped = List.copyOf(dropped);
  }
}
