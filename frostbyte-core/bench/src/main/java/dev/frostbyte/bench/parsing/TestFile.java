package dev.frostbyte.bench.parsing;

import java.util.Locale;

/**
 * One file of the robustness manifest. Immutable.
 *
 * @param source file name of a jar, or {@code corpus}
 * @param path of the entry in the jar, or below the corpus
 * @param sha256 of its bytes, hexadecimal
 * @param outcome how reading it ended when the manifest was pinned; see {@link Trial}
 */
record TestFile(String source, String path, String sha256, String outcome) {
  /** The source that is no jar. */
  static final String CORPUS = "corpus";

  TestFile with(String other) {
    return new TestFile(source, path, sha256, other);
  }

  /** What stands behind the last slash. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What stands behind the last dot of the name, lower case; {@code -} for none. */
  String extension() {
    int dot = name().lastIndexOf('.');
    return dot < 0 ? "-" : name().substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether the file was collected because it once broke a reader. */
  boolean hostile() {
    return source.equals(CORPUS) && path.startsWith("safety/hostile/");
  }
}
