package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.DroppedContent;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of one reading. Immutable.
 *
 * @param elements by kind, as the JSON of an element names it
 * @param characters code points of ORIGINAL
 * @param hiddenCharacters code points of HIDDEN
 * @param dropped parts left out
 */
record Stats(
    SortedMap<String, Integer> elements,
    int characters,
    int hiddenCharacters,
    int links,
    int dropped) {
  static Stats of(CanonicalDocument document) {
    SortedMap<String, Integer> kinds = new TreeMap<>();
    document.elements().forEach(element -> kinds.merge(ElementKind.of(element), 1, Integer::sum));
    return new Stats(
        kinds,
        CodePoints.of(document.original().value()).length(),
        CodePoints.of(document.hidden().value()).length(),
        document.links().size(),
        document.dropped().stream().mapToInt(DroppedContent::count).sum());
  }
}
