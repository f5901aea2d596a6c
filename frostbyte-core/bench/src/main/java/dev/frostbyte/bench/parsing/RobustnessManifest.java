package dev.frostbyte.bench.parsing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The list of files that every version must end in one typed outcome each, pinned by SHA-256. The
 * resource has a line a file: source, path, SHA-256 and outcome, parted by tabulators; lines that
 * begin with {@code #} say where the jars come from. Stateless.
 */
final class RobustnessManifest {
  private static final String RESOURCE = "robustness.tsv";

  private RobustnessManifest() {}

  /** The files in the order of the manifest. */
  static List<TestFile> read() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(
                RobustnessManifest.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(RobustnessManifest::file)
          .toList();
    }
  }

  /** Writes the lines of the files, without those that say where the jars come from. */
  static void write(List<TestFile> files, Path to) throws IOException {
    Stream<String> lines =
        files.stream()
            .map(
                file ->
                    String.join("\t", file.source(), file.path(), file.sha256(), file.outcome()));
    Files.write(to, lines.toList(), StandardCharsets.UTF_8);
  }

  private static TestFile file(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 4) {
      throw new IllegalArgumentException(
          "a line of the manifest has 4 fields, not " + fields.length);
    }
    return new TestFile(fields[0], fields[1], fields[2], fields[3]);
  }
}
