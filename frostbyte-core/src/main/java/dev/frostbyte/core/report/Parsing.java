package dev.frostbyte.core.report;

import java.util.Locale;

/** How the reading of a file went, as schema 1.24 counts it; people are told {@link ReadState}. */
enum Parsing {
  /** Without a remark: read, or not read anew because it is as before or erased since. */
  READ,
  /** Read, with a remark. */
  READ_WITH_WARNINGS,
  /** Failed before anything was read of it. */
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
