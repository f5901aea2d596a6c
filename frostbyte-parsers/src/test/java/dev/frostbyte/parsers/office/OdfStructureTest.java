package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links, figures, captions, notes, formulas and evidence of OpenDocument files. */
class OdfStructureTest {
  private static final String STYLES =
      "<style:style style:family='paragraph' style:name='Figure' style:parent-style-name='Caption'/>"
          + "<style:style style:family='paragraph' style:name='Big'><style:text-properties"
          + " fo:font-size='16pt' fo:font-weight='bold'/></style:style>";
  private static final String PICTURE =
      "<draw:frame><draw:image/><svg:desc>a cat</svg:desc></draw:frame>";
  private static final String TABLE =
      "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
          + "<table:table-cell><text:p><text:a xlink:href='http://t'>b</text:a></text:p>"
          + "</table:table-cell></table:table-row></table:table>";

  @Test
  void tellsLinksOfParagraphsTablesAndPictures() throws IOException {
    assertThat(
            lines(
                "<text:p>See <text:a xlink:href='http://a' office:title='tip'>this</text:a></text:p>"
                    + TABLE
                    + "<text:p><draw:a xlink:href='http://p'>"
                    + PICTURE
                    + "</draw:a></text:p>"))
        .containsExactly(
            "p See this",
            "link this -> http://a",
            "ALTERNATIVE tip",
            "table 2/0 0,0=a 0,1=b",
            "link b -> http://t",
            "ALTERNATIVE a cat",
            "figure",
            "link  -> http://p",
            "dropped image NO_TEXT");
  }

  @Test
  void givesCaptionsToWhatTheyName() throws IOException {
    assertThat(
            lines(
                "<text:p>text<draw:frame><draw:text-box><text:p text:style-name='Figure'>"
                    + PICTURE
                    + "Figure 1</text:p></draw:text-box></draw:frame></text:p>"
                    + "<text:p text:style-name='Caption'>Table 1</text:p>"
                    + TABLE))
        .containsExactly(
            "p text",
            "figure Figure 1",
            "dropped image NO_TEXT",
            "ALTERNATIVE a cat",
            "table [Table 1] 2/0 0,0=a 0,1=b",
            "link b -> http://t");
  }

  @Test
  void readsNotesOfSeveralParagraphsAsOne() throws IOException {
    assertThat(
            lines(
                "<text:p>x<text:note><text:note-citation>*</text:note-citation><text:note-body>"
                    + "<text:p>one</text:p><text:p><text:a xlink:href='n'>two</text:a></text:p>"
                    + "</text:note-body></text:note></text:p>"))
        .containsExactly("p x", "note [*] one\ntwo", "link two -> n");
  }

  @Test
  void readsFormulasSetApart() throws IOException {
    String math =
        "<draw:frame><draw:object><math:math xmlns:math='http://www.w3.org/1998/Math/MathML'>"
            + "<math:mfrac><math:mi>a</math:mi><math:mn>2</math:mn></math:mfrac></math:math>"
            + "</draw:object></draw:frame>";
    assertThat(lines("<text:p>" + math + "</text:p><text:p>is " + math + "</text:p>"))
        .containsExactly("formula a/2", "p is a/2");
  }

  @Test
  void saysHowHeadingsAreSet() throws IOException {
    List<Block> blocks =
        OdfFile.text("<text:h text:outline-level='2' text:style-name='Big'>Head</text:h>")
            .automatic(STYLES)
            .blocks();
    assertThat(blocks)
        .containsExactly(
            Block.heading(2, "Head")
                .noted(Evidence.of(Evidence.Basis.MARKUP).set(16, true, false)));
  }

  @Test
  void tellsLinksOfCellsBehindTheirTable() throws IOException {
    String cell = "<table:table-cell><text:p>x</text:p></table:table-cell>";
    String linked =
        "<table:table-cell><text:p><text:a xlink:href='http://c'>y</text:a></text:p>"
            + "</table:table-cell>";
    String row = "<table:table-row>" + cell + linked + "</table:table-row>";
    String hidden =
        row.replace(
            "table-row>" + "<table:table-cell",
            "table-row table:visibility='collapse'><table:table-cell");
    assertThat(
            OdfFile.sheets("<table:table table:name='S'>" + row + hidden + "</table:table>")
                .lines())
        .containsExactly(
            "h1 S",
            "table 2/0 0,0=x 0,1=y",
            "link y -> http://c",
            "MARKED_HIDDEN x",
            "MARKED_HIDDEN y",
            "LINK http://c");
  }

  @Test
  void tellsLinksAndFiguresOfSlides() throws IOException {
    assertThat(
            OdfFile.slides(
                    "<draw:page><draw:frame presentation:class='title'><draw:text-box><text:p>"
                        + "<text:a xlink:href='http://t'>Title</text:a></text:p></draw:text-box>"
                        + "</draw:frame>"
                        + PICTURE
                        + "</draw:page>")
                .lines())
        .containsExactly(
            "h1 Title",
            "link Title -> http://t",
            "ALTERNATIVE a cat",
            "figure",
            "dropped image NO_TEXT");
  }

  private static List<String> lines(String body) throws IOException {
    return OdfFile.text(body).automatic(STYLES).lines();
  }
}
