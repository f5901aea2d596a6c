package dev.frostbyte.api.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * One reading of a document: the same bytes, parser and configuration give the same value on any
 * machine. Holds no time. Immutable.
 *
 * @param type verified type of the bytes
 * @param source SHA-256 of the raw bytes
 * @param parser fingerprint of the parser that read it
 * @param language of most of ORIGINAL, as ISO 639-3 code; {@code und} when it cannot be told
 * @param pages pages, slides or sheets; 0 when the format has none
 * @param pageSizes of those pages whose size is known, in order
 * @param complete false when a counted budget cut it; then it is marked so wherever it is served
 * @param completeness what was expected against what was extracted
 * @param original the ORIGINAL text, NFC
 * @param hidden the HIDDEN text, NFC
 * @param elements of ORIGINAL, in reading order
 * @param evidence of those elements of which something is known, in their order
 * @param links in the order of their places
 * @param hiddenTexts pieces of HIDDEN, in order
 * @param dropped what was left out
 * @param encodings in which its bytes were read, each once, in the order they were met; none where
 *     the format leaves no choice
 * @param attachments files that lie in it and are documents of their own, in order; none of their
 *     text is here
 */
public record CanonicalDocument(
    MediaType type,
    ContentHash source,
    String parser,
    String language,
    int pages,
    List<PageSize> pageSizes,
    boolean complete,
    Completeness completeness,
    UntrustedText original,
    UntrustedText hidden,
    List<Element> elements,
    List<ElementEvidence> evidence,
    List<Link> links,
    List<HiddenText> hiddenTexts,
    List<DroppedContent> dropped,
    List<TextEncoding> encodings,
    List<AttachedFile> attachments) {
  /** Stands where no language can be told (ISO 639-2 and 639-3). */
  public static final String UNDETERMINED = "und";

  /** Copies the lists. */
  public CanonicalDocument {
    pageSizes = List.copyOf(pageSizes);
    elements = List.copyOf(elements);
    evidence = List.copyOf(evidence);
    links = List.copyOf(links);
    hiddenTexts = List.copyOf(hiddenTexts);
    dropped = List.copyOf(dropped);
    encodings = List.copyOf(encodings);
    attachments = List.copyOf(attachments);
  }

  /** The same document with more of it left out. */
  public CanonicalDocument leavingOut(List<DroppedContent> more) {
    return new CanonicalDocument(
        type,
        source,
        parser,
        language,
        pages,
        pageSizes,
        complete,
        completeness,
        original,
        hidden,
        elements,
        evidence,
        links,
        hiddenTexts,
        Stream.concat(dropped.stream(), more.stream()).toList(),
        encodings,
        attachments);
  }

  /**
   * How far this reading can be relied on, 0 to 1: the share that was extracted times the mean
   * confidence in its characters, weighted by length; elements nobody doubts count as 1. A reading
   * cut by a budget counts half.
   */
  public double quality() {
    long all = 0;
    double doubted = 0;
    for (Element element : elements) {
      all += element.span().length();
    }
    for (ElementEvidence known : evidence) {
      int length = elements.get(known.element()).span().length();
      doubted += length * (1 - (double) known.evidence().confidence());
    }
    double confidence = all == 0 ? 1 : 1 - doubted / all;
    return completeness.ratio() * confidence * (complete ? 1 : 0.5);
  }
}
