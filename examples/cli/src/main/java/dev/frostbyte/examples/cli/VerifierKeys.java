package dev.frostbyte.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Verifier keys as options name them: the key itself, or a file with one a line. Stateless. */
final class VerifierKeys {
  private VerifierKeys() {}

  static List<String> read(List<String> options) throws IOException {
    List<String> keys = new ArrayList<>();
    for (String option : options) {
      if (option.contains("+")) {
        keys.add(option.strip());
      } else {
        SmallFile.text(Path.of(option))
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .forEach(keys::add);
      }
    }
    return keys;
  }
}
