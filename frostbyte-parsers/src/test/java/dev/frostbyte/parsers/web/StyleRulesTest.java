package dev.frostbyte.parsers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What style sheets say of elements, and that no sheet takes long or much to read. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StyleRulesTest {
  private static final String HIDES = "\n.note{display:none}";
  private static final int LONG = 300_000;

  @Test
  void takesNothingOfTheRulesInsideARule() {
    assertHides(".note{display:none;& b{color:red;& i{display:block}}}");
    assertHides(".note{display:none;@media print{p{color:red}display:block}}");
    assertHides(".note{i{color:red}display:none}");
  }

  @Test
  void readsLongValuesOnce() {
    assertHides(".a{background:url(data:x," + "A".repeat(LONG) + ")}" + HIDES);
    assertHides(".a{" + "b{}".repeat(LONG / 3) + "}" + HIDES);
  }

  @Test
  void readsSelectorsOnce() {
    assertHides("a,".repeat(LONG / 2) + "a{color:red}" + HIDES);
    assertHides("[".repeat(LONG) + "{color:red}" + HIDES);
    assertHides("a(,".repeat(LONG / 3) + "{color:red}" + HIDES);
  }

  @Test
  void readsCommentsThatNothingEndsOnce() {
    assertHides(HIDES + "/* ".repeat(LONG));
  }

  @Test
  void takesNoSignInAStringForOneOfTheSheet() {
    for (String text : new String[] {"/*", "{", "}", ";}", "\\\"{", "-->"}) {
      assertHides(".a::before{content:\"" + text + "\"}" + HIDES);
    }
    assertHides(".a{background:url(data:*/*;{)}" + HIDES);
    assertHides(".a{background:url( 'x/*' )}" + HIDES);
    assertHides(".a{content:\"never closed\n}" + HIDES);
    assertHides("/* \" */" + HIDES);
    assertHides(".a{content:" + "'".repeat(LONG) + "}" + HIDES);
    assertHides(".a{background:" + "url(".repeat(LONG / 4) + ")}" + HIDES);
  }

  @Test
  void readsDeclarationsOnce() {
    String many =
        IntStream.range(0, LONG / 15)
            .mapToObj(i -> "a" + i + ":1")
            .collect(Collectors.joining(";"));
    assertHides(".note{display:none;" + many + "}");
  }

  @Test
  void doesNotMultiplyTheSelectorsAround() {
    String and = "&".repeat(500);
    assertHides((and + "{").repeat(5) + "i{color:red}" + "}".repeat(5) + HIDES);
    assertHides("i".repeat(500) + "{" + (and + "{").repeat(4) + "color:red}}}}}" + HIDES);
    assertHides("i".repeat(9_000) + "{" + "b{color:red}".repeat(60_000) + "}", false);
  }

  @Test
  void countsAListOfSelectorsAsOneRule() {
    String list = IntStream.range(0, 600).mapToObj(i -> ".a" + i).collect(Collectors.joining(","));
    assertHides(list + "{color:red}" + HIDES);
  }

  @Test
  void splitsOnlyAtCommasBetweenSelectors() {
    assertHides("b,.note:is(p,i){display:none}");
    assertHides("b[title='x,y'],.note{display:none}");
  }

  @Test
  void takesNoVariablesThatMultiplyTheText() {
    String name = "--a";
    String sheet = ":root{" + name + ":" + "x".repeat(500_000) + "}";
    assertThat(variable(sheet, "var(--a)".repeat(100))).isLessThan(200_000);
    String short1 = ":root{--a:" + "x".repeat(900) + "}";
    assertThat(variable(short1, "var(--a)")).isGreaterThan(800);
  }

  private static int variable(String sheet, String value) {
    Document page = Jsoup.parse("<style>" + sheet + "</style><p>words</p>");
    Map<Element, Declarations> styles = StyleRules.apply(page);
    Map<String, String> variables =
        styles.getOrDefault(page.firstElementChild(), Declarations.NONE).variables(Map.of());
    Declarations said = Declarations.parse("display:" + value).resolved(variables);
    return said.value("display").orElse("").length();
  }

  private static void assertHides(String sheet) {
    assertHides(sheet, true);
  }

  private static void assertHides(String sheet, boolean hides) {
    Document page = Jsoup.parse("<style>" + sheet + "</style><p class=note>words</p>");
    Declarations said =
        StyleRules.apply(page).getOrDefault(page.selectFirst("p"), Declarations.NONE);
    assertThat(said.says("display", "none")).isEqualTo(hides);
  }
}
