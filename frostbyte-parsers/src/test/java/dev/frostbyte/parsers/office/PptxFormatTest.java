package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PptxFormatTest {
  private static final String MASTER =
      "<p:cSld><p:spTree/></p:cSld><p:clrMap bg1='lt1' tx1='dk1' bg2='lt2'"
          + " tx2='dk2'/><p:txStyles><p:bodyStyle><a:lvl1pPr><a:buChar"
          + " char='o'/></a:lvl1pPr><a:lvl2pPr><a:buAutoNum type='alphaLcParenR'/></a:lvl2pPr>"
          + "</p:bodyStyle></p:txStyles>";
  private static final String THEME =
      "<a:themeElements><a:clrScheme><a:dk1><a:sysClr lastClr='000000'/></a:dk1><a:lt1><a:srgbClr"
          + " val='FFFFFF'/></a:lt1></a:clrScheme></a:themeElements>";

  @Test
  void readsTitlesBulletsAndParagraphs() throws IOException {
    String body =
        para("", "one")
            + para("lvl='1'", "two")
            + para("lvl='1'", "three")
            + para("", "<a:buNone/>", "", "free");
    assertThat(shown(ph("type='body' idx='1'", body) + ph("type='title'", para("", "The title"))))
        .containsExactly("h1 The title", "li0 [•] one", "li1 [a)] two", "li1 [b)] three", "p free");
  }

  @Test
  void makesTheTitleOfATitleSlideTheTopHeading() throws IOException {
    assertThat(shown(ph("type='ctrTitle'", para("", "Deck")))).containsExactly("h1 Deck");
    OfficeFile section = deck("", ph("type='title'", para("", "Part")), "type='secHead'");
    assertThat(Shown.of(section.blocks())).containsExactly("h1 Part");
  }

  @Test
  void findsSubheadingsAndCodeInABody() throws IOException {
    String body =
        para("", "<a:buNone/>", "b='1'", "Local models")
            + para("", "<a:buNone/>", "", "Some text.")
            + "<a:p><a:pPr><a:buNone/></a:pPr><a:r><a:rPr><a:latin typeface='Courier"
            + " New'/></a:rPr><a:t>x = 1</a:t></a:r></a:p>"
            + para("", "<a:buNone/>", "b='1'", "Last bold line");
    assertThat(shown(ph("idx='1'", body)))
        .containsExactly("h2 Local models", "p Some text.", "code x = 1", "p Last bold line");
  }

  @Test
  void readsTablesWithSpans() throws IOException {
    String table =
        "<a:tbl><a:tblPr firstRow='1'/><a:tr>"
            + tc("gridSpan='2'", "wide")
            + tc("hMerge='1'", "")
            + tc("", "c")
            + "</a:tr><a:tr>"
            + tc("rowSpan='2'", "tall")
            + tc("", "x")
            + tc("", "y")
            + "</a:tr><a:tr>"
            + tc("vMerge='1'", "")
            + tc("", "1")
            + tc("", "2")
            + "</a:tr></a:tbl>";
    assertThat(shown(frame(table)))
        .containsExactly("table 3/1 0,0(1x2)=wide 0,2=c 1,0(2x1)=tall 1,1=x 1,2=y 2,1=1 2,2=2");
  }

  @Test
  void setsAsideWhatASlideDoesNotShow() throws IOException {
    String outside =
        sp(
            "",
            "<a:xfrm><a:off x='9144000' y='0'/><a:ext cx='10' cy='10'/></a:xfrm>",
            para("", "off"));
    String above =
        sp(
            "",
            "<a:xfrm><a:off x='0' y='-500'/><a:ext cx='10' cy='400'/></a:xfrm>",
            para("", "above"));
    String hidden = sp("hidden='1'", "", para("", "hidden"));
    String white = "<a:solidFill><a:srgbClr val='FFFFFF'/></a:solidFill>";
    String theme = "<a:solidFill><a:schemeClr val='bg1'/></a:solidFill>";
    assertThat(
            shown(
                outside
                    + above
                    + hidden
                    + sp("", "", run("", white, "white"))
                    + sp("", "", run("", theme, "theme"))
                    + sp(
                        "",
                        "<a:solidFill><a:srgbClr val='000000'/></a:solidFill>",
                        run("", white, "on black"))
                    + sp("", "", run("sz='100'", "", "tiny"))
                    + sp("", "", run("", "<a:noFill/>", "none"))
                    + sp("descr='alt'", "", para("", "seen"))))
        .containsExactly(
            "OFF_PAGE off",
            "OFF_PAGE above",
            "MARKED_HIDDEN hidden",
            "COLOUR white",
            "COLOUR theme",
            "p on black",
            "SIZE tiny",
            "INVISIBLE none",
            "ALTERNATIVE alt",
            "p seen");
  }

  @Test
  void hidesEverythingOfAHiddenSlideWithItsNotes() throws IOException {
    String notes =
        "<p:cSld><p:spTree>"
            + ph("type='body'", para("", "spoken"))
            + ph("type='sldNum'", para("", "1"))
            + "</p:spTree></p:cSld>";
    String table = frame("<a:tbl><a:tr>" + tc("", "a") + tc("", "b") + "</a:tr></a:tbl>");
    OfficeFile hidden =
        deck("show='0'", sp("", "", para("", "secret")) + table, "")
            .part("ppt/notes.xml", "p:notes", notes)
            .relate("ppt/slide1.xml", "n", "notesSlide", "ppt/notes.xml");
    assertThat(Shown.of(hidden.blocks()))
        .containsExactly("MARKED_HIDDEN secret", "MARKED_HIDDEN a\tb", "MARKED_HIDDEN spoken");
    OfficeFile open =
        deck("", sp("", "", para("", "open")), "")
            .part("ppt/notes.xml", "p:notes", notes)
            .relate("ppt/slide1.xml", "n", "notesSlide", "ppt/notes.xml");
    assertThat(Shown.of(open.blocks())).containsExactly("p open", "h2 Notes", "p spoken");
  }

  @Test
  void saysWhereShapesStandInPointsAlsoInsideGroups() throws IOException {
    String inner =
        sp(
            "",
            "<a:xfrm><a:off x='100' y='100'/><a:ext cx='100' cy='100'/></a:xfrm>",
            para("", "in"));
    String group =
        "<p:grpSp><p:grpSpPr><a:xfrm><a:off x='127000' y='0'/><a:ext cx='1270000' cy='1270000'/>"
            + "<a:chOff x='0' y='0'/><a:chExt cx='1000' cy='1000'/></a:xfrm></p:grpSpPr>"
            + inner
            + "</p:grpSp>";
    List<Block> blocks = deck("", group, "").blocks();
    assertThat(blocks.getFirst().regions().getFirst().page()).isEqualTo(1);
    assertThat(blocks.getFirst().regions().getFirst().box()).isEqualTo(new Box(20, 10, 30, 20));
  }

  @Test
  void keepsFootersPicturesAndCommentsApart() throws IOException {
    OfficeFile file =
        deck(
                "",
                ph("type='ftr'", para("", "foot"))
                    + "<p:pic><p:nvPicPr><p:cNvPr descr='a cat'/></p:nvPicPr></p:pic>"
                    + frame("<a:other/>")
                    + para("", "stray"),
                "")
            .part("ppt/comments1.xml", "p:cmLst", "<p:cm><p:text>psst</p:text></p:cm>")
            .relate("ppt/slide1.xml", "c", "comments", "ppt/comments1.xml");
    assertThat(Shown.of(file.blocks()))
        .containsExactly(
            "FOOTER foot",
            "ALTERNATIVE a cat",
            "figure",
            "dropped image NO_TEXT",
            "figure",
            "dropped embedded object NOT_READ",
            "COMMENT psst");
  }

  @Test
  void inheritsPlaceBulletsAndBackgroundFromItsLayout() throws IOException {
    String place =
        "<a:xfrm><a:off x='127000' y='254000'/><a:ext cx='127000' cy='127000'/></a:xfrm>";
    String like =
        "<p:sp><p:nvSpPr><p:cNvPr/><p:nvPr><p:ph type='body' idx='7'/></p:nvPr></p:nvSpPr><p:spPr>"
            + place
            + "</p:spPr><p:txBody><a:lstStyle><a:lvl1pPr><a:buNone/></a:lvl1pPr></a:lstStyle></p:txBody></p:sp>";
    String black = "<a:solidFill><a:srgbClr val='000000'/></a:solidFill>";
    String white = "<a:solidFill><a:schemeClr val='bg1'/></a:solidFill>";
    OfficeFile file =
        deck("", ph("idx='7'", run("", white, "bright") + run("", black, "dark")), "")
            .part(
                "ppt/layout.xml",
                "p:sldLayout",
                "<p:cSld><p:bg><p:bgPr>"
                    + black
                    + "</p:bgPr></p:bg><p:spTree>"
                    + like
                    + "</p:spTree></p:cSld>");
    assertThat(Shown.of(file.blocks())).containsExactly("p bright", "COLOUR dark");
    assertThat(file.blocks().getFirst().regions().getFirst().box())
        .isEqualTo(new Box(10, 20, 20, 30));
    OfficeFile reference =
        deck("", ph("idx='1'", run("", black, "dark")), "")
            .part(
                "ppt/layout.xml",
                "p:sldLayout",
                "<p:cSld><p:bg><p:bgRef><a:schemeClr"
                    + " val='tx1'/></p:bgRef></p:bg><p:spTree/></p:cSld>");
    assertThat(Shown.of(reference.blocks())).containsExactly("COLOUR dark");
  }

  private static List<String> shown(String shapes) throws IOException {
    return Shown.of(deck("", shapes, "").blocks());
  }

  private static OfficeFile deck(String slide, String shapes, String layout) {
    return OfficeFile.slides(
            "<p:sldIdLst><p:sldId r:id='s1'/></p:sldIdLst><p:sldSz cx='9144000' cy='6858000'/>")
        .part(
            "ppt/slide1.xml",
            "p:sld " + slide,
            "<p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld>")
        .part("ppt/layout.xml", "p:sldLayout " + layout, "<p:cSld><p:spTree/></p:cSld>")
        .part("ppt/master.xml", "p:sldMaster", MASTER)
        .part("ppt/theme.xml", "a:theme", THEME)
        .relate("ppt/presentation.xml", "s1", "slide", "ppt/slide1.xml")
        .relate("ppt/slide1.xml", "l", "slideLayout", "ppt/layout.xml")
        .relate("ppt/layout.xml", "m", "slideMaster", "ppt/master.xml")
        .relate("ppt/master.xml", "t", "theme", "ppt/theme.xml");
  }

  private static String ph(String placeholder, String paragraphs) {
    return "<p:sp><p:nvSpPr><p:cNvPr/><p:nvPr><p:ph "
        + placeholder
        + "/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody>"
        + paragraphs
        + "</p:txBody></p:sp>";
  }

  private static String sp(String properties, String shape, String paragraphs) {
    return "<p:sp><p:nvSpPr><p:cNvPr "
        + properties
        + "/><p:nvPr/></p:nvSpPr><p:spPr>"
        + shape
        + "</p:spPr><p:txBody>"
        + paragraphs
        + "</p:txBody></p:sp>";
  }

  private static String frame(String data) {
    return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr/></p:nvGraphicFramePr><a:graphic><a:graphicData>"
        + data
        + "</a:graphicData></a:graphic></p:graphicFrame>";
  }

  private static String para(String properties, String text) {
    return para(properties, "", "", text);
  }

  private static String para(String properties, String bullet, String run, String text) {
    return "<a:p><a:pPr "
        + properties
        + ">"
        + bullet
        + "</a:pPr><a:r><a:rPr "
        + run
        + "/><a:t>"
        + text
        + "</a:t></a:r></a:p>";
  }

  private static String run(String attributes, String properties, String text) {
    return "<a:p><a:r><a:rPr "
        + attributes
        + ">"
        + properties
        + "</a:rPr><a:t>"
        + text
        + "</a:t></a:r></a:p>";
  }

  private static String tc(String properties, String text) {
    return "<a:tc " + properties + "><a:txBody>" + para("", text) + "</a:txBody></a:tc>";
  }
}
