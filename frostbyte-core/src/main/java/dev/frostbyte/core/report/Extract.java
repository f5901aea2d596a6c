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
 * @param hidden pieces of hidden text, by channel
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

  /** Of a reading. */
  public static Extract of(CanonicalDocument document) {
    SortedMap<HiddenChannel, Integer> hidden = new TreeMap<>();
    document.hiddenTexts().forEach(text -> hidden.merge(text.channel(), 1, Integer::sum));
    return new Extract(
        true,
        count(document, Element.Heading.class::isInstance),
        count(document, Element.Table.class::isInstance),
        count(document, Element.Figure.class::isInstance),
        document.completeness(),
        document.dropped().stream().mapToLong(DroppedContent::count).sum(),
        0,
        document.encodings(),
        hidden,
        document.language());
  }

  /** The same with this number of findings. */
  public Extract finding(int number) {
    return new Extract(
        read,
        sections,
        tables,
        figures,
        completeness,
        dropped,
        number,
        encodings,
        hidden,
        language);
  }

  private static int count(CanonicalDocument document, Predicate<Element> kind) {
    return (int) document.elements().stream().filter(kind).count();
  }
}
