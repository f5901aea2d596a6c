package dev.frostbyte.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.core.document.Attempt;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReadingsTest {
  @Test
  void saysInPlainWordsWhoWasAskedAndWhatCounts() {
    String rows =
        section(
            new Attempt("docling-serve/1+00ff docling 1.10", "EGRESS_NOT_CONSENTED", 0),
            new Attempt("pdf/1 PDFBox 3", "READ", 0.4567),
            new Attempt("ocr/1", "READ", 0.9));
    assertThat(rows)
        .contains("<td>docling-serve</td><td>was sent nothing, since nobody consented to it</td>")
        .contains("<td>pdf</td><td>read to the end</td><td class=\"n\">45.6 %</td><td>no</td>")
        .contains("<td>ocr</td><td>read to the end</td><td class=\"n\">90 %</td><td>yes</td>");
  }

  @Test
  void ofEqualReadingsTheEarlierCounts() {
    assertThat(section(new Attempt("a/1", "CUT", 0.5), new Attempt("b/1", "READ", 0.5)))
        .contains("reached</td><td class=\"n\">50 %</td><td>yes</td>")
        .contains("to the end</td><td class=\"n\">50 %</td><td>no</td>");
  }

  @Test
  void whereNobodyReadNothingCounts() {
    assertThat(section(new Attempt("a/1", "NO_TEXT", 0), new Attempt("b/1", "PARSER_TIMEOUT", 0)))
        .contains("found no word that can be seen", "took too long and was stopped")
        .doesNotContain("<td>yes</td>");
  }

  @Test
  void filesOfOneParserAreNotListed() {
    assertThat(section(new Attempt("pdf/1", "READ", 1)))
        .contains("No file had to be read by more than one program.")
        .doesNotContain("<table>");
  }

  @Test
  void whatAParserCallsItselfStaysText() {
    assertThat(section(new Attempt("<b>", "READ", 1), new Attempt("<i>/1", "<u>", 1)))
        .contains("&lt;b&gt;", "&lt;i&gt;", "&lt;u&gt;");
  }

  private static String section(Attempt... attempts) {
    FileReport file = Reports.read(Reports.stored("a.pdf"), List.of(attempts));
    String page = Reports.of(List.of(file)).toHtml();
    int from = page.indexOf("<h2>Read more than once");
    return page.substring(from, page.indexOf("</section>", from));
  }
}
