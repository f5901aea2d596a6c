package dev.frostbyte.it;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Files to hand in. */
final class Samples {
  static final String MARKER = "QUARTZHERON7731";
  static final String IBAN = "DE02120300000000202051";

  private static final String[] TOPICS = {
    "payment terms", "cold storage", "fire drill", "night shifts", "data retention", "loan rates"
  };

  private Samples() {}

  /** Text files that differ; each says its number and has a heading. */
  static Path texts(Path folder, int files) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < files; i++) {
      Files.writeString(folder.resolve("note-%03d.md".formatted(i)), text(i));
    }
    return folder;
  }

  static String text(int number) {
    String topic = TOPICS[number % TOPICS.length];
    return "# Note %d on %s\n\nThis note number %d explains %s for the branch in street %d.\n\n"
            .formatted(number, topic, number, topic, number * 7)
        + "Everybody reads it once a year and signs a list kept at the front desk.\n";
  }

  /** A file that holds the marker. */
  static Path marked(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(
        folder.resolve("marked.md"),
        "# Plan %s\n\nThe heron %s stands in the water.\n\nPay to %s soon.\n"
            .formatted(MARKER, MARKER, IBAN));
  }

  /** The documents of the quickstart, of nine formats. */
  static Path documents() {
    Path folder = root().resolve("examples/quickstart/src/main/documents");
    assumeThat(Files.isDirectory(folder)).as("the documents of the quickstart are there").isTrue();
    return folder;
  }

  /** The root of the repository. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder.resolve("frostbyte-api"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** Files below a folder whose bytes end so. */
  static Stream<Path> below(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }
}
