package dev.frostbyte.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** One model, four forms: what one says, all say. */
class FormsAgreeTest {
  private static final BatchReport REPORT = Reports.everything();
  private static final ReportSignature SIGNATURE = Reports.signature(REPORT);

  @Test
  void everyFormHasEveryPartInTheSameOrder() throws Exception {
    List<String> parts =
        Sheets.of(REPORT, SIGNATURE).parts().stream().skip(1).map(Sheet.Part::title).toList();
    assertThat(parts).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    assertThat(html().select("h2").eachText()).isEqualTo(parts);
    assertThat(text(ReportFormat.MARKDOWN).lines().filter(line -> line.startsWith("## ")))
        .containsExactlyElementsOf(parts.stream().map(part -> "## " + part).toList());
    assertThat(pdf()).containsSubsequence(parts);
  }

  @Test
  void everyReadableFormHasEverySentence() throws Exception {
    String html = words(html().body().wholeText());
    String markdown = words(Jsoup.parse(text(ReportFormat.MARKDOWN)).wholeText());
    String pdf = words(pdf());
    for (Block block : blocks().toList()) {
      if (block instanceof Block.Paragraph paragraph) {
        assertThat(html).contains(words(paragraph.text()));
        assertThat(markdown).contains(words(paragraph.text()));
        assertThat(pdf).contains(words(paragraph.text()));
      }
    }
  }

  @Test
  void theTablesOfThePageAreThoseOfTheModel() {
    List<Element> tables = html().select("div.wide > table");
    List<Block.Table> wanted =
        blocks().filter(Block.Table.class::isInstance).map(Block.Table.class::cast).toList();
    assertThat(tables).hasSameSizeAs(wanted);
    for (int table = 0; table < tables.size(); table++) {
      assertThat(tables.get(table).select("tbody > tr")).hasSameSizeAs(wanted.get(table).rows());
      assertThat(tables.get(table).select("caption").text()).isEqualTo(wanted.get(table).caption());
    }
  }

  @Test
  void theDigestStandsInEveryForm() throws Exception {
    String digest = SIGNATURE.digest().hex();
    assertThat(digest).isEqualTo(REPORT.digest().hex());
    assertThat(html().text()).contains(digest, SIGNATURE.reportId());
    assertThat(text(ReportFormat.MARKDOWN)).contains(digest);
    assertThat(text(ReportFormat.JSON)).contains(digest);
    assertThat(pdf()).contains(digest, SIGNATURE.reportId());
  }

  @Test
  void thePageHoldsNothingThatRunsOrLoads() {
    Document page = html();
    assertThat(page.select("script, link, img, iframe, object, embed, form, a, use, image, base"))
        .isEmpty();
    assertThat(
            page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .map(attribute -> attribute.getKey())
                .filter(key -> key.startsWith("on") || key.equals("style") || key.contains("href")))
        .isEmpty();
  }

  @Test
  void everyChartSaysItsNumbersInWords() {
    assertThat(html().select("svg[role=img][aria-label]")).hasSize(3);
    assertThat(html().select("main > figure svg text").eachText())
        .containsExactly(
            "stored",
            "7",
            "unchanged",
            "1",
            "held",
            "1",
            "quarantined",
            "1",
            "rejected",
            "2",
            "failed",
            "2");
    assertThat(html().select("svg .marked")).hasSize(5);
    assertThat(html().select("svg .stripes")).hasSize(5);
  }

  @Test
  void aCopyThatIsNotSignedSaysSo() {
    assertThat(REPORT.toHtml()).contains("This copy is not signed");
    assertThat(html().text()).doesNotContain("not signed");
  }

  @Test
  void everyFormHasTheSameBytesAgain() {
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(REPORT.write(format, SIGNATURE)).isEqualTo(REPORT.write(format, SIGNATURE));
    }
  }

  private static Stream<Block> blocks() {
    return Sheets.of(REPORT, SIGNATURE).parts().stream().flatMap(part -> part.blocks().stream());
  }

  private static Document html() {
    return Jsoup.parse(text(ReportFormat.HTML));
  }

  private static String text(ReportFormat format) {
    return new String(REPORT.write(format, SIGNATURE), StandardCharsets.UTF_8);
  }

  private static String pdf() throws Exception {
    try (PDDocument document = Loader.loadPDF(REPORT.write(ReportFormat.PDF, SIGNATURE))) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
