package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the colour of a run on a slide comes from, and what that hides. */
class HiddenChannelsInSlidesTest {
  private static final String WHITE = "<a:solidFill><a:srgbClr val='FFFFFF'/></a:solidFill>";
  private static final String BLACK = WHITE.replace("FFFFFF", "000000");
  private static final String STYLE =
      "<p:style><a:fontRef><a:srgbClr val='FFFFFF'/></a:fontRef></p:style>";

  @Test
  void asksTheShapeBeforeItsStyleThoughTheRunSaysNothing() throws IOException {
    String run = "<a:p><a:r><a:t>words</a:t></a:r></a:p>";
    assertThat(shown(shape(list(BLACK) + run, STYLE))).containsExactly("p words");
    assertThat(shown(shape(run, STYLE))).containsExactly("COLOUR words");
  }

  @Test
  void findsTextOfTheColourThatItsCellGives() throws IOException {
    String cells = cell(list(WHITE), "secret") + cell("", "a") + cell(list(BLACK), "b");
    String table = "<a:tbl><a:tr>" + cells + "</a:tr></a:tbl>";
    String frame =
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr/></p:nvGraphicFramePr><a:graphic>"
            + ("<a:graphicData>" + table + "</a:graphicData></a:graphic></p:graphicFrame>");
    assertThat(shown(frame)).containsExactly("COLOUR secret", "table 3/0 0,0= 0,1=a 0,2=b");
  }

  private static String list(String fill) {
    return "<a:lstStyle><a:lvl1pPr><a:defRPr>" + fill + "</a:defRPr></a:lvl1pPr></a:lstStyle>";
  }

  private static String cell(String list, String text) {
    String paragraph = "<a:p><a:r><a:rPr/><a:t>" + text + "</a:t></a:r></a:p>";
    return "<a:tc><a:txBody>" + list + paragraph + "</a:txBody></a:tc>";
  }

  private static String shape(String content, String style) {
    return "<p:sp><p:nvSpPr><p:cNvPr/><p:nvPr/></p:nvSpPr><p:spPr/>"
        + style
        + "<p:txBody>"
        + content
        + "</p:txBody></p:sp>";
  }

  private static List<String> shown(String shapes) throws IOException {
    String tree = "<p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld>";
    OfficeFile deck =
        OfficeFile.slides("<p:sldIdLst><p:sldId r:id='s1'/></p:sldIdLst>")
            .part("ppt/slide1.xml", "p:sld", tree)
            .relate("ppt/presentation.xml", "s1", "slide", "ppt/slide1.xml");
    return Shown.of(deck.blocks());
  }
}
