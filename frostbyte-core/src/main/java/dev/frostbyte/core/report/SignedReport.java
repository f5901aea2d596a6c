package dev.frostbyte.core.report;

import dev.frostbyte.api.model.ContentHash;

/**
 * A report as it was handed out. Immutable.
 *
 * @param bytes the file; the log holds its SHA-256
 */
public record SignedReport(
    BatchReport report, ReportFormat format, ReportSignature signature, byte[] bytes) {
  /** SHA-256 of the file. */
  public ContentHash sha256() {
    return ContentHash.of(bytes);
  }

  /** Says what it is of, never what it says. */
  @Override
  public String toString() {
    return "SignedReport(" + report.batch() + ", " + format.word() + ")";
  }
}
