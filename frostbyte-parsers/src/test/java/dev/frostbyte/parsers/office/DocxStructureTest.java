package dev.frostbyte.parsers.office;

import static dev.frostbyte.parsers.office.WordFile.p;
import static dev.frostbyte.parsers.office.WordFile.r;
import static dev.frostbyte.parsers.office.WordFile.run;
import static dev.frostbyte.parsers.office.WordFile.tc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocxStructureTest {
  private static final String PART = "word/document.xml";
  private static final String STYLES =
      """
      <w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 2'/>
        <w:rPr><w:b/><w:sz w:val='28'/></w:rPr></w:style>
      <w:style w:type='paragraph' w:styleId='Beschriftung'><w:name w:val='caption'/></w:style>
      <w:style w:type='paragraph' w:styleId='TC'><w:basedOn w:val='Beschriftung'/></w:style>
      """;
  private static final String PICTURE =
      "<w:r><w:drawing><wp:inline><wp:docPr descr='a cat'/><a:blip/></wp:inline></w:drawing></w:r>";
  private static final String TABLE =
      "<w:tbl><w:tr>" + tc("", p("", r("a"))) + tc("", p("", r("b"))) + "</w:tr></w:tbl>";

  @Test
  void tellsWhereHyperlinksAndFieldsLead() throws IOException {
    String field =
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPER</w:instrText></w:r>"
            + "<w:r><w:instrText>LINK \"http://b\" \\l \"x\" </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
            + r("field")
            + "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
    String body =
        p("", r("See ") + "<w:hyperlink r:id='l' w:tooltip='tip'>" + r("this") + "</w:hyperlink>")
            + p("", "<w:hyperlink w:anchor='place'>" + r("there") + "</w:hyperlink> " + field)
            + p("", "<w:fldSimple w:instr='HYPERLINK http://c'>" + r("simple") + "</w:fldSimple>");
    assertThat(shown(body))
        .containsExactly(
            "p See this",
            "link this -> http://a",
            "ALTERNATIVE tip",
            "p therefield",
            "link there -> #place",
            "link field -> http://b#x",
            "p simple",
            "link simple -> http://c");
  }

  @Test
  void tellsLinksOfTablesPicturesAndOfNothingSeen() throws IOException {
    String linked = "<w:hyperlink r:id='l'>" + r("in a cell") + "</w:hyperlink>";
    String table =
        "<w:tbl><w:tr>" + tc("", p("", linked)) + tc("", p("", PICTURE)) + "</w:tr></w:tbl>";
    assertThat(shown(table))
        .containsExactly(
            "table 2/0 0,0=in a cell 0,1=",
            "link in a cell -> http://a",
            "ALTERNATIVE a cat",
            "figure",
            "dropped image NO_TEXT");
    String click = PICTURE.replace("descr='a cat'/>", "><a:hlinkClick r:id='l'/></wp:docPr>");
    assertThat(shown(p("", click)))
        .containsExactly("figure", "link  -> http://a", "dropped image NO_TEXT");
    assertThat(shown(p("", "<w:hyperlink r:id='l'>" + run("<w:vanish/>", "x") + "</w:hyperlink>")))
        .containsExactly("LINK http://a", "MARKED_HIDDEN x");
  }

  @Test
  void givesCaptionsToWhatTheyName() throws IOException {
    String caption = "<w:pStyle w:val='Beschriftung'/>";
    String derived = "<w:pStyle w:val='TC'/>";
    assertThat(
            shown(
                p("", PICTURE)
                    + p(caption, r("Figure 1"))
                    + p(derived, r("Table 1"))
                    + TABLE
                    + TABLE
                    + p(caption, r("Table 2"))
                    + p("", r("text"))
                    + p(caption, PICTURE + r("Figure 2"))
                    + p(caption, r("names nothing"))))
        .containsExactly(
            "ALTERNATIVE a cat",
            "figure Figure 1",
            "dropped image NO_TEXT",
            "table [Table 1] 2/0 0,0=a 0,1=b",
            "table [Table 2] 2/0 0,0=a 0,1=b",
            "p text",
            "figure Figure 2",
            "dropped image NO_TEXT",
            "ALTERNATIVE a cat",
            "p names nothing");
  }

  @Test
  void takesNoFigureForAPictureThatMeansNothing() throws IOException {
    String decoration =
        "<w:r><w:drawing><wp:docPr><a:extLst><a:ext><d:decorative val='1' xmlns:d="
            + "'http://schemas.microsoft.com/office/drawing/2017/decorative'/></a:ext></a:extLst>"
            + "</wp:docPr><a:blip/></w:drawing></w:r>";
    assertThat(shown(p("", r("x") + decoration))).containsExactly("p x", "dropped image NO_TEXT");
  }

  @Test
  void numbersNotesAsTheyAreReferredTo() throws IOException {
    String body =
        p("", r("a") + "<w:r><w:footnoteReference w:id='5'/><w:endnoteReference w:id='1'/></w:r>")
            + p("", r("b") + "<w:r><w:footnoteReference w:id='4' w:customMarkFollows='1'/></w:r>")
            + p("", r("c") + "<w:r><w:footnoteReference w:id='3'/></w:r>");
    OfficeFile file =
        file(body)
            .part(
                "word/footnotes.xml",
                "w:footnotes",
                note("footnote", 3, r("third"))
                    + note("footnote", 4, r("* own mark"))
                    + note("footnote", 5, "<w:hyperlink r:id='n'>" + r("first") + "</w:hyperlink>"))
            .part("word/endnotes.xml", "w:endnotes", note("endnote", 1, r("end")))
            .relate(PART, "f", "footnotes", "word/footnotes.xml")
            .relate(PART, "e", "endnotes", "word/endnotes.xml")
            .external("word/footnotes.xml", "n", "hyperlink", "http://note");
    assertThat(Shown.of(file.blocks()))
        .containsExactly(
            "p a",
            "note [1] first",
            "link first -> http://note",
            "note [i] end",
            "p b",
            "note [] * own mark",
            "p c",
            "note [2] third");
  }

  @Test
  void writesFormulasOnOneLine() throws IOException {
    String fraction =
        "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>";
    String power =
        "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>n</m:t></m:r></m:sup></m:sSup>";
    String sum =
        "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub>"
            + "<m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e><m:r><m:t>i</m:t></m:r></m:e></m:nary>";
    String root = "<m:rad><m:deg/><m:e><m:r><m:t>y</m:t></m:r></m:e></m:rad>";
    String alone = "<m:oMathPara><m:oMath>" + fraction + sum + "</m:oMath></m:oMathPara>";
    assertThat(shown(p("", alone) + p("", r("with ") + "<m:oMath>" + power + root + "</m:oMath>")))
        .containsExactly("formula (a+b)/2∑_(i=1)^n i", "p with x^n√(y)");
  }

  @Test
  void saysHowHeadingsAndBoldParagraphsAreSet() throws IOException {
    List<Block> blocks =
        file(p("<w:pStyle w:val='H'/>", r("Head"))
                + p("", run("<w:b/><w:i/><w:sz w:val='20'/>", "Looks like one"))
                + p("", r("plain")))
            .blocks();
    Evidence markup = Evidence.of(Evidence.Basis.MARKUP);
    assertThat(blocks)
        .containsExactly(
            Block.heading(2, "Head").noted(markup.set(14, true, false)),
            Block.paragraph("Looks like one").noted(markup.set(10, true, true)),
            Block.paragraph("plain"));
  }

  @Test
  void leavesOutCellsThatWereDeleted() throws IOException {
    String table =
        "<w:tbl><w:tr>"
            + tc("", p("", r("a")))
            + tc("<w:cellDel w:id='1'/>", p("", r("gone")))
            + tc("", p("", r("b")))
            + "</w:tr></w:tbl>";
    assertThat(shown(table)).containsExactly("DELETED gone", "table 2/0 0,0=a 0,1=b");
  }

  private static List<String> shown(String body) throws IOException {
    return Shown.of(file(body).blocks());
  }

  private static OfficeFile file(String body) {
    return OfficeFile.word(body)
        .part("word/styles.xml", "w:styles", STYLES)
        .relate(PART, "s", "styles", "word/styles.xml")
        .external(PART, "l", "hyperlink", "http://a");
  }

  private static String note(String kind, int id, String content) {
    return "<w:" + kind + " w:id='" + id + "'>" + p("", content) + "</w:" + kind + ">";
  }
}
