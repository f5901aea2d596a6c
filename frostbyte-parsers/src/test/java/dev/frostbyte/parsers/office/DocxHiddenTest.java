package dev.frostbyte.parsers.office;

import static dev.frostbyte.parsers.office.WordFile.p;
import static dev.frostbyte.parsers.office.WordFile.r;
import static dev.frostbyte.parsers.office.WordFile.run;
import static dev.frostbyte.parsers.office.WordFile.shown;
import static dev.frostbyte.parsers.office.WordFile.tc;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DocxHiddenTest {
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
        .containsExactly(
            "p before", "ALTERNATIVE a chart", "figure", "dropped image NO_TEXT", "p boxed");
    String unknown = drawing.replace("Requires='wps'", "Requires='future'");
    assertThat(shown(p("", unknown))).containsExactly("figure", "dropped image NO_TEXT", "p boxed");
  }

  @Test
  void setsAsideBlocksThatWereDeletedOrMovedAway() throws IOException {
    assertThat(
            shown(
                "<w:del>"
                    + p("", r("gone"))
                    + "</w:del><w:ins>"
                    + p("", r("new"))
                    + "</w:ins><w:moveFrom>"
                    + p("", r("was here"))
                    + "</w:moveFrom><w:sdt><w:sdtContent>"
                    + p("", r("kept"))
                    + "</w:sdtContent></w:sdt>"))
        .containsExactly("DELETED gone", "p new", "DELETED was here", "p kept");
  }
}
