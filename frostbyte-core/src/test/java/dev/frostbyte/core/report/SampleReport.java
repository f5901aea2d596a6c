package dev.frostbyte.core.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the sample of the documentation from {@link EveryOutcome}. Run it from the root of the
 * repository, with the test class path of this module, when {@code SampleReportTest} finds that the
 * sample is of another version.
 */
final class SampleReport {
  private SampleReport() {}

  /** Takes the file to write: {@code docs/acceptance-report-sample.md}. */
  public static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[0]), bytes());
  }

  static byte[] bytes() {
    BatchReport report = Reports.everything();
    return report.write(ReportFormat.MARKDOWN, Reports.signature(report));
  }
}
