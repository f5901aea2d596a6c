package dev.frostbyte.core.policy;

import dev.frostbyte.api.model.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the inspectors found in a document. Immutable.
 *
 * @param original places in ORIGINAL
 * @param hidden places in HIDDEN
 * @param fileName places in the file name
 * @param classes what speaks for a class of documents, wherever it stood; not among the others
 */
public record Findings(
    List<Finding> original, List<Finding> hidden, List<Finding> fileName, List<Finding> classes) {
  /** Takes what speaks for a class apart, and copies the lists. */
  public Findings {
    classes =
        Stream.of(original, fileName, classes)
            .flatMap(List::stream)
            .filter(Findings::isClass)
            .toList();
    original = original.stream().filter(finding -> !isClass(finding)).toList();
    hidden = hidden.stream().filter(finding -> !isClass(finding)).toList();
    fileName = fileName.stream().filter(finding -> !isClass(finding)).toList();
  }

  /** Findings whose classes are among the others. */
  public Findings(List<Finding> original, List<Finding> hidden, List<Finding> fileName) {
    this(original, hidden, fileName, List.of());
  }

  private static boolean isClass(Finding finding) {
    return finding.kind() == Finding.Kind.CLASS;
  }

  /** All of them but classes: ORIGINAL, HIDDEN, file name. */
  public List<Finding> all() {
    return Stream.of(original, hidden, fileName).flatMap(List::stream).toList();
  }

  /** Those with a place in a text of the document. */
  public List<Finding> inTexts() {
    return Stream.of(original, hidden).flatMap(List::stream).toList();
  }
}
