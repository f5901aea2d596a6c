package dev.frostbyte.parsers.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.testkit.ParserContract;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links, figures, notes, formulas and encodings of pages. */
class PageStructureTest extends ParserContract {
  private static final String PAGE =
      "<p>Some <a href='/x'>words</a>, <a href='#y'>more</a>.</p><ul><li><a href='i'>item</a></ul>"
          + "<figure><img src='a.png' alt='a cat'><figcaption>The <a href='c'>cat</a></figcaption>"
          + "</figure><p>Claim<a href='#n' epub:type='noteref'>1</a></p>"
          + "<aside id='n' epub:type='footnote'><p>The note.</p><p>Its end.</p></aside>";

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
    return List.of(PAGE.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tellsLinksCaptionsAndNotes() throws IOException {
    assertThat(read(PAGE))
        .containsExactly(
            Block.paragraph("Some words, more."),
            link("words", "/x"),
            link("more", "#y"),
            Block.listItem(0, "•", "item", List.of()),
            link("item", "i"),
            Block.figure("The cat", List.of()),
            link("cat", "c"),
            new Block.Dropped("image", "NO_TEXT", List.of()),
            Block.hidden(HiddenChannel.ALTERNATIVE, "a cat"),
            Block.paragraph("Claim1"),
            link("1", "#n"),
            Block.footnote("1", "The note.\nIts end.", List.of()));
  }

  @Test
  void losesNoWordsOfACaptionInACaption() throws IOException {
    String figure =
        "<figure><img src='a'><figcaption>Outer"
            + " <figcaption>inner</figcaption></figcaption></figure>";
    assertThat(read(figure)).contains(Block.figure("Outer\ninner", List.of()));
  }

  @Test
  void givesATableTheCaptionOfItsFigure() throws IOException {
    List<Block> blocks =
        read(
            "<figure><table><tr><th>k<th>v<tr><td><a href='l'>a</a><td>b</table>"
                + "<figcaption>Sums</figcaption></figure>");
    assertThat(((Block.Table) blocks.getFirst()).caption().value()).isEqualTo("Sums");
    assertThat(blocks.subList(1, blocks.size())).containsExactly(link("a", "l"));
  }

  @Test
  void takesPicturesForFiguresUnlessTheyMeanNothing() throws IOException {
    assertThat(read("<p>x<img src='a' alt='seal'> y<img src='b' alt=''></p>"))
        .containsExactly(
            Block.paragraph("x y"),
            Block.figure("", List.of()),
            new Block.Dropped("image", "NO_TEXT", List.of()),
            Block.hidden(HiddenChannel.ALTERNATIVE, "seal"),
            new Block.Dropped("image", "NO_TEXT", List.of()));
    assertThat(read("<a href='big'><img src='a'></a>"))
        .containsExactly(
            Block.figure("", List.of()),
            new Block.Dropped("image", "NO_TEXT", List.of()),
            link("", "big"));
  }

  @Test
  void keepsCaptionsOfListingsAsParagraphs() throws IOException {
    assertThat(read("<figure><pre>int x;</pre><figcaption>Listing 1</figcaption></figure>"))
        .containsExactly(Block.preformatted("int x;", List.of()), Block.paragraph("Listing 1"));
  }

  @Test
  void followsALinkThroughEveryBlockItIsIn() throws IOException {
    assertThat(read("<a href='t'><p>one</p><p>two</p></a>"))
        .containsExactly(
            Block.paragraph("one"), link("one", "t"), Block.paragraph("two"), link("two", "t"));
    assertThat(read("<p>seen<a href='t' style='display:none'>not</a></p>"))
        .containsExactly(
            Block.paragraph("seen"),
            Block.hidden(HiddenChannel.LINK, "t"),
            Block.hidden(HiddenChannel.MARKED_HIDDEN, "not"));
  }

  @Test
  void keepsLinksInReachWhereATableIsFurniture() throws IOException {
    assertThat(read("<nav><table><tr><th><a href='h'>Home</a><th>b</table></nav>"))
        .contains(Block.hidden(HiddenChannel.LINK, "h"))
        .noneMatch(Block.Link.class::isInstance);
  }

  @Test
  void readsFormulasAsTheirAuthorsWroteThemOrOnOneLine() throws IOException {
    String fraction = "<mfrac><mi>a</mi><mrow><mi>b</mi><mo>+</mo><mn>1</mn></mrow></mfrac>";
    assertThat(read("<p>so <math><mi>x</mi><mo>=</mo>" + fraction + "</math> holds</p>"))
        .containsExactly(Block.paragraph("so x=a/(b+1) holds"));
    assertThat(
            read(
                "<math display='block'><semantics><mi>x</mi>"
                    + "<annotation encoding='application/x-tex'>\\hat x</annotation>"
                    + "</semantics></math>"))
        .containsExactly(Block.formula("\\hat x", List.of()));
    assertThat(read("<p>y<math style='display:none'><mi>z</mi></math></p>"))
        .containsExactly(Block.paragraph("y"), Block.hidden(HiddenChannel.MARKED_HIDDEN, "z"));
  }

  @Test
  void saysWhichEncodingWasFoundAndWhatSaidSo() throws IOException {
    Charset latin = Charset.forName("windows-1252");
    String said = "<meta charset='iso-8859-1'><p>grün";
    assertThat(encodings(said.getBytes(latin)))
        .containsExactly(TextEncoding.of(latin, TextEncoding.Basis.DECLARED));
    assertThat(encodings("\ufeff<p>grün".getBytes(StandardCharsets.UTF_8)))
        .containsExactly(TextEncoding.of(StandardCharsets.UTF_8, TextEncoding.Basis.MARK));
    assertThat(encodings("<p>grün".getBytes(StandardCharsets.UTF_8)))
        .containsExactly(TextEncoding.of(StandardCharsets.UTF_8, TextEncoding.Basis.DETECTED));
    assertThat(encodings("<p>grün".getBytes(latin)))
        .containsExactly(TextEncoding.of(latin, TextEncoding.Basis.ASSUMED));
  }

  @Test
  void saysWhichLanguageThePageDeclares() throws IOException {
    assertThat(blocks("<html lang='de'><body>x".getBytes(StandardCharsets.UTF_8)))
        .contains(new Block.Language(UntrustedText.of("de")));
    assertThat(read("x")).noneMatch(Block.Language.class::isInstance);
  }

  @Test
  void tellsTheLanguageOfCode() throws IOException {
    assertThat(read("<pre><code class='hl language-java'>int x;</code></pre><pre>y</pre>"))
        .containsExactly(Block.code("java", "int x;"), Block.code("", "y"));
  }

  private List<Block> read(String body) throws IOException {
    return blocks(("<body>" + body).getBytes(StandardCharsets.UTF_8));
  }

  private static Block link(String label, String target) {
    return Block.link(label, target, List.of());
  }
}
