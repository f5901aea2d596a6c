package dev.frostbyte.embeddings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Finds the shared corpus, which stands beside the repository and is not part of it. */
final class SharedCorpus {
  private SharedCorpus() {}

  /** A folder of the corpus; skips the test where it is not there. */
  static Path require(String name) {
    return find(name)
        .orElseGet(
            () -> Assumptions.abort("../shared/corpus/" + name + " is not beside the repository"));
  }

  private static Optional<Path> find(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared").resolve("corpus").resolve(name);
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }
}
