package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OdtFormatTest {
  @Test
  void readsHeadingsByTheirOutlineLevel() throws IOException {
    String body =
        "<text:p text:style-name='Title'>Report</text:p>"
            + "<text:h text:outline-level='1'>One</text:h><text:h text:outline-level='3'>Deep</text:h>"
            + "<text:p>Body  with\n blanks<text:s text:c='3'/>kept<text:line-break/>next</text:p>";
    assertThat(OdfFile.text(body).lines())
        .containsExactly("h1 Report", "h1 One", "h3 Deep", "p Body with blanks   kept\nnext");
  }

  @Test
  void numbersHeadingsAsTheOutlineSays() throws IOException {
    String body =
        "<text:h text:outline-level='1'>One</text:h><text:h text:outline-level='2'>In it</text:h>"
            + "<text:h text:outline-level='1'>Two</text:h>"
            + "<text:h text:outline-level='1' text:is-list-header='true'>Plain</text:h>";
    String outline =
        "<office:styles><text:outline-style>"
            + "<text:outline-level-style text:level='1' style:num-format='1'/>"
            + "<text:outline-level-style text:level='2' style:num-format='a'"
            + " text:display-levels='2'/></text:outline-style></office:styles>";
    assertThat(OdfFile.text(body).styles(outline).lines())
        .containsExactly("h1 1 One", "h2 1.a In it", "h1 2 Two", "h1 Plain");
  }

  @Test
  void countsListsAndTheirNesting() throws IOException {
    String styles =
        "<text:list-style style:name='L1'>"
            + "<text:list-level-style-number text:level='1' style:num-format='1'"
            + " style:num-suffix='.' text:start-value='4'/>"
            + "<text:list-level-style-bullet text:level='2' text:bullet-char='o'/>"
            + "</text:list-style>";
    String body =
        "<text:list text:style-name='L1'><text:list-header><text:p>Before</text:p></text:list-header>"
            + "<text:list-item><text:p>Four</text:p><text:p>more of it</text:p>"
            + "<text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list>"
            + "</text:list-item><text:list-item><text:p>Five</text:p></text:list-item></text:list>"
            + "<text:list text:style-name='L1' text:continue-numbering='true'>"
            + "<text:list-item><text:p>Six</text:p></text:list-item>"
            + "<text:list-item text:start-value='9'><text:p>Nine</text:p></text:list-item></text:list>";
    assertThat(OdfFile.text(body).automatic(styles).lines())
        .containsExactly(
            "p Before",
            "li0 [4.] Four",
            "p more of it",
            "li1 [•] inner",
            "li0 [5.] Five",
            "li0 [6.] Six",
            "li0 [9.] Nine");
  }

  @Test
  void readsTablesWithSpansAndHeaderRows() throws IOException {
    String body =
        "<table:table><table:table-column table:number-columns-repeated='3'/>"
            + "<table:table-header-rows><table:table-row>"
            + cell("table:number-columns-spanned='2'", "Wide")
            + "<table:covered-table-cell/>"
            + cell("", "C")
            + "</table:table-row></table:table-header-rows><table:table-row>"
            + cell("table:number-rows-spanned='2'", "Tall")
            + cell("table:number-columns-repeated='2'", "same")
            + "</table:table-row><table:table-row><table:covered-table-cell/>"
            + cell("", "x")
            + cell("", "y")
            + "</table:table-row></table:table>";
    assertThat(OdfFile.text(body).lines())
        .containsExactly(
            "table 3/1 0,0(1x2)=Wide 0,2=C 1,0(2x1)=Tall 1,1=same 1,2=same 2,1=x 2,2=y");
  }

  @Test
  void emitsATableOfOneCellAsWhatIsInIt() throws IOException {
    String body =
        "<table:table><table:table-row>" + cell("", "Framed") + "</table:table-row></table:table>";
    assertThat(OdfFile.text(body).lines()).containsExactly("p Framed");
  }

  @Test
  void keepsHiddenTextApart() throws IOException {
    String styles =
        "<style:style style:name='H' style:family='text'>"
            + "<style:text-properties text:display='none'/></style:style>"
            + "<style:style style:name='W' style:family='text' style:parent-style-name='V'>"
            + "<style:text-properties/></style:style>"
            + "<style:style style:name='V' style:family='text'>"
            + "<style:text-properties fo:color='#fefefe'/></style:style>"
            + "<style:style style:name='S' style:family='paragraph'>"
            + "<style:text-properties fo:font-size='1pt'/></style:style>";
    String body =
        "<text:p>Seen<text:span text:style-name='H'> not</text:span>"
            + "<text:span text:style-name='W'>white</text:span> here</text:p>"
            + "<text:p text:style-name='S'>tiny</text:p>"
            + "<text:section text:display='none'><text:p>secret</text:p></text:section>"
            + "<text:p>x<text:hidden-text text:is-hidden='true' text:string-value='if'/></text:p>";
    assertThat(OdfFile.text(body).automatic(styles).lines())
        .containsExactly(
            "p Seen here",
            "MARKED_HIDDEN  not",
            "COLOUR white",
            "SIZE tiny",
            "MARKED_HIDDEN secret",
            "p x",
            "MARKED_HIDDEN if");
  }

  @Test
  void resolvesTrackedChangesAndKeepsComments() throws IOException {
    String body =
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
            + "</text:deletion></text:changed-region></text:tracked-changes>"
            + "<text:p>Kept<text:change/> text<office:annotation><dc:creator>Me</dc:creator>"
            + "<text:p>a remark</text:p></office:annotation></text:p>";
    assertThat(OdfFile.text(body).lines())
        .containsExactly("DELETED gone", "p Kept text", "COMMENT a remark");
  }

  @Test
  void putsNotesAndBoxesBehindTheirParagraph() throws IOException {
    String body =
        "<text:p>Text<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            + "<text:p>The note.</text:p></text:note-body></text:note>"
            + "<draw:frame><draw:image/><svg:desc>A cat</svg:desc></draw:frame>"
            + "<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame></text:p>";
    assertThat(OdfFile.text(body).lines())
        .containsExactly(
            "p Text",
            "ALTERNATIVE A cat",
            "figure",
            "dropped image NO_TEXT",
            "p Boxed",
            "note [1] The note.");
  }

  @Test
  void joinsLinesOfCodeAndKeepsContentsApart() throws IOException {
    String body =
        "<text:table-of-content><text:index-body><text:p>One 1</text:p></text:index-body>"
            + "</text:table-of-content>"
            + "<text:p text:style-name='Preformatted_20_Text'>a {</text:p>"
            + "<text:p text:style-name='P1'><text:s text:c='2'/>b</text:p><text:p>Text</text:p>";
    String styles =
        "<style:style style:name='P1' style:family='paragraph'"
            + " style:parent-style-name='Preformatted_20_Text'/>";
    assertThat(OdfFile.text(body).automatic(styles).lines())
        .containsExactly("BOILERPLATE One 1", "code a {\n  b", "p Text");
  }

  @Test
  void keepsHeadersFootersPropertiesAndMacrosApart() throws IOException {
    String masters =
        "<office:master-styles><style:master-page><style:header><text:p>Top</text:p></style:header>"
            + "<style:footer><text:p>Foot</text:p></style:footer></style:master-page>"
            + "<style:master-page><style:header><text:p>Top</text:p></style:header>"
            + "</style:master-page></office:master-styles>";
    assertThat(
            OdfFile.text("<text:p>Body</text:p>")
                .styles(masters)
                .part(
                    "meta.xml",
                    OdfFile.root(
                        "document-meta",
                        "<office:meta><dc:title>T</dc:title><meta:user-defined meta:name='k'>v"
                            + "</meta:user-defined></office:meta>"))
                .part("Basic/Standard/Module1.xml", "<x/>")
                .lines())
        .containsExactly(
            "METADATA T",
            "METADATA k: v",
            "dropped macro ACTIVE_CONTENT",
            "HEADER Top",
            "p Body",
            "FOOTER Foot");
  }

  @Test
  void readsFormulasAsText() throws IOException {
    String math =
        "<math xmlns='http://www.w3.org/1998/Math/MathML'><semantics><mi>a</mi>"
            + "<annotation>a over b</annotation></semantics></math>";
    String body =
        "<text:p>It is <draw:frame><draw:object xlink:href='./O1'/></draw:frame>.</text:p>";
    assertThat(OdfFile.text(body).part("O1/content.xml", math).lines())
        .containsExactly("p It is a over b.");
  }

  @Test
  void saysThatAFileIsEncrypted() throws IOException {
    OdfFile file =
        OdfFile.text("<text:p/>")
            .part(
                "META-INF/manifest.xml",
                "<!DOCTYPE m><m:manifest><m:encryption-data m:x='1'/></m:manifest>");
    ParseResult result = file.read(file.bytes(), new Recording());
    assertThat(result)
        .isInstanceOfSatisfying(
            ParseResult.Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.FILE_ENCRYPTED));
  }

  @Test
  void refusesADtdAndWhatIsNoText() throws IOException {
    String bomb = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>";
    for (String content : new String[] {bomb, OdfFile.root("document-content", ""), "<a", "<a/>"}) {
      OdfFile file = OdfFile.text("").part("content.xml", content);
      assertThat(file.read(file.bytes(), new Recording())).isInstanceOf(ParseResult.Refused.class);
    }
  }

  @Test
  void stopsAtTheDepthAllowed() throws IOException {
    ParseLimits flat = new ParseLimits(9, 99, 999, 99, 1 << 20, 200, 20, Duration.ofMinutes(1));
    String open = "<text:section>".repeat(30);
    String close = "</text:section>".repeat(30);
    OdfFile file = OdfFile.text(open + "<text:p>x</text:p>" + close).limits(flat);
    assertThatThrownBy(() -> file.read(file.bytes(), new Recording()))
        .isInstanceOfSatisfying(
            BudgetReachedException.class, e -> assertThat(e.limit()).isEqualTo("maxDepth"));
  }

  private static String cell(String attributes, String text) {
    return "<table:table-cell " + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
  }
}
