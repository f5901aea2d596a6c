package dev.frostbyte.parsers.office;

import static dev.frostbyte.parsers.office.WordFile.item;
import static dev.frostbyte.parsers.office.WordFile.p;
import static dev.frostbyte.parsers.office.WordFile.r;
import static dev.frostbyte.parsers.office.WordFile.run;
import static dev.frostbyte.parsers.office.WordFile.shown;
import static dev.frostbyte.parsers.office.WordFile.tc;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DocxFormatTest {
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
  void readsNestedTablesInTheirCellAndFramesInPlace() throws IOException {
    String inner =
        "<w:tbl><w:tr>" + tc("", p("", r("i"))) + tc("", p("", r("j"))) + "</w:tr></w:tbl>";
    String outer =
        "<w:tbl><w:tr>" + tc("", p("", r("a")) + inner) + tc("", p("", r("b"))) + "</w:tr></w:tbl>";
    assertThat(shown(outer)).containsExactly("table 2/0 0,0=a\ni j 0,1=b");
    String frame =
        "<w:tbl><w:tr>" + tc("", p("<w:pStyle w:val='H1'/>", r("h")) + inner) + "</w:tr></w:tbl>";
    assertThat(shown(frame)).containsExactly("h1 h", "table 2/0 0,0=i 0,1=j");
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
        .containsExactly("p a", "note [1] note", "p b", "MARKED_HIDDEN orphan");
  }

  @Test
  void readsTheSmallThingsInsideRuns() throws IOException {
    String run =
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:sym"
            + " w:char='F0B7'/><w:sym w:char='0041'/><w:sym"
            + " w:char='D800'/><w:instrText>PAGE</w:instrText></w:r><w:hyperlink>"
            + r(" link")
            + "</w:hyperlink><w:sdt><w:sdtContent>"
            + r(" control")
            + "</w:sdtContent></w:sdt>"
            + "<w:fldSimple w:instr='PAGE'>"
            + r(" 7")
            + "</w:fldSimple><m:oMath><m:r><m:t> x=1</m:t></m:r></m:oMath>"
            + "<w:r><w:instrText>DDEAUTO c:\\\\cmd</w:instrText></w:r>";
    assertThat(shown(p("", run)))
        .containsExactly(
            "p a\tb\nc\u2011•A• link control 7 x=1",
            "CODE DDEAUTO c:\\\\cmd",
            "dropped dde link ACTIVE_CONTENT");
  }

  @Test
  void keepsCodeAsItStandsAndContentsOutOfTheWay() throws IOException {
    String toc =
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of"
            + " Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>"
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
}
