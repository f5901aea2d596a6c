package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What masters and layouts show themselves is running text, once; prompts are nobody's. */
class SlideMastersTest {
  private static final String TOP =
      "<a:xfrm><a:off x='0' y='0'/><a:ext cx='9000' cy='9000'/></a:xfrm>";
  private static final String OFF =
      "<a:xfrm><a:off x='-99000' y='0'/><a:ext cx='9000' cy='9000'/></a:xfrm>";
  private static final String MASTER =
      sp("", "", "Contoso confidential")
          + sp("", OFF, "beside the slide")
          + sp("<p:ph type='title'/>", "", "Click to edit")
          + "<p:grpSp><p:grpSpPr/>"
          + sp("", "", "in a group")
          + "</p:grpSp><p:graphicFrame/>";
  private static final String LAYOUT =
      sp("", TOP, "Annual report") + sp("<p:ph idx='1'/>", "", "prompt");

  @Test
  void readsTextOfMasterAndLayoutOnce() throws IOException {
    assertThat(shown("", "", 2))
        .containsExactly(
            "p words 1",
            "HEADER Annual report",
            "FOOTER Contoso confidential",
            "OFF_PAGE beside the slide",
            "FOOTER in a group",
            "dropped object on a slide master NOT_READ",
            "p words 2");
  }

  @Test
  void leavesOutWhatSlideOrLayoutDoNotShow() throws IOException {
    assertThat(shown("showMasterSp='0'", "", 1)).containsExactly("p words 1");
    assertThat(shown("", "showMasterSp='0'", 1))
        .containsExactly("p words 1", "HEADER Annual report");
  }

  @Test
  void waitsForASlideThatIsSeen() throws IOException {
    assertThat(shown("show='0'", "", 1)).containsExactly("MARKED_HIDDEN words 1");
  }

  private static List<String> shown(String slide, String layout, int slides) throws IOException {
    StringBuilder ids = new StringBuilder();
    for (int i = 1; i <= slides; i++) {
      ids.append("<p:sldId r:id='s").append(i).append("'/>");
    }
    OfficeFile deck =
        OfficeFile.slides(
                "<p:sldIdLst>" + ids + "</p:sldIdLst><p:sldSz cx='9144000' cy='6858000'/>")
            .part("ppt/layout.xml", "p:sldLayout " + layout, tree(LAYOUT))
            .part("ppt/master.xml", "p:sldMaster", tree(MASTER))
            .relate("ppt/layout.xml", "m", "slideMaster", "ppt/master.xml");
    for (int i = 1; i <= slides; i++) {
      String part = "ppt/slide" + i + ".xml";
      deck.part(part, "p:sld " + slide, tree(sp("", "", "words " + i)))
          .relate("ppt/presentation.xml", "s" + i, "slide", part)
          .relate(part, "l", "slideLayout", "ppt/layout.xml");
    }
    return Shown.of(deck.blocks());
  }

  private static String tree(String shapes) {
    return "<p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld>";
  }

  private static String sp(String placeholder, String place, String text) {
    return "<p:sp><p:nvSpPr><p:cNvPr/><p:nvPr>"
        + placeholder
        + "</p:nvPr></p:nvSpPr><p:spPr>"
        + place
        + "</p:spPr><p:txBody><a:p><a:r><a:t>"
        + text
        + "</a:t></a:r></a:p></p:txBody></p:sp>";
  }
}
