package dev.frostbyte.core.report;

import dev.frostbyte.api.model.ProblemCode;
import java.util.List;

/** The six outcomes in the order of a report, and what each means to the sender. Stateless. */
final class Outcomes {
  static final List<String> WORDS =
      List.of("stored", "unchanged", "held", "quarantined", "rejected", "failed");

  private Outcomes() {}

  static int count(Summary summary, String outcome) {
    return switch (outcome) {
      case "stored" -> summary.stored();
      case "unchanged" -> summary.unchanged();
      case "held" -> summary.held();
      case "quarantined" -> summary.quarantined();
      case "rejected" -> summary.rejected();
      case "failed" -> summary.failed();
      default -> 0;
    };
  }

  static int sum(Summary summary) {
    return WORDS.stream().mapToInt(outcome -> count(summary, outcome)).sum();
  }

  /** Whether an outcome is one that nobody has to do anything about. */
  static boolean fine(String outcome) {
    return outcome.equals("stored") || outcome.equals("unchanged");
  }

  /** Whether the file was stored anew. */
  static boolean stored(FileReport file) {
    return file.outcome().equals("stored");
  }

  /** Whether the sender has nothing to do. */
  static boolean done(FileReport file) {
    return erased(file) || fine(file.outcome());
  }

  /** Whether the file came to its end, so that the hash it is listed with is that of its bytes. */
  static boolean whole(FileReport file) {
    return file.size() > 0 && !brokenOff(file);
  }

  /** Whether bytes of the file came and then no more, so that nobody knows what all of it says. */
  static boolean brokenOff(FileReport file) {
    return file.size() > 0 && ended(file, ProblemCode.FILE_UNREADABLE);
  }

  /** Whether anything of the file came; an empty file came as it is. */
  static boolean arrived(FileReport file) {
    return file.size() > 0 || erased(file) || ended(file, ProblemCode.FILE_EMPTY);
  }

  static boolean ended(FileReport file, ProblemCode code) {
    return file.reason().filter(problem -> problem.code() == code).isPresent();
  }

  /** Whether the document was erased since: nothing but its evidence is left. */
  static boolean erased(FileReport file) {
    return file.fileId().isEmpty();
  }

  static String meaning(String outcome) {
    return switch (outcome) {
      case "stored" -> "Read, checked and stored; it can be searched.";
      case "unchanged" ->
          "The same file was stored before, so nothing had to be done; it can be searched.";
      case "held" -> "Kept sealed until a person decides; it cannot be searched.";
      case "quarantined" -> "Kept sealed because of what was found in it; it cannot be searched.";
      case "rejected" ->
          "Refused and not kept; there is only a record that it came, or was named and did not come.";
      case "failed" -> "It could not be processed; it cannot be searched.";
      default -> "An outcome this version does not know.";
    };
  }
}
