package dev.frostbyte.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  @Property(tries = 200)
  void noFileNameChangesThePage(@ForAll String name) {
    Assume.that(!name.isBlank() && name.codePoints().noneMatch(HtmlReportTest::markedUp));
    assertThat(tags(page(name))).isEqualTo(tags(page("plain.pdf")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>.pdf",
        "\"><img src=x onerror=alert(1)>.pdf",
        "'onmouseover='x.pdf",
        "</style><b>.pdf",
        "&lt;already&gt;.pdf",
        "</bdi></th></tr></table>.pdf"
      })
  void attacksInFileNamesStayText(String name) {
    assertThat(page(name))
        .doesNotContain(name)
        .contains(
            name.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
  }

  @Test
  void attacksInDroppedContentAndFamiliesStayText() {
    String attack = "<img src=x>";
    FileReport file =
        Reports.with(
            "a.pdf", List.of(new DroppedContent(attack, attack, 1, 1)), Map.of(attack, 1), true);
    assertThat(Reports.of(List.of(file)).toHtml())
        .doesNotContainIgnoringCase("<img")
        .contains("&lt;img src=x&gt;");
  }

  @Test
  void showsCharactersThatTurnAName() {
    assertThat(page("invoice\u202Efdp.exe"))
        .doesNotContain("\u202E")
        .contains("invoice<span class=\"cp\">U+202E</span>fdp.exe");
  }

  @Test
  void keepsTheJoinersOfPersianAndEmoji() {
    assertThat(page("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645.pdf"))
        .contains("\u0645\u06CC\u200C\u062E");
  }

  @Test
  void allowsNoScriptAndNoRequest() {
    assertThat(page("a.pdf"))
        .contains("default-src 'none'", "base-uri 'none'", "form-action 'none'")
        .doesNotContain(
            "<script",
            "<link",
            "<img",
            "<iframe",
            "http://",
            "https://",
            "url(",
            "@import",
            " style=",
            "unsafe-inline");
  }

  @Test
  void namesItsOwnStyleByItsHash() throws Exception {
    String page = page("a.pdf");
    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(style.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(page)
        .contains(
            "style-src 'sha256-" + java.util.Base64.getEncoder().encodeToString(digest) + "'");
  }

  @Test
  void isTheSameUnderAnyLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      String arabic = page("a.pdf");
      Locale.setDefault(Locale.ROOT);
      assertThat(page("a.pdf")).isEqualTo(arabic);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Property(tries = 100)
  void theTotalIsTheSumOfTheSixOutcomes(@ForAll @Size(6) List<@IntRange(max = 4) Integer> counts) {
    List<FileReport> files = files(counts);
    String page = Reports.of(files).toHtml();
    assertThat(page)
        .contains("<td>all files handed in</td><td class=\"n\">" + files.size() + "</td>")
        .contains(
            "The counts agree: "
                + files.size()
                + " handed in, "
                + files.size()
                + " with an outcome, "
                + files.size())
        .doesNotContain("do not agree");
  }

  @Test
  void anOpenBatchSaysWhatIsMissing() {
    assertThat(Reports.of(List.of(Reports.stored("a.pdf")), false, 3).toHtml())
        .contains("3 handed in, 1 with an outcome")
        .contains("not complete")
        .doesNotContain("Do not accept");
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyCodeComesWithWhatToDo(ProblemCode code) {
    String page = Reports.of(List.of(Reports.refused("a.pdf", "rejected", code))).toHtml();
    assertThat(between(page, "Required vendor fixes", "</section>"))
        .contains(
            "<code>" + code.name() + "</code>",
            code.remedy().substring(0, code.remedy().indexOf(' ')));
  }

  @Test
  void whatAReviewerMustDecideIsNoFixOfTheVendor() {
    FileReport held = Reports.refused("held.pdf", "held", ProblemCode.REVIEW_REQUIRED);
    String page = Reports.of(List.of(held)).toHtml();
    assertThat(between(page, "Required vendor fixes", "</section>"))
        .contains("No file has to be changed")
        .doesNotContain("held.pdf");
    assertThat(between(page, "Waiting for a reviewer", "</section>")).contains("held.pdf");
  }

  @Test
  void anErasedDocumentLeavesNothingToDoAndNoHash() {
    FileReport erased = Reports.erased("quarantined");
    assertThat(Reports.of(List.of(erased)).toHtml())
        .contains("No file has to be changed", "(erased)", "The counts agree")
        .doesNotContain(
            erased.source().hex()
                + "</code></td><td class=\"h\"><code>"
                + erased.evidence().receipt().leafHash().hex());
  }

  @Test
  void saysInPlainWordsWhatWasLeftOutAndFound() {
    FileReport file =
        Reports.with(
            "a.pdf",
            List.of(new DroppedContent("page-image", "NO_TEXT", 2, 1)),
            Map.of("EMAIL", 3, "override", 1),
            false);
    assertThat(Reports.of(List.of(file)).toHtml())
        .contains(
            "scanned page",
            "it holds no text that can be read",
            "submit a version with a text layer")
        .contains(
            "personal data: mail address", "text that tells a machine to ignore its instructions")
        .contains("Cut short");
  }

  @Test
  void textThatIsInDoubtIsNotSaidToBeLeftOut() {
    FileReport file =
        Reports.with(
            "a.pdf",
            List.of(new DroppedContent("recognised-text", "LOW_CONFIDENCE", 4, 1)),
            Map.of(),
            true);
    String page = Reports.of(List.of(file)).toHtml();
    assertThat(between(page, "<h2>Left out of the text", "</section>"))
        .contains("Nothing was left out.");
    assertThat(between(page, "<h2>Read with doubt", "</section>"))
        .contains("text read from a picture", "<td class=\"n\">4</td>", "submit a sharper scan");
    assertThat(page("a.pdf")).doesNotContain("Read with doubt");
  }

  @Test
  void theTextLayerOfAScanIsReadWithDoubt() {
    FileReport file =
        Reports.with(
            "a.pdf",
            List.of(new DroppedContent("ocr-layer", "NOT_COMPARED", 4, 1)),
            Map.of(),
            true);
    assertThat(between(Reports.of(List.of(file)).toHtml(), "<h2>Read with doubt", "</section>"))
        .contains("text layer of a scanned page", "not compared with the picture");
  }

  @Test
  void breaksNeitherTimesNorCodes() {
    FileReport refused = Reports.refused("a.pdf", "rejected", ProblemCode.FILE_ENCRYPTED);
    String html = Reports.of(List.of(refused)).toHtml();
    assertThat(html)
        .contains("<td class=\"t\">2026-11-01 10:20:30 UTC</td>", "<td><code>FILE_ENCRYPTED<")
        .contains(".t{white-space:nowrap", "td code{white-space:nowrap}");
  }

  @Test
  void showsWhereEveryOutcomeStands() {
    String evidence = between(page("a.pdf"), "<h2>Evidence", "</section>");
    assertThat(evidence)
        .contains(
            "frostbyte/00ff/northwind",
            "41",
            Reports.stored("a.pdf").source().hex(),
            "2026-11-01 10:20:30 UTC");
  }

  private static List<FileReport> files(List<Integer> counts) {
    List<FileReport> files = new java.util.ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      for (int n = 0; n < counts.get(i); n++) {
        files.add(
            Reports.refused("f" + files.size(), Outcomes.WORDS.get(i), ProblemCode.FILE_EMPTY));
      }
    }
    return files;
  }

  private static String page(String name) {
    return Reports.of(
            List.of(
                Reports.stored(name),
                Reports.refused(name, "rejected", ProblemCode.FILE_CORRUPTED)))
        .toHtml();
  }

  private static List<String> tags(String page) {
    return TAG.matcher(page).results().map(MatchResult::group).toList();
  }

  private static boolean markedUp(int point) {
    return FileNames.html("x" + Character.toString(point)).contains("<span");
  }

  private static String between(String page, String from, String to) {
    int start = page.indexOf(from);
    return page.substring(start, page.indexOf(to, start));
  }
}
