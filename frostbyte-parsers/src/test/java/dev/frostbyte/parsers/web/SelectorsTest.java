package dev.frostbyte.parsers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code :has()}, {@code :is()}, {@code :where()} and {@code :not()} select. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SelectorsTest {
  private static final String PAGE =
      "<main id=m><section id=s class=a><h1 id=h></h1><p id=p class=b><b id=b><i id=i class=x></i></b></p>"
          + "<p id=q class='b c'></p><p id=r></p></section><aside id=t><p id=u class=c></p></aside></main>";

  @Test
  void tellsWhoHasSomethingBelow() {
    assertSelects("p:has(i)", "p");
    assertSelects("p:has(> i)");
    assertSelects(":has(> i)", "b");
    assertSelects("section:has(p.c)", "s");
    assertSelects("section:has(> p > b > .x)", "s");
    assertSelects("main > :has(.c):not(:has(i))", "t");
    assertSelects("p:not(:has(*))", "q", "r", "u");
    assertSelects("section:has(b i, aside)", "s");
    assertSelects("section:has(main i)");
  }

  @Test
  void tellsWhoHasSomethingBehind() {
    assertSelects("p:has(+ p)", "p", "q");
    assertSelects("h1:has(~ .c)", "h");
    assertSelects("p:has(~ p.c)", "p");
    assertSelects("section:has(+ aside .c)", "s");
    assertSelects("p:has(+ .c) i", "i");
    assertSelects("section:has(h1 + p + .c ~ p)", "s");
  }

  @Test
  void takesWhatIsGivenAsCssDoes() {
    assertSelects("p:is(.b, .c):not(.b)", "u");
    assertSelects(":is(section, aside) > :where(.c, #r)", "q", "r", "u");
    assertSelects("p:not(section p)", "u");
    assertSelects("p:is(:has(:is(:has(i))), .c)", "q", "u");
    assertSelects("p:nth-child(1 of .b)", "p");
    assertSelects("p:nth-last-child(1 of .b, .c)", "q", "u");
    assertSelects("p:nth-child(even of p)", "q");
  }

  @Test
  void leavesRulesOutThatBrowsersLeaveOut() {
    for (String selector :
        List.of(
            "p:has()",
            "p:has(:bad)",
            "p:has(:has(i))",
            "p:has(i::before)",
            "p:has(i >)",
            "p:has(> > i)",
            "p:nth-child(1 of )")) {
      assertSelects(selector);
    }
  }

  @Test
  void weighsAsCssDoes() {
    assertShown("p:has(#i){display:block} section p.b.b.b{display:none}");
    assertHidden("p:where(#p){display:block} p{display:none}");
    assertHidden("p:has(i){display:none} p{display:block}");
    assertShown("p:nth-child(2 of #p, h1){display:block} p.b{display:none}");
  }

  /** A page as slow as its author could make it is read to the limit, and that is said. */
  @Test
  void looksAtSoMuchAndNoMore() {
    String list = IntStream.range(0, 900).mapToObj(i -> "*").collect(Collectors.joining(","));
    String deep = "<div>".repeat(500) + "<p class=note>words" + "<b></b>".repeat(7_000);
    for (String slow :
        List.of(
            "*:has(" + list + ")",
            "*:not(" + list.replace("*", ".z") + ")",
            ":nth-child(2n of " + list.replace("*", ".z") + ")")) {
      String sheet = (slow + "{color:red}").repeat(3) + ".note{display:none}";
      Document page = Jsoup.parse("<style>" + sheet + "</style>" + deep);
      StyleRules rules = StyleRules.of(page);
      assertThat(rules.limits()).as(slow).isNotEmpty();
      assertThat(
              rules
                  .said()
                  .getOrDefault(page.expectFirst("p"), Declarations.NONE)
                  .says("display", "none"))
          .isTrue();
    }
  }

  /** The same as by looking at every element for every part. */
  @Test
  void findsWhatLookingEverywhereFinds() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      Document page = Jsoup.parse(tree(random, 4));
      String first = simple(random);
      String second = simple(random);
      char one = " >+~".charAt(random.nextInt(4));
      char two = " >+~".charAt(random.nextInt(4));
      String relative = one + " " + first + " " + two + " " + second;
      List<Element> expected =
          page.getAllElements().stream()
              .filter(each -> each != page)
              .filter(
                  each ->
                      reached(each, one, first).stream()
                          .anyMatch(next -> !reached(next, two, second).isEmpty()))
              .toList();
      assertThat(selected(page, ":has(" + relative + ")"))
          .as("seed %d: %s", seed, relative)
          .isEqualTo(expected);
    }
  }

  @Test
  void saysThatItCannotBeToldWhatARuleHides() {
    assertThat(undecided("p:lang(en){display:none}")).isOne();
    assertThat(undecided(".none:lang(en){display:none}p:lang(en){color:red}")).isZero();
    assertThat(undecided("p:lang(en){--x:none}p{display:var(--x)}")).isOne();
    assertHidden("p:lang(en){--x:none}p{display:var(--x)}");
    assertHidden(":root{--x:none}p:lang(en){display:var(--x)}");
    assertShown("aside p:lang(en){display:none}");
  }

  @Test
  void takesSelectorsOfManyPartsByTheirLast() {
    String sheet = "b ".repeat(70) + "p{display:none}";
    for (int depth : new int[] {60, 69, 70}) {
      Document page =
          Jsoup.parse("<style>" + sheet + "</style>" + "<b>".repeat(depth) + "<p>words");
      assertThat(StyleRules.of(page).said().containsKey(page.expectFirst("p")))
          .isEqualTo(depth > 63);
    }
  }

  private static int undecided(String sheet) {
    return StyleRules.of(Jsoup.parse("<style>" + sheet + "</style>" + PAGE)).undecided();
  }

  private static List<Element> reached(Element from, char combinator, String simple) {
    List<Element> near =
        switch (combinator) {
          case ' ' -> from.getAllElements().stream().filter(each -> each != from).toList();
          case '>' -> from.children();
          case '+' ->
              from.nextElementSibling() == null ? List.of() : List.of(from.nextElementSibling());
          default -> from.nextElementSiblings();
        };
    return near.stream().filter(each -> each.is(simple)).toList();
  }

  private static String simple(Random random) {
    return List.of("a", "b", "i", ".x", ".y", "*", "a.x").get(random.nextInt(7));
  }

  private static String tree(Random random, int depth) {
    StringBuilder tree = new StringBuilder();
    for (int i = random.nextInt(4); i > 0 && depth > 0; i--) {
      String name = List.of("p-a", "b-b", "i-i").get(random.nextInt(3)).substring(2);
      name = name.equals("a") ? "u" : name;
      tree.append("<")
          .append(name)
          .append(" class=")
          .append(random.nextBoolean() ? "x" : "y")
          .append(">");
      tree.append(tree(random, depth - 1)).append("</").append(name).append(">");
    }
    return tree.toString();
  }

  private static List<Element> selected(Document page, String selector) {
    return new ElementIndex(page, StyleRules.MOST_LOOKS)
        .select(SelectorReader.one(selector))
        .orElseThrow();
  }

  private static void assertSelects(String selector, String... ids) {
    Document page = Jsoup.parse(PAGE);
    page.head().append("<style>" + selector + "{display:none}</style>");
    StyleRules rules = StyleRules.of(page);
    List<String> found =
        page.body().getAllElements().stream()
            .filter(rules.said()::containsKey)
            .map(Element::id)
            .filter(id -> !id.isEmpty())
            .toList();
    assertThat(found).as(selector).containsExactlyInAnyOrder(ids);
    assertThat(rules.undecided()).as(selector).isZero();
  }

  private static void assertHidden(String sheet) {
    assertThat(isHidden(sheet)).as(sheet).isTrue();
  }

  private static void assertShown(String sheet) {
    assertThat(isHidden(sheet)).as(sheet).isFalse();
  }

  private static boolean isHidden(String sheet) {
    Document page = Jsoup.parse("<style>" + sheet + "</style>" + PAGE);
    Looks looks = Looks.of(page);
    return looks.inside(page.expectFirst("#p"), looks.ofPage()).hides().isPresent();
  }
}
