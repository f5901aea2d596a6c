package dev.frostbyte.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.policy.Treatment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PersonalDataReportTest {
  private static final BatchReport REPORT =
      Reports.of(
          List.of(
              Reports.treated(
                  Reports.with("a.pdf", List.of(), Map.of("override", 4), true),
                  Map.of(
                      "EMAIL",
                      new Treatment(3, 0, 0, 1, 0, 0),
                      "SSN",
                      new Treatment(2, 0, 0, 0, 0, 0))),
              Reports.treated(
                  Reports.stored("mail-to-x.eml"),
                  Map.of("EMAIL", new Treatment(0, 5, 0, 0, 0, 1))),
              Reports.treated(
                  Reports.refused("b.pdf", "quarantined", ProblemCode.PII_BLOCKED),
                  Map.of("SSN", new Treatment(0, 0, 7, 0, 0, 0))),
              Reports.stored("plain.txt")));

  @Test
  void addsUpWhatWasDoneInAllFiles() {
    assertThat(REPORT.personal())
        .containsExactly(
            Map.entry("EMAIL", new Treatment(3, 5, 0, 1, 0, 1)),
            Map.entry("SSN", new Treatment(2, 0, 7, 0, 0, 0)));
  }

  @Test
  void saysInTotalAndByKindWhatWasDone() {
    assertThat(part())
        .contains("Personal data were found in 19 places of 3 files")
        .contains("mail address 10 3 5 0 1 1 ")
        .contains("social security, tax or other national number 9 2 0 7 0 0 ")
        .contains("all kinds 19 5 5 7 1 1 ");
  }

  @Test
  void saysFileByFileWhatWasDone() {
    assertThat(part())
        .contains("a.pdf stored mail address 4 3 redacted, 1 not served")
        .contains("a.pdf stored social security, tax or other national number 2 2 redacted")
        .contains("mail-to-x.eml stored mail address 6 5 flagged, 1 in the file name")
        .contains("b.pdf quarantined social security, tax or other national number 7 7 blocked")
        .doesNotContain("plain.txt");
  }

  @Test
  void explainsTheWordsItUsesAndNoOthers() {
    assertThat(part()).contains("[REDACTED:EMAIL]", "rename the file", "is labelled");
    BatchReport redactedOnly =
        Reports.of(
            List.of(
                Reports.treated(
                    Reports.stored("a.pdf"), Map.of("PHONE", new Treatment(1, 0, 0, 0, 0, 0)))));
    assertThat(redactedOnly.toHtml())
        .contains("1 place of 1 file.", "[REDACTED:EMAIL]")
        .doesNotContain("rename the file", "is labelled");
  }

  @Test
  void listsPersonalDataInTheirOwnPartOnly() {
    String html = REPORT.toHtml();
    int start = html.indexOf("<h2>Found by the checks");
    assertThat(words(html.substring(start, html.indexOf("</section>", start))))
        .contains("ignore its instructions")
        .doesNotContain("mail address", "social security");
  }

  @Test
  void saysPlainlyThatThereAreNone() {
    assertThat(Reports.of(List.of(Reports.stored("a.pdf"))).toHtml())
        .contains("The checks found no personal data.");
  }

  private static String part() {
    String html = REPORT.toHtml();
    int start = html.indexOf("<h2>Personal data</h2>");
    return words(html.substring(start, html.indexOf("</section>", start)));
  }

  private static String words(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }
}
