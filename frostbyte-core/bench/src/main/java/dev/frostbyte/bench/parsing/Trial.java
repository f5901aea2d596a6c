package dev.frostbyte.bench.parsing;

import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.document.Renderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How reading one file ended. Immutable.
 *
 * @param outcome {@value #READ}, {@value #CUT}, {@value #BLANK}, the code of a problem, or {@value
 *     #ESCAPED} and the class of what was thrown
 * @param time from the call to its return
 */
record Trial(String outcome, Duration time) {
  /** Read to the end. */
  static final String READ = "READ";

  /** Read until a counted budget was reached. */
  static final String CUT = "CUT";

  /** Read, and no word of it is visible: intake says {@code NO_TEXT}. */
  static final String BLANK = "BLANK";

  /** Nothing may be thrown. */
  static final String ESCAPED = "ESCAPED ";

  /** Reads the bytes as a file of this name in this folder, and writes the reading as JSON. */
  static Trial of(Workbench workbench, String name, byte[] bytes, Path folder) throws IOException {
    Path place = Files.createTempDirectory(folder, "file");
    Path file = Files.write(place.resolve(name), bytes);
    long from = System.nanoTime();
    String outcome = outcome(workbench, file);
    Duration time = Duration.ofNanos(System.nanoTime() - from);
    Files.delete(file);
    Files.delete(place);
    return new Trial(outcome, time);
  }

  /** Whether an outcome depends on how fast the machine is. */
  static boolean timed(String outcome) {
    return outcome.equals("PARSER_TIMEOUT") || outcome.equals("PARSER_OUT_OF_MEMORY");
  }

  /** Whether nobody may ever see such an outcome. */
  boolean isOurFault() {
    return outcome.startsWith(ESCAPED) || outcome.equals("INTERNAL_ERROR");
  }

  private static String outcome(Workbench workbench, Path file) {
    try {
      return switch (workbench.parse(file)) {
        case Workbench.Parsed.Refused refused -> refused.problem().code().name();
        case Workbench.Parsed.Read read -> {
          Renderer.JSON.render(read.document());
          String end = read.document().original().isBlank() ? BLANK : READ;
          yield read.document().complete() ? end : CUT;
        }
      };
    } catch (RuntimeException | Error e) {
      return ESCAPED + e.getClass().getName();
    }
  }
}
