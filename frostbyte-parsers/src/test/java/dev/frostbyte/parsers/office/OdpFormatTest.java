package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OdpFormatTest {
  private static final String STYLES =
      "<style:style style:name='dp2' style:family='drawing-page'>"
          + "<style:drawing-page-properties presentation:visibility='hidden'/></style:style>"
          + "<text:list-style style:name='L1'>"
          + "<text:list-level-style-bullet text:level='1' text:bullet-char='●'/></text:list-style>";

  @Test
  void readsTitlesAsHeadingsBeforeTheRest() throws IOException {
    String list =
        "<text:list text:style-name='L1'><text:list-item><text:p>point</text:p></text:list-item>"
            + "</text:list>";
    String body =
        slide("", frame("subtitle", "", p("Under it")) + frame("title", "", p("The deck")))
            + slide(
                "",
                frame("outline", "", list)
                    + frame("title", "", p("Second") + p("line"))
                    + "<presentation:notes>"
                    + frame("notes", "", p("Say this"))
                    + "</presentation:notes>");
    assertThat(OdfFile.slides(body).automatic(STYLES).lines())
        .containsExactly(
            "h1 The deck", "p Under it", "h2 Second line", "li0 [•] point", "p Say this");
  }

  @Test
  void readsTablesShapesAndPictures() throws IOException {
    String table =
        "<draw:frame><table:table table:use-first-row-styles='true'><table:table-row>"
            + "<table:table-cell>"
            + p("a")
            + "</table:table-cell><table:table-cell>"
            + p("b")
            + "</table:table-cell></table:table-row><table:table-row><table:table-cell>"
            + p("c")
            + "</table:table-cell><table:table-cell>"
            + p("d")
            + "</table:table-cell></table:table-row></table:table><draw:image/></draw:frame>";
    String shape =
        "<draw:g><draw:custom-shape>" + p("In a shape") + "</draw:custom-shape></draw:g>";
    assertThat(OdfFile.slides(slide("", table + shape)).lines())
        .containsExactly("table 2/1 0,0=a 0,1=b 1,0=c 1,1=d", "p In a shape");
  }

  @Test
  void keepsHiddenSlidesPlaceholdersAndWhatLiesBesideTheSlideApart() throws IOException {
    String away = "svg:x='60cm' svg:y='1cm' svg:width='2cm' svg:height='2cm'";
    String body =
        slide(
                "",
                frame("", away, p("far"))
                    + frame("footer", "", p("foot"))
                    + frame("title", "presentation:placeholder='true'", p("Click to add")))
            + slide("dp2", frame("title", "", p("Hidden")));
    assertThat(OdfFile.slides(body).automatic(STYLES).lines())
        .containsExactly("OFF_PAGE far", "FOOTER foot", "MARKED_HIDDEN Hidden");
  }

  private static String slide(String style, String shapes) {
    return "<draw:page draw:style-name='" + style + "'>" + shapes + "</draw:page>";
  }

  private static String frame(String kind, String attributes, String content) {
    return "<draw:frame presentation:class='"
        + kind
        + "' "
        + attributes
        + "><draw:text-box>"
        + content
        + "</draw:text-box></draw:frame>";
  }

  private static String p(String text) {
    return "<text:p>" + text + "</text:p>";
  }
}
