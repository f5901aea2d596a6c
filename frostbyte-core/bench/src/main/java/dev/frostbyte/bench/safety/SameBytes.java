package dev.frostbyte.bench.safety;

import static dev.frostbyte.bench.safety.Measure.say;

import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.document.Renderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads ordinary documents in children and in this JVM and compares results and times. */
final class SameBytes {
  private static final int ROUNDS = 3;
  private static final double SHARE = 0.10;
  private static final double MILLISECONDS = 5;

  private final List<Double> more = new ArrayList<>();
  private double here;
  private double there;
  private int same;
  private int different;
  private int limits;

  private SameBytes() {}

  /** Measures; all files are read in three rounds each way, and the third counts. */
  static List<Measure> measure(List<Path> files) throws IOException {
    SameBytes run = new SameBytes();
    try (DocumentReader inside = DocumentReader.here();
        DocumentReader child = DocumentReader.inChildren()) {
      for (int round = 0; round < ROUNDS; round++) {
        run = new SameBytes();
        for (Path file : files) {
          run.one(file, inside, child);
        }
      }
    }
    return run.rows();
  }

  private void one(Path file, DocumentReader inside, DocumentReader child) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String name = String.valueOf(file.getFileName());
    long start = System.nanoTime();
    Workbench.Parsed first = inside.read(name, bytes);
    long middle = System.nanoTime();
    Workbench.Parsed second = child.read(name, bytes);
    long end = System.nanoTime();
    here += (middle - start) / 1e6;
    there += (end - middle) / 1e6;
    more.add((end - 2 * middle + start) / 1e6);
    compare(name, first, second);
  }

  private void compare(String name, Workbench.Parsed first, Workbench.Parsed second) {
    if (told(first).equals(told(second))) {
      same++;
    } else if (told(second).equals("LIMIT_EXCEEDED")) {
      limits++;
      System.out.println("limit refusal in the child only: " + name);
    } else {
      different++;
      System.out.println("differs: " + name);
    }
  }

  private static String told(Workbench.Parsed reading) {
    return switch (reading) {
      case Workbench.Parsed.Read read -> Renderer.JSON.render(read.document());
      case Workbench.Parsed.Refused refused -> refused.problem().code().name();
    };
  }

  private List<Measure> rows() {
    Collections.sort(more);
    double median = more.isEmpty() ? 0 : more.get(more.size() / 2);
    double share = here == 0 ? 0 : there / here - 1;
    String cost = say("%.1f ms a document (median), %.1f %% in all", median, 100 * share);
    return List.of(
        Measure.of(
            "ordinary documents not the same bytes in child and process",
            say("%d of %d, and %d limit refusals", different, same + different + limits, limits),
            "0",
            different == 0 && same > 0),
        Measure.of(
            "warm cost of the child",
            cost,
            "<= 10 % or 5 ms",
            share <= SHARE || median <= MILLISECONDS));
  }
}
