package dev.frostbyte.core.policy;

import dev.frostbyte.api.model.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the inspectors found in a document. Immutable.
 *
 * @param original places in ORIGINAL
 * @param hidden places in HIDDEN
 * @param fileName places in the file name; their spans say ORIGINAL, since a file name is no text
 *     of the document
 */
public record Findings(List<Finding> original, List<Finding> hidden, List<Finding> fileName) {
  /** Copies the lists. */
  public Findings {
    original = List.copyOf(original);
    hidden = List.copyOf(hidden);
    fileName = List.copyOf(fileName);
  }

  /** All of them: ORIGINAL, HIDDEN, file name. */
  public List<Finding> all() {
    return Stream.of(original, hidden, fileName).flatMap(List::stream).toList();
  }
}
