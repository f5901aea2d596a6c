package dev.frostbyte.api.model;

import java.util.Objects;

/**
 * What kind a document was found to be. Immutable.
 *
 * @param documentClass the kind
 * @param confidence 0 to 1
 * @param version of the rules that said so, such as {@code class-rules/1}; at most 64 characters of
 *     printable ASCII
 * @param byPerson whether a person decided, not the rules
 */
public record Classification(
    DocumentClass documentClass, double confidence, String version, boolean byPerson) {
  /** Of a document that nothing classified. */
  public static final Classification NONE =
      new Classification(DocumentClass.OTHER, 0, "none", false);

  private static final int LONGEST_VERSION = 64;

  /** Checks confidence and version. */
  public Classification {
    Objects.requireNonNull(documentClass);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence must be 0 to 1, got " + confidence);
    }
    if (!version.matches("[!-~]{1," + LONGEST_VERSION + "}")) {
      throw new IllegalArgumentException(
          "a classifier's version must be 1 to "
              + LONGEST_VERSION
              + " printable ASCII characters without blanks, got "
              + version.length());
    }
  }
}
