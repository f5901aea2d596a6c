package dev.frostbyte.core.report;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.TextEncoding;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Counts of what a parser made of a file; evidence, no content. Immutable.
 *
 * @param read false when no parser could read it, or none was asked
 * @param sections headings
 * @param completeness what was expected against what was extracted
 * @param dropped parts left out, also those an event has no room for
 * @param findings of the checks, also those an event has no room for
 * @param encodings in which its bytes were read as characters
 * @param hidden pieces of text that is not on the page as it is seen, by channel
 * @param language ISO 639-3; {@code und} when it cannot be told
 */
public record Extract(
    boolean read,
    int sections,
    int tables,
    int figures,
    Completeness completeness,
    long dropped,
    int findings,
    List<TextEncoding> encodings,
    SortedMap<HiddenChannel, Integer> hidden,
    String language) {
  /** As many findings, and as many parts left out, as an event names one by one. */
  public static final int MOST_NOTED = 1_000;

  /** Nothing was read. */
  public static final Extract NONE =
      new Extract(
          false,
          0,
          0,
          0,
          new Completeness(-1, 0, 0, 0),
          0,
          0,
          List.of(),
          Collections.emptySortedMap(),
          CanonicalDocument.UNDETERMINED);

  /** Copies list and map. */
  public Extract {
    encodings = List.copyOf(encodings);
    hidden = Collections.unmodifiableSortedMap(new TreeMap<>(hidden));
  }

  /**
   * Of a reading.
   *
   * @param findings of the checks
   */
  public static Extract of(CanonicalDocument document, int findings) {
    SortedMap<HiddenChannel, Integer> hidden = new TreeMap<>();
    document.hiddenTexts().forEach(text -> hidden.merge(text.channel(), 1, Integer::sum));
    return new Extract(
        true,
        count(document, Element.Heading.class::isInstance),
        count(document, Element.Table.class::isInstance),
        count(document, Element.Figure.class::isInstance),
        document.completeness(),
        document.dropped().stream().mapToLong(DroppedContent::count).sum(),
        findings,
        document.encodings(),
        hidden,
        document.language());
  }

  /** Pieces of text that a reader of the page cannot see, by channel: worth a warning. */
  public SortedMap<HiddenChannel, Integer> unseen() {
    return pieces(false);
  }

  /**
   * Pieces of text that stand beside the page, by channel: document properties and the like, which
   * nearly every file has. They are kept sealed and are not searched either.
   */
  public SortedMap<HiddenChannel, Integer> beside() {
    return pieces(true);
  }

  private SortedMap<HiddenChannel, Integer> pieces(boolean wanted) {
    SortedMap<HiddenChannel, Integer> pieces = new TreeMap<>(hidden);
    pieces.keySet().removeIf(channel -> beside(channel) != wanted);
    return Collections.unmodifiableSortedMap(pieces);
  }

  /** No page has a place for them; whatever a page could show and does not is hidden. */
  private static boolean beside(HiddenChannel channel) {
    return switch (channel) {
      case METADATA, CODE, LINK -> true;
      case COLOUR,
          SIZE,
          INVISIBLE,
          OFF_PAGE,
          MARKED_HIDDEN,
          COVERED,
          DELETED,
          COMMENT,
          ALTERNATIVE ->
          false;
    };
  }

  private static int count(CanonicalDocument document, Predicate<Element> kind) {
    return (int) document.elements().stream().filter(kind).count();
  }
}
