package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.BudgetReachedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RendererTest {
  @Test
  void rendersHeadingsParagraphsListsCodeAndTables() throws BudgetReachedException {
    String markdown =
        markdown(
            Block.heading(1, "Contract", List.of()),
            Block.furniture(Block.Furniture.Role.FOOTER, "Page 1", List.of()),
            Block.paragraph("Between A and B.", List.of()),
            Block.listItem(0, "1.", "First", List.of()),
            Block.listItem(1, "•", "Inner", List.of()),
            Block.heading(9, "Deep", List.of()),
            Block.preformatted("a\n  b", List.of()),
            table(
                Block.Cell.of(0, 0, "Item"),
                Block.Cell.of(0, 1, "Price"),
                Block.Cell.of(1, 0, "Ice"),
                Block.Cell.of(1, 1, "2")));
    assertThat(markdown)
        .isEqualTo(
            """
            # Contract

            Between A and B.

            1. First
               - Inner

            ###### Deep

                a
                  b

            | Item | Price |
            | --- | --- |
            | Ice | 2 |
            """);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"# no heading\",\"\\# no heading\"",
        "\"- no item\",\"\\- no item\"",
        "\"12. no item\",\"12\\. no item\"",
        "\"1986) no item\",\"1986\\) no item\"",
        "\"> no quote\",\"\\> no quote\"",
        "\">quote\",\"\\>quote\"",
        "\"---\",\"\\---\"",
        "\"```sh\",\"\\```sh\"",
        "\"~~~\",\"\\~~~\"",
        "\"[a]: http://b\",\"\\[a]: http://b\"",
        "\"[a\\]b]: /url\",\"\\[a\\]b]: /url\"",
        "\"| a | b |\",\"\\| a | b |\"",
        "\"<script>alert(1)</script>\",\"&lt;script>alert(1)&lt;/script>\"",
        "\"1.5 is a number, 3 < 4, #5 and -6\",\"1.5 is a number, 3 < 4, #5 and -6\"",
        "\"*emphasis* stays\",\"*emphasis* stays\""
      })
  void aParagraphReadsAsNothingElse(String text, String expected) throws BudgetReachedException {
    assertThat(markdown(Block.paragraph(text, List.of()))).isEqualTo(expected + "\n");
  }

  @Test
  void aListItemAndAHeadingBringNothingElseEither() throws BudgetReachedException {
    assertThat(markdown(Block.listItem(0, "-", "- deeper", List.of()))).isEqualTo("- \\- deeper\n");
    assertThat(markdown(Block.heading(2, "<img src=x>", List.of())))
        .isEqualTo("## &lt;img src=x>\n");
  }

  @Test
  void aHostileCellCannotLeaveItsCell() throws BudgetReachedException {
    String markdown =
        markdown(
            table(
                Block.Cell.of(0, 0, "a | b"),
                Block.Cell.of(0, 1, "c \\| d"),
                Block.Cell.of(1, 0, "e\\"),
                Block.Cell.of(1, 1, "<b>\n| --- |")));
    assertThat(markdown)
        .isEqualTo(
            """
            | a \\| b | c \\\\\\| d |
            | --- | --- |
            | e\\\\ | &lt;b> \\| --- \\| |
            """);
  }

  @Test
  void tablesThatPipesCannotShowBecomeHtml() throws BudgetReachedException {
    Block.Cell wide = new Block.Cell(0, 0, 1, 2, UntrustedText.of("<Both> & \"all\""));
    assertThat(markdown(table(wide, Block.Cell.of(1, 0, "x"))))
        .isEqualTo(
            """
            <table>
            <tr><td colspan="2">&lt;Both&gt; &amp; &quot;all&quot;</td></tr>
            <tr><td>x</td></tr>
            </table>
            """);
    assertThat(markdown(table(Block.Cell.of(9_000_000, 1, "far")))).startsWith("<table>");
    assertThat(markdown(table(Block.Cell.of(0, 0, "one"), Block.Cell.of(0, 0, "two"))))
        .contains("one", "two");
  }

  @Test
  void codeBelongsToTheItemBeforeItAndIsOneBlockWithTheNext() throws BudgetReachedException {
    assertThat(
            markdown(
                Block.listItem(0, "10.", "Run", List.of()),
                Block.preformatted("\n  a\n\nb\n", List.of()),
                Block.preformatted("c", List.of()),
                Block.listItem(1, "-", "Then", List.of()),
                Block.paragraph("Over.", List.of()),
                Block.preformatted("d", List.of())))
        .isEqualTo(
            """
            10. Run

                      a

                    b

                    c

                - Then

            Over.

                d
            """);
  }

  @Test
  void aNoteIsTextThatShowsAndBringsNothingElse() throws BudgetReachedException {
    assertThat(markdown(Block.footnote("1", "# Approved", List.of()))).isEqualTo("1 # Approved\n");
    assertThat(markdown(Block.footnote("", "# Approved", List.of()))).isEqualTo("\\# Approved\n");
    assertThat(
            markdown(
                Block.footnote("*", "See there", List.of()),
                Block.link("there", "https://e.example", List.of())))
        .isEqualTo("\\* See [there](https://e.example)\n");
  }

  @Test
  void anItemKeepsAMarkerThatMarkdownHasNoneFor() throws BudgetReachedException {
    assertThat(
            markdown(
                Block.listItem(0, "a)", "first", List.of()),
                Block.listItem(1, "iv.", "inner", List.of()),
                Block.listItem(0, "(2)", "second", List.of()),
                Block.listItem(0, "\u2022", "third", List.of())))
        .isEqualTo("- a) first\n  - iv. inner\n- (2) second\n- third\n");
  }

  @Test
  void neitherLongCodeNorDeepListsGrowBeyondTheirText() {
    String lines = "x\n".repeat(1_000_000);
    String code =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> markdown(Block.preformatted(lines, List.of())));
    assertThat(code).hasSize(6 * 1_000_000);
    Block[] items = new Block[200];
    for (int i = 0; i < items.length; i++) {
      items[i] = Block.listItem(Math.min(i, 99), "99999999.", "x", List.of());
    }
    String deepest =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> markdown(items))
            .lines()
            .reduce((one, next) -> next)
            .orElseThrow();
    assertThat(deepest).isEqualTo(" ".repeat(90) + "99999999. x");
  }

  @Test
  void codeOfALanguageHasAFenceLongerThanAnyInIt() throws BudgetReachedException {
    assertThat(markdown(Block.code("c++", "a ```` b"), Block.code("", "c")))
        .isEqualTo("`````c++\na ```` b\n`````\n\n    c\n");
    assertThat(markdown(Block.code("a b", "x"), Block.code("`", "y"))).doesNotContain("`");
    String ticks = "`".repeat(500_000);
    String fenced =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> markdown(Block.code("java", ticks)));
    assertThat(fenced).hasSize(4 + 3 * 500_000 + 2 + 3);
  }

  @Test
  void rendersTextWithoutFurnitureAndJsonWithEverything() throws BudgetReachedException {
    CanonicalDocument document =
        CanonicalBuilderLawsTest.build(
            List.of(
                Block.furniture(Block.Furniture.Role.HEADER, "Top", List.of()),
                Block.paragraph("One", List.of()),
                Block.paragraph("Two \ud83d\ude00", List.of())));
    assertThat(Renderer.TEXT.render(document)).isEqualTo("One\n\nTwo \ud83d\ude00\n");
    assertThat(Renderer.JSON.render(document)).contains("\"kind\" : \"furniture\"", "Top");
    assertThat(Renderer.MARKDOWN.extension()).isEqualTo("md");
    assertThat(Renderer.JSON.extension()).isEqualTo("json");
  }

  private static Block table(Block.Cell... cells) {
    return new Block.Table(2, 0, List.of(cells), UntrustedText.EMPTY, List.of());
  }

  private static String markdown(Block... blocks) throws BudgetReachedException {
    return Renderer.MARKDOWN.render(CanonicalBuilderLawsTest.build(List.of(blocks)));
  }
}
