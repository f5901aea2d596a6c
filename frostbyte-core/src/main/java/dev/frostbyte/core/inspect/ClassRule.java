package dev.frostbyte.core.inspect;

import dev.frostbyte.api.model.DocumentClass;
import java.util.List;

/**
 * Phrases that speak for a class of documents. Immutable.
 *
 * @param documentClass the class
 * @param part where they count
 * @param score of each
 * @param phrases folded, parted by single blanks
 */
record ClassRule(DocumentClass documentClass, Part part, double score, List<String> phrases) {
  ClassRule {
    phrases = List.copyOf(phrases);
  }

  /** A part of a document. */
  enum Part {
    /** One of the first lines, and short. */
    TITLE,
    /** The first lines. */
    OPENING,
    /** The beginning and the very end. */
    BODY
  }
}
