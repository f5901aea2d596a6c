package dev.frostbyte.core.report;

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

  /** Whether the sender has nothing to do. */
  static boolean done(FileReport file) {
    return erased(file) || file.outcome().equals("stored") || file.outcome().equals("unchanged");
  }

  /** Whether the document was erased since: nothing but its evidence is left. */
  static boolean erased(FileReport file) {
    return file.fileId().isEmpty();
  }

  static String meaning(String outcome) {
    return switch (outcome) {
      case "stored" -> "Read, checked and searchable.";
      case "unchanged" -> "The same file was stored before; nothing had to be done.";
      case "held" -> "Kept sealed until a reviewer decides; not searchable.";
      case "quarantined" -> "Kept sealed because of what was found in it; not searchable.";
      case "rejected" -> "Not taken; only a record of it was made.";
      case "failed" -> "Taken and kept sealed, but it could not be processed; not searchable.";
      default -> "An outcome this version does not know.";
    };
  }
}
