package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links, figures, captions and headings of slides. */
class SlideStructureTest {
  private static final String LINKED = "<a:rPr><a:hlinkClick r:id='x' tooltip='tip'/></a:rPr>";

  @Test
  void tellsLinksOfTextTablesAndPictures() throws IOException {
    String table =
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr/></p:nvGraphicFramePr><a:graphic>"
            + "<a:graphicData><a:tbl><a:tr><a:tc><a:txBody>"
            + para(LINKED, "cell")
            + "</a:txBody></a:tc><a:tc><a:txBody>"
            + para("", "b")
            + "</a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>";
    String picture =
        "<p:pic><p:nvPicPr><p:cNvPr descr='a cat'><a:hlinkClick r:id='x'/></p:cNvPr></p:nvPicPr>"
            + "</p:pic>";
    assertThat(shown("", shape("type='title'", para(LINKED, "Title")) + table + picture))
        .containsExactly(
            "ALTERNATIVE tip",
            "h1 Title",
            "link Title -> http://x",
            "ALTERNATIVE tip",
            "table 2/0 0,0=cell 0,1=b",
            "link cell -> http://x",
            "ALTERNATIVE a cat",
            "figure",
            "link  -> http://x",
            "dropped image NO_TEXT");
  }

  @Test
  void takesTheTextBesideAPictureForItsCaptionWhereTheLayoutSaysSo() throws IOException {
    String picture =
        "<p:pic><p:nvPicPr><p:cNvPr/><p:nvPr><p:ph type='pic'/></p:nvPr></p:nvPicPr></p:pic>";
    String text = shape("type='body'", para("", "What it shows"));
    assertThat(shown("type='picTx'", text + picture))
        .containsExactly("figure What it shows", "dropped image NO_TEXT");
    assertThat(shown("type='obj'", text + picture))
        .containsExactly("p What it shows", "figure", "dropped image NO_TEXT");
  }

  @Test
  void putsAHeadingBelowTheOneRightAboveIt() throws IOException {
    String body =
        bold("Part A")
            + bold("Step 1")
            + para("", "text")
            + bold("Step 2")
            + para("", "text")
            + bold("Part B")
            + bold("Step 3")
            + para("", "text");
    assertThat(shown("", shape("idx='1'", body)))
        .containsExactly(
            "h2 Part A",
            "h3 Step 1",
            "p text",
            "h3 Step 2",
            "p text",
            "h2 Part B",
            "h3 Step 3",
            "p text");
    assertThat(
            shown("", shape("idx='1'", bold("One") + para("", "t") + bold("Two") + para("", "t"))))
        .containsExactly("h2 One", "p t", "h2 Two", "p t");
  }

  @Test
  void saysThatSuchHeadingsAreJudgedByTheirLook() throws IOException {
    List<Block> blocks = file("", shape("idx='1'", bold("One") + para("", "t"))).blocks();
    assertThat(((Block.Noted) blocks.getFirst()).evidence())
        .isEqualTo(Evidence.of(Evidence.Basis.LAYOUT).set(0, true, false));
  }

  private static List<String> shown(String layout, String shapes) throws IOException {
    return Shown.of(file(layout, shapes).blocks());
  }

  private static OfficeFile file(String layout, String shapes) {
    String tree = "<p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld>";
    return OfficeFile.slides("<p:sldIdLst><p:sldId r:id='s1'/></p:sldIdLst>")
        .part("ppt/slide1.xml", "p:sld", tree)
        .part("ppt/layout.xml", "p:sldLayout " + layout, "<p:cSld><p:spTree/></p:cSld>")
        .relate("ppt/presentation.xml", "s1", "slide", "ppt/slide1.xml")
        .relate("ppt/slide1.xml", "l", "slideLayout", "ppt/layout.xml")
        .external("ppt/slide1.xml", "x", "hyperlink", "http://x");
  }

  private static String shape(String placeholder, String paragraphs) {
    return "<p:sp><p:nvSpPr><p:cNvPr/><p:nvPr><p:ph "
        + placeholder
        + "/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody>"
        + paragraphs
        + "</p:txBody></p:sp>";
  }

  private static String bold(String text) {
    return para("<a:rPr b='1'/>", text);
  }

  private static String para(String properties, String text) {
    return "<a:p><a:r>" + properties + "<a:t>" + text + "</a:t></a:r></a:p>";
  }
}
