package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocxFormatTest {
  private static final String STYLES =
      """
      <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>
      <w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/>
        <w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>
      <w:style w:type='paragraph' w:styleId='Mine'><w:basedOn w:val='H1'/></w:style>
      <w:style w:type='paragraph' w:styleId='H3'><w:name w:val='Heading 3'/></w:style>
      <w:style w:type='paragraph' w:styleId='T'><w:name w:val='Title'/></w:style>
      <w:style w:type='paragraph' w:styleId='Code'><w:name w:val='Source Code'/></w:style>
      <w:style w:type='paragraph' w:styleId='Toc'><w:name w:val='toc 1'/></w:style>
      <w:style w:type='character' w:styleId='Ghost'><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type='character' w:styleId='Ghost2'><w:basedOn w:val='Ghost'/></w:style>
      <w:style w:type='paragraph' w:styleId='A'><w:basedOn w:val='B'/></w:style>
      <w:style w:type='paragraph' w:styleId='B'><w:basedOn w:val='A'/></w:style>
      """;

  private static final String NUMBERING =
      """
      <w:abstractNum w:abstractNumId='1'>
        <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1.%2)'/></w:lvl>
      </w:abstractNum>
      <w:abstractNum w:abstractNumId='2'>
        <w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='o'/></w:lvl>
        <w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/><w:lvlText w:val=' '/></w:lvl>
      </w:abstractNum>
      <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>
      <w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>
      <w:num w:numId='3'><w:abstractNumId w:val='1'/>
        <w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>
      """;

  @Test
  void findsHeadingsByOutlineLevelStyleAndInheritance() throws IOException {
    assertThat(
            shown(
                p("<w:pStyle w:val='T'/>", r("Title"))
                    + p("<w:pStyle w:val='H1'/>", r("One"))
                    + p("<w:pStyle w:val='Mine'/>", r("Inherited"))
                    + p("<w:pStyle w:val='H3'/>", r("Three"))
                    + p("<w:outlineLvl w:val='4'/>", r("Five"))
                    + p("<w:pStyle w:val='H1'/><w:outlineLvl w:val='9'/>", r("Text"))
                    + p("<w:pStyle w:val='A'/>", r("Circle"))
                    + p("", r("Plain"))))
        .containsExactly(
            "h1 Title",
            "h1 One",
            "h1 Inherited",
            "h3 Three",
            "h5 Five",
            "h1 Text",
            "p Circle",
            "p Plain");
  }

  @Test
  void numbersListsAsWordDoes() throws IOException {
    assertThat(
            shown(
                item(1, 0, "a")
                    + item(1, 1, "b")
                    + item(1, 1, "c")
                    + item(1, 0, "d")
                    + item(1, 1, "e")
                    + item(3, 0, "f")
                    + item(1, 0, "g")
                    + item(2, 0, "h")
                    + item(2, 1, "i")
                    + item(0, 0, "j")
                    + item(99, 0, "k")))
        .containsExactly(
            "li0 [1.] a",
            "li1 [1.a)] b",
            "li1 [1.b)] c",
            "li0 [2.] d",
            "li1 [2.a)] e",
            "li0 [7.] f",
            "li0 [3.] g",
            "li0 [•] h",
            "p i",
            "p j",
            "p k");
  }

  @Test
  void putsTheNumberOfAHeadingBeforeItsText() throws IOException {
    String numbered = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>";
    assertThat(shown(p("<w:pStyle w:val='H1'/>" + numbered, r("Scope"))))
        .containsExactly("h1 1. Scope");
  }

  @Test
  void readsTablesWithSpansHeadersAndLists() throws IOException {
    String table =
        "<w:tbl><w:tblPr/><w:tr><w:trPr><w:tblHeader/></w:trPr>"
            + tc("<w:gridSpan w:val='2'/>", p("", r("wide")))
            + tc("", p("", r("c")))
            + "</w:tr><w:tr>"
            + tc("<w:vMerge w:val='restart'/>", p("", r("tall")))
            + tc("", p("", r("x")) + p("", r("y")))
            + tc("", item(2, 0, "z"))
            + "</w:tr><w:tr><w:trPr><w:gridBefore w:val='0'/></w:trPr>"
            + tc("<w:vMerge/>", p("", ""))
            + tc("", p("", r("1")))
            + tc("", p("", r("2")))
            + "</w:tr></w:tbl>";
    assertThat(shown(table))
        .containsExactly(
            "table 3/1 0,0(1x2)=wide 0,2=c 1,0(2x1)=tall 1,1=x\ny 1,2=• z 2,1=1 2,2=2");
  }

  @Test
  void readsNestedTablesAfterTheirOuterOneAndFramesInPlace() throws IOException {
    String inner =
        "<w:tbl><w:tr>" + tc("", p("", r("i"))) + tc("", p("", r("j"))) + "</w:tr></w:tbl>";
    String outer =
        "<w:tbl><w:tr>" + tc("", p("", r("a")) + inner) + tc("", p("", r("b"))) + "</w:tr></w:tbl>";
    assertThat(shown(outer)).containsExactly("table 2/0 0,0=a 0,1=b", "table 2/0 0,0=i 0,1=j");
    String frame =
        "<w:tbl><w:tr>" + tc("", p("<w:pStyle w:val='H1'/>", r("h")) + inner) + "</w:tr></w:tbl>";
    assertThat(shown(frame)).containsExactly("h1 h", "table 2/0 0,0=i 0,1=j");
  }

  @Test
  void resolvesTrackedChanges() throws IOException {
    String deletedMark = "<w:rPr><w:del w:id='1'/></w:rPr>";
    assertThat(
            shown(
                p(
                        "",
                        r("keep ")
                            + "<w:ins>"
                            + r("new ")
                            + "</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
                            + "<w:moveFrom>"
                            + r("from")
                            + "</w:moveFrom><w:moveTo>"
                            + r("to")
                            + "</w:moveTo>")
                    + p(deletedMark, r("one "))
                    + p("", r("line"))
                    + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>"
                    + tc("", p("", r("gone")))
                    + "</w:tr><w:tr>"
                    + tc("", p("", r("a")))
                    + tc("", p("", r("b")))
                    + "</w:tr></w:tbl>"))
        .containsExactly(
            "p keep new to",
            "DELETED oldfrom",
            "p one line",
            "DELETED gone",
            "table 2/0 0,0=a 0,1=b");
  }

  @Test
  void setsTextAsideThatNobodySees() throws IOException {
    assertThat(
            shown(
                p(
                        "",
                        r("seen ")
                            + run("<w:vanish/>", "v1")
                            + run("<w:rStyle w:val='Ghost2'/>", "v2"))
                    + p("", run("<w:rStyle w:val='Ghost'/><w:vanish w:val='0'/>", "shown"))
                    + p("", run("<w:sz w:val='2'/>", "tiny"))
                    + p("", run("<w:color w:val='FFFFFF'/>", "white"))
                    + p("", run("<w:color w:val='FDFDFD'/>", "nearly white"))
                    + p("", run("<w:color w:val='123456' w:themeColor='background1'/>", "theme"))
                    + p("", run("<w:color w:val='BFBFBF'/>", "grey"))))
        .containsExactly(
            "p seen",
            "MARKED_HIDDEN v1v2",
            "p shown",
            "SIZE tiny",
            "COLOUR white",
            "COLOUR nearly white",
            "COLOUR theme",
            "p grey");
  }

  @Test
  void comparesColoursWithWhatLiesBehindThem() throws IOException {
    String white = "<w:color w:val='FFFFFF'/>";
    String dark = "<w:shd w:val='clear' w:fill='000080'/>";
    assertThat(
            shown(
                p("", run(white + dark, "on a dark run"))
                    + p(dark, run(white, "on a dark paragraph"))
                    + p("", run(white + "<w:highlight w:val='blue'/>", "marked"))
                    + p(dark, run("<w:color w:val='000080'/>", "dark on dark"))
                    + "<w:tbl><w:tr>"
                    + tc(dark, p("", run(white, "head")))
                    + tc("", p("", run(white, "lost")))
                    + "</w:tr></w:tbl>"))
        .containsExactly(
            "p on a dark run",
            "p on a dark paragraph",
            "p marked",
            "COLOUR dark on dark",
            "table 2/0 0,0=head 0,1=",
            "COLOUR lost");
  }

  @Test
  void readsNotesAfterTheBlockThatRefersToThem() throws IOException {
    OfficeFile file =
        OfficeFile.word(
                p("", r("a") + "<w:r><w:footnoteReference w:id='2'/></w:r>") + p("", r("b")))
            .part(
                "word/footnotes.xml",
                "w:footnotes",
                "<w:footnote w:type='separator' w:id='0'>"
                    + p("", r("-"))
                    + "</w:footnote><w:footnote w:id='2'>"
                    + p("", r("note"))
                    + "</w:footnote><w:footnote w:id='3'>"
                    + p("", r("orphan"))
                    + "</w:footnote>")
            .relate("word/document.xml", "f", "footnotes", "word/footnotes.xml");
    assertThat(Shown.of(file.blocks()))
        .containsExactly("p a", "p note", "p b", "MARKED_HIDDEN orphan");
  }

  @Test
  void keepsMarginsCommentsAndPropertiesApart() throws IOException {
    OfficeFile file =
        OfficeFile.word(p("", r("body")))
            .part(
                "word/header1.xml",
                "w:hdr",
                p("", r("top")) + "<w:tbl><w:tr>" + tc("", p("", r("cell"))) + "</w:tr></w:tbl>")
            .part("word/footer1.xml", "w:ftr", p("", r("bottom")))
            .part(
                "word/comments.xml",
                "w:comments",
                "<w:comment>" + p("", r("psst")) + "</w:comment>")
            .part(
                "docProps/core.xml",
                "cp:coreProperties",
                "<dc:title>The title</dc:title><dc:creator>Jane</dc:creator>")
            .raw("word/vbaProject.bin", "x")
            .relate("", "c", "core-properties", "docProps/core.xml")
            .relate("word/document.xml", "h", "header", "word/header1.xml")
            .relate("word/document.xml", "f", "footer", "word/footer1.xml")
            .relate("word/document.xml", "c", "comments", "word/comments.xml");
    assertThat(Shown.of(file.blocks()))
        .containsExactly(
            "METADATA The title",
            "METADATA Jane",
            "dropped macro ACTIVE_CONTENT",
            "HEADER top\ncell",
            "p body",
            "FOOTER bottom",
            "COMMENT psst");
  }

  @Test
  void readsATextBoxOnceAndPicturesByTheirDescription() throws IOException {
    String box = "<w:txbxContent>" + p("", r("boxed")) + "</w:txbxContent>";
    String drawing =
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wp:docPr descr='a chart'/>"
            + "<wps:wsp><wps:txbx>"
            + box
            + "</wps:txbx></wps:wsp></wp:inline></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><v:shape><v:textbox>"
            + box
            + "</v:textbox></v:shape></w:pict></mc:Fallback>"
            + "</mc:AlternateContent></w:r><w:r><w:drawing><a:blip/></w:drawing></w:r>";
    assertThat(shown(p("", r("before") + drawing)))
        .containsExactly("p before", "ALTERNATIVE a chart", "dropped image NO_TEXT", "p boxed");
    String unknown = drawing.replace("Requires='wps'", "Requires='future'");
    assertThat(shown(p("", unknown))).containsExactly("dropped image NO_TEXT", "p boxed");
  }

  @Test
  void readsTheSmallThingsInsideRuns() throws IOException {
    String run =
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:sym w:char='F0B7'/>"
            + "<w:sym w:char='0041'/><w:sym w:char='D800'/><w:instrText>PAGE</w:instrText></w:r>"
            + "<w:hyperlink>"
            + r(" link")
            + "</w:hyperlink><w:sdt><w:sdtContent>"
            + r(" control")
            + "</w:sdtContent></w:sdt>"
            + "<w:fldSimple w:instr='PAGE'>"
            + r(" 7")
            + "</w:fldSimple><m:oMath><m:r><m:t> x=1</m:t></m:r></m:oMath>"
            + "<w:r><w:instrText>DDEAUTO c:\\\\cmd</w:instrText></w:r>";
    assertThat(shown(p("", run)))
        .containsExactly("p a\tb\nc\u2011•A• link control 7 x=1", "CODE DDEAUTO c:\\\\cmd");
  }

  @Test
  void keepsCodeAsItStandsAndContentsOutOfTheWay() throws IOException {
    String toc =
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
            + "<w:sdtContent>"
            + p("", r("Contents"))
            + p("", r("1 Scope 3"))
            + "</w:sdtContent></w:sdt>";
    assertThat(
            shown(
                toc
                    + p("<w:pStyle w:val='Toc'/>", r("2 Terms 4"))
                    + p("<w:pStyle w:val='Code'/>", r("  x = 1"))
                    + "<w:altChunk r:id='x'/>"))
        .containsExactly(
            "BOILERPLATE Contents\n1 Scope 3",
            "BOILERPLATE 2 Terms 4",
            "code   x = 1",
            "dropped embedded document NOT_READ");
  }

  private static List<String> shown(String body) throws IOException {
    OfficeFile file =
        OfficeFile.word(body)
            .part("word/styles.xml", "w:styles", STYLES)
            .part("word/numbering.xml", "w:numbering", NUMBERING)
            .relate("word/document.xml", "s", "styles", "word/styles.xml")
            .relate("word/document.xml", "n", "numbering", "word/numbering.xml");
    return Shown.of(file.blocks());
  }

  private static String p(String properties, String content) {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
  }

  private static String r(String text) {
    return run("", text);
  }

  private static String run(String properties, String text) {
    return "<w:r><w:rPr>"
        + properties
        + "</w:rPr><w:t xml:space='preserve'>"
        + text
        + "</w:t></w:r>";
  }

  private static String item(int list, int level, String text) {
    String place =
        "<w:numPr><w:ilvl w:val='" + level + "'/><w:numId w:val='" + list + "'/></w:numPr>";
    return p(place, r(text));
  }

  private static String tc(String properties, String content) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
  }
}
