package dev.frostbyte.parsers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    assertThat(variable(sheet, "var(--a)".repeat(100))).isLessThan(2_000);
    String short1 = ":root{--a:" + "x".repeat(900) + "}";
    assertThat(variable(short1, "var(--a)")).isGreaterThan(800);
  }

  @Test
  void readsAsManyRulesAsAnySiteHas() {
    String rules = rules(15_000);
    assertHides(rules + HIDES);
    assertThat(limits(rules)).isEmpty();
  }

  /** What a rule might hide that is not read is hidden, and it is said with both numbers. */
  @Test
  void hidesWhatRulesThatAreNotReadMightHide() {
    String rules = rules(StyleSheet.MOST_RULES);
    assertHides(rules + HIDES);
    assertHides(rules + "div > .note:not(.b){visibility:hidden}");
    assertHides(rules + "p{font-size:0}");
    assertHides(rules + "[class]{position:absolute;left:-9999px}");
    assertHides(rules + ".\\6eote{color:#fff}");
    assertHides(rules + ".other{display:none} .note .b{display:none} .note{color:red}", false);
    assertHides(rules + ".note:hover{display:none}.note::before{display:none}", false);
    assertThat(limits(rules + HIDES))
        .containsExactly("The style sheets have 20001 rules; 20000 are read.");
  }

  @Test
  void saysThatThereAreMoreSelectorsThanAreLookedFor() {
    String list =
        IntStream.range(0, StyleRules.MOST_SELECTORS)
            .mapToObj(i -> "#a" + i)
            .collect(Collectors.joining(","));
    assertHides(list + "{color:red}#b .note{display:none}", true);
    assertThat(limits(list + "{color:red}.c #b .note{display:none}"))
        .containsExactly("The style sheets have 20001 selectors; 20000 are read.");
  }

  /** A rest of which nothing is known may hide anything; fonts and pictures are no rules. */
  @Test
  void hidesAllWhenLettersAreNotRead() {
    String letters = "b{color:red}".repeat(StyleRules.MOST_CHARACTERS / 12 + 1);
    assertHides(letters);
    assertThat(limits(letters)).anyMatch(each -> each.contains(" characters; "));
    String font = "A".repeat(StyleRules.MOST_CHARACTERS);
    for (String address : List.of("url(data:x," + font + ")", "url('data:x;" + font + "')")) {
      assertHides("@font-face{src:" + address + "}b{color:red}", false);
      assertHides("@font-face{src:" + address + "}" + HIDES);
    }
  }

  @Test
  void saysThatRulesStandTooDeep() {
    String deep = "b{".repeat(8) + "i{display:none}" + "}".repeat(8);
    assertThat(limits(deep + ".a{color:red}"))
        .containsExactly("The style sheets have 4 rules; 1 are read.");
  }

  @Test
  void looksAtSoManyElementsAndNoMore() {
    String page =
        "<style>" + rules(2_000).replace(".a", "p.a") + "*{color:red}".repeat(2_000) + "</style>";
    Document many = Jsoup.parse(page + "<p class=x>words".repeat(30_000));
    assertThat(StyleRules.of(many).limits()).hasSize(1).first().asString().endsWith("are read.");
  }

  /** The library's own pseudo-classes are none of CSS, so a browser leaves the rule out. */
  @Test
  void takesNoSelectorThatBrowsersDoNotKnow() {
    for (String selector :
        new String[] {
          ".note:contains(words)",
          ".note:containsOwn(words)",
          ".note:matches(w)",
          ".note:eq(0)",
          ".note:matchText",
          ".note:gt(-1)",
          "[^cla]",
          "[class!=x]",
          "[*=note]",
          ".note::nope",
          ".note, p:::bad",
          ".note, p::before.x",
          ".note, b:nope",
          ".note, ",
          ".note >",
          "> p"
        }) {
      assertHides(HIDES + selector + "{display:block}");
      assertHides(selector + "{display:none}", false);
    }
  }

  @Test
  void readsNoPatternOfAPage() {
    assertHides(HIDES + "p[class~=no.*]{display:block}");
    String sheet = "p:matches((a|aa)+$){display:block}" + HIDES;
    String page = "<style>" + sheet + "</style><p class=note>" + "a".repeat(90) + "!";
    assertThat(StyleRules.of(Jsoup.parse(page)).said()).hasSize(1);
  }

  @Test
  void takesAttributesAsCssDoes() {
    assertHides(HIDES + "p[class~=no]{display:block}");
    assertHides("[class~=no]{display:none}", false);
    for (String test :
        new String[] {"", "=note", "~=note", "|='note'", "^=no", "$=te", "*=\"ot\"", "=NOTE i"}) {
      assertHides("p[class" + test + "]{display:none}");
    }
    for (String test : new String[] {"=NOTE", "~=''", "^=''", "*=''", "|=no", "$=no"}) {
      assertHides("p[class" + test + "]{display:none}", false);
    }
    assertHides("b[title='a(,b'],.note{display:none}");
  }

  @Test
  void takesPlacesAsCssDoes() {
    for (String place :
        new String[] {
          ":first-child",
          ":last-child",
          ":only-child",
          ":first-of-type",
          ":last-of-type",
          ":only-of-type",
          ":nth-child(odd)",
          ":nth-child(2n + 1)",
          ":nth-child(-n+3)",
          ":nth-last-child(1)",
          ":nth-of-type(n)",
          ":nth-last-of-type(1)",
          ":not(.b, #c > p)",
          ":is(:bad, p)",
          ":where(body > p)",
          ":not(:hover)",
          ":not(:empty)",
          ":not(:root)"
        }) {
      assertHides("p" + place + "{display:none}");
    }
    for (String place :
        new String[] {
          ":nth-child(even)", ":nth-child(2)", ":empty", ":root", ":is(:bad)", ":hover"
        }) {
      assertHides("p" + place + "{display:none}", false);
    }
    assertHides(":root body > .note{display:none}");
    assertHides("head + body p, head ~ body i{display:none}");
  }

  /** Of what is valid and cannot be told, what hides is taken and what shows is not. */
  @Test
  void hidesWhatSelectorsThatCannotBeToldMightHide() {
    for (String selector :
        new String[] {
          "p:lang(en)",
          "p:dir(ltr)",
          "p:not(.b, :lang(de))",
          "body:has(:is(.b, p:valid)) p",
          "p:nth-child(1 of :lang(en))",
          "p" + ":not(".repeat(9) + "b" + ")".repeat(9),
          "." + "a".repeat(5_000)
        }) {
      assertHides(selector + "{display:none}");
      assertHides(HIDES + selector + "{display:block}");
    }
  }

  @Test
  void looksAtEachElementOnceForEachPart() {
    String sheet = "b div > div div > div div > div div ~ p, div * * * p:nth-child(7n){color:red}";
    String page = "<style>" + sheet.repeat(50) + HIDES + "</style>";
    Document deep = Jsoup.parse(page + "<div>".repeat(3_000) + "<p class=note>words".repeat(3_000));
    assertThat(StyleRules.of(deep).limits()).isEmpty();
  }

  private static String rules(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> ".a" + i + "{color:red}")
        .collect(Collectors.joining());
  }

  private static List<String> limits(String sheet) {
    return StyleRules.of(Jsoup.parse("<style>" + sheet + "</style><p>words</p>")).limits();
  }

  private static int variable(String sheet, String value) {
    Document page = Jsoup.parse("<style>" + sheet + "</style><p>words</p>");
    Map<Element, Declarations> styles = StyleRules.of(page).said();
    CustomProperties variables =
        styles
            .getOrDefault(page.firstElementChild(), Declarations.NONE)
            .variables(CustomProperties.NONE);
    Declarations said = Declarations.parse("display:" + value).resolved(variables);
    return said.value("display").orElse("").length();
  }

  private static void assertHides(String sheet) {
    assertHides(sheet, true);
  }

  private static void assertHides(String sheet, boolean hides) {
    Document page = Jsoup.parse("<style>" + sheet + "</style><p class=note>words</p>");
    Declarations said =
        StyleRules.of(page).said().getOrDefault(page.expectFirst("p"), Declarations.NONE);
    assertThat(said.says("display", "none")).isEqualTo(hides);
  }
}
