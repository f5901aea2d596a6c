package dev.frostbyte.core.report;

/** Renders a batch report as one HTML page. */
final class HtmlReport {
  private HtmlReport() {}

  static String render(BatchReport report) {
    return "<!doctype html><title>" + report.batch() + "</title>";
  }
}
