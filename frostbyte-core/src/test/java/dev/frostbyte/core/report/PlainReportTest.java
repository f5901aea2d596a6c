package dev.frostbyte.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.ProblemCode;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the report says to a reader who is no engineer: nothing that misleads. */
class PlainReportTest {
  /** Words of the trade; what stands under a heading for auditors may have them. */
  private static final String TRADE =
      "(?i)\\b(digest|checkpoint|canonical|ingest|payload|span|embedding|embedded|chunk|hash|leaf|vector|"
          + "parser|parse|parsed|index|indexed|encoding|null|schema|database|accepted)s?\\b";

  @Test
  void whatIsNotForAuditorsHasNoWordOfTheTrade() {
    BatchReport report = Reports.everything();
    for (Sheet.Part part : Sheets.of(report, Reports.signature(report)).parts()) {
      if (!part.title().contains("auditors") && !part.title().equals("Sign-off")) {
        assertThat(words(part)).as(part.title()).allSatisfy(PlainReportTest::plain);
      }
    }
  }

  private static void plain(String text) {
    assertThat(text).doesNotContainPattern(TRADE);
  }

  @Test
  void everyNumberOfTheSummaryIsThatOfTheFilesListedWithItsWord() {
    Document page = Jsoup.parse(Reports.everything().toHtml());
    agree(page, "Files by outcome", 1, false);
    agree(page, "Files by reading", 6, false);
    agree(page, "Attachments by outcome", 1, true);
  }

  private static void agree(Document page, String summary, int column, boolean inside) {
    List<Element> listed =
        rows(page, "Files").stream()
            .filter(file -> file.child(0).text().contains(" \u203a ") == inside)
            .toList();
    int sum = 0;
    for (Element row : rows(page, summary)) {
      String word = row.child(0).text();
      int number = Integer.parseInt(row.child(1).text());
      long found = listed.stream().filter(file -> file.child(column).text().equals(word)).count();
      boolean total = row.hasClass("total");
      assertThat((long) number).as(word).isEqualTo(total ? listed.size() : found);
      sum += total ? 0 : number;
    }
    assertThat(sum).isEqualTo(listed.size()).isPositive();
  }

  @Test
  void filesWithoutAnOutcomeAreCountedToo() {
    String page = Jsoup.parse(Reports.of(List.of(Reports.stored("a")), false, 3).toHtml()).text();
    assertThat(page).contains("no outcome yet 2 ", "all files handed in 3 ");
  }

  @Test
  void anErasedFileIsSaidToBeSearchableNoMore() {
    assertThat(Reports.of(List.of(Reports.erased("stored"), Reports.stored("a"))).toHtml())
        .contains("1 of these files was erased since", "for 1 file")
        .doesNotContain("not in use any more");
    assertThat(Reports.of(List.of(Reports.erased("stored"))).toHtml())
        .contains("or none that was not erased since");
  }

  @Test
  void aFileThatFailedIsNotSaidToBeKept() {
    FileReport failed = Reports.refused("a.pdf", "failed", ProblemCode.PARSER_TIMEOUT);
    assertThat(Jsoup.parse(Reports.of(List.of(failed)).toHtml()).text())
        .contains("failed 1 It could not be processed; it cannot be searched.");
  }

  @Test
  void aFileThatWasNotReadAnewIsNotSaidToBeReadWithoutARemark() {
    FileReport again = FileMaker.named("a.pdf").ended("unchanged", null).make();
    assertThat(Jsoup.parse(Reports.of(List.of(again)).toHtml()).text())
        .contains("yes 0 Read in this batch", "no 1 Not read in this batch")
        .contains("No file was read in this batch.");
  }

  @Test
  void whereNobodyKnowsWhatWasToBeExpectedNoShareIsTold() {
    FileReport unknown = FileMaker.named("a.csv").extracted(new Completeness(-1, 900, 0, 0)).make();
    String page = Jsoup.parse(Reports.of(List.of(unknown)).toHtml()).text();
    assertThat(page)
        .contains("not known 900 not known", "1 file does not say how much there is to read")
        .doesNotContain("100 %", "at least 80 %");
  }

  @Test
  void aPageThatGaveNothingIsToldWhereOnlyPagesAreCounted() {
    FileReport half = FileMaker.named("a.pdf").extracted(new Completeness(-1, 900, 4, 2)).make();
    assertThat(Jsoup.parse(Reports.of(List.of(half)).toHtml()).text())
        .contains("2 of 4 ", "not known 900 50 % of the pages !")
        .contains("Too little of what the file should hold was read: 50 % of the pages.");
  }

  @ParameterizedTest
  @EnumSource(HiddenChannel.class)
  void onlyTextThatAReaderOfThePageCannotSeeIsWorthAWarning(HiddenChannel channel) {
    FileReport file = FileMaker.named("a.pdf").hidden(Map.of(channel, 2)).make();
    boolean beside =
        List.of(HiddenChannel.METADATA, HiddenChannel.CODE, HiddenChannel.LINK).contains(channel);
    assertThat(file.warnings()).hasSize(beside ? 0 : 1);
    assertThat(file.extract().beside()).hasSize(beside ? 1 : 0);
    assertThat(Reports.of(List.of(file)).summary().parsed()).isEqualTo(beside ? 1 : 0);
    assertThat(
            Jsoup.parse(Reports.of(List.of(file)).toHtml())
                .text()
                .contains("not searched, kept sealed:"))
        .isEqualTo(beside);
  }

  @Test
  void propertiesOfAllFilesAreOneLine() {
    FileReport file = FileMaker.named("a.pdf").hidden(Map.of(HiddenChannel.METADATA, 2)).make();
    assertThat(Reports.of(List.of(file, file)).toHtml())
        .containsOnlyOnce(
            "Beside the pages of 2 files, not searched, kept sealed: properties, such as title and author (4).")
        .contains("No page holds text that its reader would not see.");
  }

  @Test
  void aScoreIsNotRoundedUpToALimit() {
    FileReport file = FileMaker.named("a.pdf").injection(0.6999).make();
    assertThat(Reports.of(List.of(file)).toHtml())
        .contains("<td class=\"n\">0.699</td>")
        .doesNotContain("0.70");
  }

  @Test
  void whatNeverCameHasNoFingerprint() {
    FileReport missing =
        new FileMaker(Reports.refused("a.pdf", "rejected", ProblemCode.FILE_MISSING))
            .absent()
            .make();
    assertThat(Reports.of(List.of(missing)).toHtml())
        .contains("<code>none</code>")
        .doesNotContain(
            missing.source().hex()
                + "</code></td><td class=\"h\"><code>"
                + missing.evidence().receipt().leafHash().hex());
  }

  private static List<Element> rows(Document page, String caption) {
    return page.select("table").stream()
        .filter(table -> table.select("caption").text().equals(caption))
        .flatMap(table -> table.select("tbody > tr").stream())
        .toList();
  }

  private static List<String> words(Sheet.Part part) {
    return part.blocks().stream().flatMap(block -> texts(block).stream()).toList();
  }

  private static List<String> texts(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> List.of(paragraph.text());
      case Block.Verbatim verbatim -> List.of(verbatim.text());
      case Block.Terms terms ->
          terms.terms().stream().map(term -> term.name() + " " + term.meaning().plain()).toList();
      case Block.Table table -> said(table);
      case Block.Chart chart -> List.of(chart.caption());
      case Block.Signing signing -> signing.roles();
    };
  }

  /** Names are the sender's, codes stay what they are. */
  private static List<String> said(Block.Table table) {
    java.util.ArrayList<String> all = new java.util.ArrayList<>(table.columns());
    all.add(table.caption());
    table.rows().stream()
        .flatMap(List::stream)
        .filter(cell -> !(cell instanceof Cell.Name) && !(cell instanceof Cell.Code))
        .forEach(cell -> all.add(cell.plain()));
    return all;
  }
}
