package dev.frostbyte.parsers.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.testkit.ParserContract;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlParserTest extends ParserContract {
  private static final Evidence MARKUP = Evidence.of(Evidence.Basis.MARKUP);
  private static final String PAGE =
      """
      <!DOCTYPE html><html><head><title>The title</title>
      <meta name="description" content="what it is about"><script>x()</script></head><body>
      <nav><a href="/">Home</a></nav>
      <h1>Report</h1><p>Some <b>bold</b>
        words.<br>New line</p>
      <ul><li>one<ol start="3"><li>three</li><li><p>four</p><p>more</p></li></ol></li><li>two</li></ul>
      <pre>
      a
        b</pre>
      <table><caption>Sums</caption><thead><tr><th>k<th>v</tr></thead>
      <tr><td rowspan=2>x<td>1</tr><tr><td>2</tr><tr><td colspan=2>all</tr></table>
      <img src="s.png" alt="a seal"><footer>Imprint</footer><!-- remark -->
      </body></html>
      """;

  @Override
  protected ParserProvider provider() {
    return new HtmlParserProvider();
  }

  @Override
  protected MediaType type() {
    return MediaType.HTML;
  }

  @Override
  protected List<byte[]> good() {
    return List.of(bytes(PAGE));
  }

  /** Between the head and the body no element of the page holds it. */
  @Test
  void keepsCommentsThatStandInTheRootAlone() throws IOException {
    byte[] page =
        "<html><!-- one --><head></head><!-- two --><body>words</body><!-- three --></html>"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(blocks(page))
        .contains(
            Block.hidden(HiddenChannel.COMMENT, "one", List.of()),
            Block.hidden(HiddenChannel.COMMENT, "two", List.of()),
            Block.hidden(HiddenChannel.COMMENT, "three", List.of()));
  }

  @Test
  void readsEveryKindOfBlock() throws IOException {
    assertThat(blocks(bytes(PAGE)))
        .containsSubsequence(
            Block.furniture(Block.Furniture.Role.BOILERPLATE, "Home", List.of()),
            Block.heading(1, "Report").noted(MARKUP),
            Block.paragraph("Some bold words.\nNew line", List.of()),
            Block.listItem(0, "•", "one", List.of()),
            Block.listItem(1, "3.", "three", List.of()),
            Block.listItem(1, "4.", "four", List.of()),
            Block.paragraph("more", List.of()),
            Block.listItem(0, "•", "two", List.of()),
            Block.preformatted("a\n  b", List.of()),
            table(),
            Block.hidden(HiddenChannel.ALTERNATIVE, "a seal", List.of()),
            Block.furniture(Block.Furniture.Role.BOILERPLATE, "Imprint", List.of()))
        .contains(
            Block.hidden(HiddenChannel.METADATA, "The title", List.of()),
            Block.hidden(HiddenChannel.METADATA, "what it is about", List.of()),
            Block.hidden(HiddenChannel.COMMENT, "remark", List.of()),
            new Block.Dropped("script", "CODE", List.of()),
            new Block.Dropped("image", "NO_TEXT", List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<p style='display:none'>~MARKED_HIDDEN",
        "<p hidden>~MARKED_HIDDEN",
        "<p style='visibility: hidden'>~MARKED_HIDDEN",
        "<p class=gone>~MARKED_HIDDEN",
        "<p id=away>~OFF_PAGE",
        "<template>~MARKED_HIDDEN",
        "<noscript>~MARKED_HIDDEN",
        "<p style='opacity:0'>~INVISIBLE",
        "<div style='opacity:.2'><p style='opacity:.2'>~INVISIBLE",
        "<p style='color:transparent'>~INVISIBLE",
        "<p style='color:rgba(0,0,0,0)'>~INVISIBLE",
        "<p style='font-size:1px'>~SIZE",
        "<p style='font-size:0'>~SIZE",
        "<p style='font: 0.5px Arial'>~SIZE",
        "<div style='font-size:10px'><p style='font-size:5%'>~SIZE",
        "<p style='color:#fff'>~COLOUR",
        "<p style='color:rgb(250,250,250)'>~COLOUR",
        "<font color=white>~COLOUR",
        "<div style='background:#000'><p style='color:#010101'>~COLOUR",
        "<td bgcolor='#123456'><span style='color:#123456'>~COLOUR",
        "<section class=dark><em>~COLOUR",
        "<p style='position:absolute;left:-9999px'>~OFF_PAGE",
        "<p style='text-indent:-9999px'>~OFF_PAGE",
        "<p style='clip:rect(0,0,0,0)'>~OFF_PAGE",
        "<p style='width:1px;overflow:hidden'>~OFF_PAGE",
        "<p style='transform:scale(0)'>~OFF_PAGE",
        "<p style='DISPLAY:NONE !important'>~MARKED_HIDDEN"
      })
  void findsHiddenText(String opening, HiddenChannel channel) throws IOException {
    String sheet =
        "<style>/* x */ .gone { display: none } @media screen { #away{position:fixed;top:-9999px} }"
            + " .dark { background: #111 } section.dark em { color: #121212 } a:hover{opacity:0}"
            + " @media print { p { display:none } }</style>";
    String page = sheet + "<table><tr><td>seen</td></tr><tr>" + opening + "unseen words";
    List<Block> blocks =
        blocks(bytes(opening.startsWith("<td") ? page : sheet + "seen" + opening + "unseen words"));
    assertThat(blocks).contains(Block.hidden(channel, "unseen words", List.of()));
    assertThat(blocks).contains(Block.paragraph("seen", List.of()));
    assertThat(blocks).noneMatch(block -> block.equals(Block.paragraph("unseen words", List.of())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<p aria-hidden=true>",
        "<p style='color:#fff;background:#000'>",
        "<div style='background:url(x.png)'><p style='color:#fff'>",
        "<div style='visibility:hidden'><p style='visibility:visible'>",
        "<p style='font-size:8pt'>",
        "<p style='opacity:0.6'>",
        "<details><summary>",
        "<p style='color:red'>"
      })
  void leavesVisibleTextVisible(String opening) throws IOException {
    assertThat(blocks(bytes(opening + "seen words")))
        .contains(Block.paragraph("seen words", List.of()));
  }

  @Test
  void takesTheTitleForAHeadingWhenThereIsNone() throws IOException {
    assertThat(blocks(bytes("<title>Name</title><p>x")).getFirst())
        .isEqualTo(Block.heading(1, "Name").noted(MARKUP));
  }

  @Test
  void readsLayoutTablesAsText() throws IOException {
    String layout =
        "<table><tr><td>left</td><td><table><tr><td>in</td></tr></table></td></tr></table>";
    assertThat(blocks(bytes(layout)))
        .containsExactly(Block.paragraph("left", List.of()), Block.paragraph("in", List.of()));
  }

  @Test
  void readsDeeplyNestedPagesWithoutOverflow() throws IOException {
    String deep = "<div>".repeat(50_000) + "<span>".repeat(5_000) + "bottom";
    assertThat(blocks(bytes(deep))).containsExactly(Block.paragraph("bottom", List.of()));
  }

  @Test
  void obeysTheDeclaredCharset() throws IOException {
    String page = "<meta charset=\"iso-8859-15\"><p>5 €</p>";
    assertThat(blocks(page.getBytes(Charset.forName("ISO-8859-15"))))
        .containsExactly(Block.paragraph("5 €", List.of()));
    assertThat(blocks("<p>Köln".getBytes(Charset.forName("windows-1252"))))
        .containsExactly(Block.paragraph("Köln", List.of()));
    assertThat(blocks("\ufeff<p>Köln".getBytes(StandardCharsets.UTF_16LE)))
        .containsExactly(Block.paragraph("Köln", List.of()));
  }

  @Test
  void survivesHugeStyleSheets() throws IOException {
    String rules = "p.a b { color: red }\n".repeat(20_000);
    assertThat(blocks(bytes("<style>@media screen {" + rules + "}</style><p>x</p>")))
        .contains(Block.paragraph("x", List.of()));
  }

  private static Block table() {
    return new Block.Table(
        2,
        1,
        List.of(
            Block.Cell.of(0, 0, "k"),
            Block.Cell.of(0, 1, "v"),
            new Block.Cell(1, 0, 2, 1, UntrustedText.of("x")),
            Block.Cell.of(1, 1, "1"),
            Block.Cell.of(2, 1, "2"),
            new Block.Cell(3, 0, 1, 2, UntrustedText.of("all"))),
        UntrustedText.of("Sums"),
        List.of());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
