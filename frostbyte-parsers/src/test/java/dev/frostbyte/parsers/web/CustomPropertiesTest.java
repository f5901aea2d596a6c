package dev.frostbyte.parsers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What styles say through custom properties, and that no number or length of them shows text. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CustomPropertiesTest {
  private static final String USES = "p{display:var(--x)}";

  @Test
  void followsNames() {
    assertHidden(":root{--x:none}" + USES);
    assertHidden(":root{--a:none;--x:var(--a)}" + USES);
    assertHidden("p{display:var(--y, var(--z, none))}");
    assertHidden("p{opacity:calc(0);color:var(--c, rgba(0, 0, 0, 0))}");
    assertHidden("p{color:VAR( --y , rgb(255, 255, 255) )}");
    assertHidden(chain(40) + USES);
    assertShown(":root{--x:block}" + USES);
    assertShown("p{color:var(--y, rgb(0, 0, 0))}");
    assertShown(USES);
  }

  /** A property is worth what it was worth where it is said. */
  @Test
  void takesComputedValues() {
    assertHidden(":root{--a:none;--x:var(--a)} p{--a:block}" + USES);
    assertShown(":root{--x:var(--a)} p{--a:none}" + USES);
    assertShown(":root{--x:none} p{--x:initial}" + USES);
    assertHidden(":root{--x:none} p{--x:inherit}" + USES);
    assertHidden(":root{--X:none;--x:block} p{display:var(--X)}");
    assertShown(":root{--X:none;--x:block}" + USES);
  }

  @Test
  void takesNamesThatStandForThemselvesForNone() {
    assertShown("p{--x:var(--x)}" + USES);
    assertShown("p{--x:var(--y);--y:var(--x)}" + USES);
    assertHidden("p{--y:var(--y);display:var(--y, none)}");
  }

  @Test
  void readsAsManyAsAnySiteHas() {
    assertShown(":root{" + many(3_000) + "--x:block}" + USES);
    assertHidden(":root{" + many(3_000) + "--x:none}" + USES);
    assertThat(limits(":root{" + many(3_000) + "--x:block}" + USES)).isEmpty();
  }

  /** What more of them than are kept might hide is hidden, and it is said. */
  @Test
  void hidesWhatThoseThatAreNotKeptMightHide() {
    String sheet = ":root{" + many(CustomProperties.MOST) + "}p{--x:none}" + USES;
    assertHidden(sheet);
    assertThat(limits(sheet))
        .isEqualTo(
            "The styles have more than 4000 custom properties or longer ones than 2000 letters.");
    String longer = ":root{--x:var(--a," + " ".repeat(3_000) + "none)}" + USES;
    assertHidden(longer);
    assertThat(limits(longer)).isNotEmpty();
    assertHidden(":root{" + chainOf(60) + "}" + USES);
    assertShown(":root{" + many(CustomProperties.MOST) + "}p{--x:1px;border:var(--x)}");
  }

  @Test
  void growsNoTextWithoutEnd() {
    String grows =
        IntStream.range(1, 40)
            .mapToObj(i -> "--a" + i + ":" + ("var(--a" + (i - 1) + ")").repeat(9) + ";")
            .collect(Collectors.joining());
    assertHidden(":root{--a0:none;" + grows + "--x:var(--a39)}" + USES);
  }

  private static String chain(int length) {
    return ":root{" + chainOf(length) + "}";
  }

  private static String chainOf(int length) {
    return "--x:var(--a0);"
        + IntStream.range(0, length)
            .mapToObj(i -> "--a" + i + ":var(--a" + (i + 1) + ");")
            .collect(Collectors.joining())
        + "--a"
        + length
        + ":none";
  }

  private static String many(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "--n" + i + ":1px;")
        .collect(Collectors.joining());
  }

  private static String limits(String sheet) {
    Document page = page(sheet);
    Looks looks = Looks.of(page);
    looks.inside(page.expectFirst("p"), looks.ofPage());
    return String.join(" ", looks.limits());
  }

  private static void assertHidden(String sheet) {
    assertThat(isHidden(sheet)).as(sheet.substring(0, Math.min(90, sheet.length()))).isTrue();
  }

  private static void assertShown(String sheet) {
    assertThat(isHidden(sheet)).as(sheet.substring(0, Math.min(90, sheet.length()))).isFalse();
  }

  private static boolean isHidden(String sheet) {
    Document page = page(sheet);
    Looks looks = Looks.of(page);
    return looks.inside(page.expectFirst("p"), looks.ofPage()).hides().isPresent();
  }

  private static Document page(String sheet) {
    return Jsoup.parse("<style>" + sheet + "</style><p>words</p>");
  }
}
