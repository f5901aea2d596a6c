package dev.frostbyte.core.report;

import dev.frostbyte.api.model.ProblemCode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How the files of a batch compare with its manifest. Immutable.
 *
 * @param equal files whose bytes are those of the manifest
 * @param different files whose bytes are others
 * @param missing files that never came
 * @param uncompared files that were refused or failed before, erased ones, and those still open
 */
record Checksums(int equal, int different, int missing, int uncompared) {
  private static final Set<ProblemCode> NOT_COMPARED =
      Set.of(ProblemCode.FILE_UNREADABLE, ProblemCode.FILE_EMPTY, ProblemCode.SIZE_EXCEEDED);

  static Checksums of(BatchReport report) {
    Map<Comparison, Integer> counts = new EnumMap<>(Comparison.class);
    report.files().forEach(file -> counts.merge(comparison(file), 1, Integer::sum));
    return new Checksums(
        counts.getOrDefault(Comparison.EQUAL, 0),
        counts.getOrDefault(Comparison.DIFFERENT, 0),
        counts.getOrDefault(Comparison.MISSING, 0),
        counts.getOrDefault(Comparison.NOT_COMPARED, 0) + report.summary().open());
  }

  /** {@code PASS}, {@code FAIL}, or {@code INCOMPLETE} when some could not be compared. */
  String verdict() {
    if (different + missing > 0) {
      return "FAIL";
    }
    return uncompared > 0 ? "INCOMPLETE" : "PASS";
  }

  String words() {
    return String.format(
        Locale.ROOT,
        "%s: %d as the manifest says, %d different, %d missing, %d not compared",
        verdict(),
        equal,
        different,
        missing,
        uncompared);
  }

  /** Only a file that was received whole was compared, and such a file has bytes. */
  private static Comparison comparison(FileReport file) {
    if (Outcomes.ended(file, ProblemCode.FILE_MISSING)) {
      return Comparison.MISSING;
    }
    if (Outcomes.ended(file, ProblemCode.CHECKSUM_MISMATCH)) {
      return Comparison.DIFFERENT;
    }
    boolean early = NOT_COMPARED.stream().anyMatch(code -> Outcomes.ended(file, code));
    return early || file.size() == 0 ? Comparison.NOT_COMPARED : Comparison.EQUAL;
  }

  private enum Comparison {
    EQUAL,
    DIFFERENT,
    MISSING,
    NOT_COMPARED
  }
}
