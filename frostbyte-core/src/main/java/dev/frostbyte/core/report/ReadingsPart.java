package dev.frostbyte.core.report;

import dev.frostbyte.core.document.Attempt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which files more than one parser was asked for, and how each of them fared. Stateless. */
final class ReadingsPart {
  private ReadingsPart() {}

  static void write(List<FileReport> files, Sheet sheet) {
    List<FileReport> several = files.stream().filter(file -> file.attempts().size() > 1).toList();
    sheet.section("Read more than once");
    if (several.isEmpty()) {
      sheet.paragraph("good", "No file had to be read by more than one program.");
      return;
    }
    sheet.paragraph(
        "",
        "The first program could not read these files, or not well enough, so others were asked in this order. The best"
            + " reading counts; of equals the earlier. The audit log names the exact version and settings of each.");
    sheet.table(
        "Read more than once", "File", "#Turn", "Program", "What came of it", "#Quality", "Counts");
    several.forEach(file -> rows(file, sheet));
    sheet.endTable();
  }

  private static void rows(FileReport file, Sheet sheet) {
    Optional<Attempt> best = best(file.attempts());
    int turn = 1;
    for (Attempt attempt : file.attempts()) {
      sheet.row().name(file.fileName()).number(turn++);
      sheet.cell(name(attempt)).cell(words(attempt.outcome())).number(quality(attempt));
      sheet.cell(best.filter(counted -> counted == attempt).isPresent() ? "yes" : "no").endRow();
    }
  }

  /** None when nobody read it. */
  private static Optional<Attempt> best(List<Attempt> attempts) {
    return attempts.stream()
        .filter(Attempt::read)
        .reduce((best, next) -> next.quality() > best.quality() ? next : best);
  }

  /** A fingerprint begins with name and version, parted by a slash. */
  private static String name(Attempt attempt) {
    int slash = attempt.parser().indexOf('/');
    return slash < 0 ? attempt.parser() : attempt.parser().substring(0, slash);
  }

  private static String quality(Attempt attempt) {
    return attempt.read() ? Share.percent(attempt.quality()) : "";
  }

  private static String words(String outcome) {
    return switch (outcome) {
      case "READ" -> "read to the end";
      case "CUT" -> "read until a limit was reached";
      case "NO_TEXT" -> "found no word that can be seen";
      case "FILE_CORRUPTED" -> "found the file damaged";
      case "FILE_ENCRYPTED" -> "found the file locked by a password";
      case "LIMIT_EXCEEDED" -> "stopped at a limit before anything was read";
      case "UNSUPPORTED_FORMAT" -> "does not read this kind of file";
      case "PARSER_ERROR" -> "gave up";
      case "PARSER_TIMEOUT" -> "took too long and was stopped";
      case "PARSER_OUT_OF_MEMORY" -> "needed too much of the machine's memory and was stopped";
      case "PARSER_CRASHED" -> "broke down and was stopped";
      case "EGRESS_NOT_CONSENTED" -> "was sent nothing, since nobody consented to it";
      case "EGRESS_FAILED" -> "was asked over the network and gave no whole answer";
      default -> outcome.toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
