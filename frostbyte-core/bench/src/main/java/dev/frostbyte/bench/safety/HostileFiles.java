package dev.frostbyte.bench.safety;

import static dev.frostbyte.bench.safety.Measure.say;

import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.bench.parsing.Robustness;
import dev.frostbyte.core.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Reads hostile files in children, each followed by a good document. One thread. */
final class HostileFiles {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final Duration LATEST = DEADLINE.plusSeconds(2);
  private static final int HEAP = 512;

  private final DocumentReader reader;
  private final byte[] good;
  private final Workbench.Parsed expected;
  private int files;
  private int untyped;
  private int late;
  private int unwell;
  private Duration longest = Duration.ZERO;

  private HostileFiles(DocumentReader reader, byte[] good) throws IOException {
    this.reader = reader;
    this.good = good;
    this.expected = reader.read("good.docx", good);
  }

  /**
   * Measures.
   *
   * @param good a Word document that can be read
   */
  static List<Measure> measure(List<Path> hostile, byte[] good) throws IOException {
    try (DocumentReader reader = DocumentReader.inChildren(DEADLINE)) {
      HostileFiles run = new HostileFiles(reader, good);
      for (Path file : hostile) {
        run.one(file);
      }
      return run.rows();
    }
  }

  private void one(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    long from = System.nanoTime();
    untyped += isTyped(file, bytes) ? 0 : 1;
    Duration time = Duration.ofNanos(System.nanoTime() - from);
    late += time.compareTo(LATEST) > 0 ? 1 : 0;
    longest = time.compareTo(longest) > 0 ? time : longest;
    unwell += reader.read("good.docx", good).equals(expected) ? 0 : 1;
    files++;
  }

  private boolean isTyped(Path file, byte[] bytes) {
    try {
      return switch (reader.read(String.valueOf(file.getFileName()), bytes)) {
        case Workbench.Parsed.Read read -> true;
        case Workbench.Parsed.Refused refused ->
            refused.problem().code() != ProblemCode.INTERNAL_ERROR;
      };
    } catch (IOException | RuntimeException | Error e) {
      System.err.println("no outcome: " + file.getFileName() + " " + e.getClass().getName());
      return false;
    }
  }

  private List<Measure> rows() {
    long heap = Robustness.peakHeap() >> 20;
    return List.of(
        Measure.of(
            "hostile files without one typed outcome", untyped + " of " + files, "0", untyped == 0),
        Measure.of(
            "hostile files later than deadline (20 s) + 2 s",
            say("%d of %d, longest %.1f s", late, files, longest.toMillis() / 1e3),
            "0",
            late == 0),
        Measure.of(
            "good documents not read the same after them",
            unwell + " of " + files,
            "0",
            unwell == 0),
        Measure.of("heap of the host at its fullest", heap + " MiB", "<= 512 MiB", heap <= HEAP));
  }
}
