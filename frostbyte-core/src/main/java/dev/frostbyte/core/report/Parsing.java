package dev.frostbyte.core.report;

import java.util.Locale;

/** How the reading of a file went, as the acceptance report counts it. */
enum Parsing {
  /** Read, now or in an earlier batch, without a remark. */
  READ,
  /** Read, with a remark. */
  READ_WITH_WARNINGS,
  /** Taken, and could not be read. */
  FAILED,
  /** Rejected or quarantined: not counted among what was accepted. */
  NOT_ACCEPTED;

  static Parsing of(FileReport file) {
    return switch (file.outcome()) {
      case "rejected", "quarantined" -> NOT_ACCEPTED;
      case "failed" -> file.extract().read() ? read(file) : FAILED;
      default -> read(file);
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Parsing read(FileReport file) {
    return file.warnings().isEmpty() ? READ : READ_WITH_WARNINGS;
  }
}
