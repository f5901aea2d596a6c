package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CellValue;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Charts and diagrams of documents, decks and workbooks. */
class GraphicsTest {
  private static final String C =
      " xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'"
          + " xmlns:dgm='http://schemas.openxmlformats.org/drawingml/2006/diagram'";
  private static final String CHART = "<c:chart" + C + " r:id='g'/>";
  private static final String DIAGRAM = "<dgm:relIds" + C + " r:dm='g'/>";

  private static final String SALES =
      chart(
          title("Sales"),
          "<c:barChart>"
              + series("North", strings("Q1", "Q2"), numbers("General", "1.5", "12345678901234"))
              + series("South", strings("Q1", "Q2"), numbers("0%", "0.30000000000000004"))
              + "</c:barChart><c:catAx>"
              + title("Quarter")
              + "</c:catAx><c:valAx><c:axPos val='l'/>"
              + title("Million EUR")
              + "</c:valAx>");
  private static final List<String> SHOWN =
      List.of(
          "p Million EUR",
          "table [Sales] 3/1 0,0=Quarter 0,1=North 0,2=South 1,0=Q1 1,1=1.5 1,2=0.3 2,0=Q2"
              + " 2,1=12345678901234");

  @Test
  void readsChartsOfDocumentsDecksAndWorkbooks() throws IOException {
    assertThat(Shown.of(word(CHART, "chart", "c:chartSpace" + C, SALES).blocks())).isEqualTo(SHOWN);
    assertThat(Shown.of(deck("", CHART, "c:chartSpace" + C, SALES).blocks())).isEqualTo(SHOWN);
    OfficeFile book =
        OfficeFile.excel("<s:sheets><s:sheet name='Data' r:id='r1'/></s:sheets>")
            .part("xl/s1.xml", "s:worksheet", "<s:sheetData/>")
            .part("xl/d.xml", "x", "<a:graphic>" + CHART + "</a:graphic>")
            .part("xl/g.xml", "c:chartSpace" + C, SALES)
            .relate("xl/workbook.xml", "r1", "worksheet", "xl/s1.xml")
            .relate("xl/s1.xml", "d", "drawing", "xl/d.xml")
            .relate("xl/d.xml", "g", "chart", "xl/g.xml");
    assertThat(Shown.of(book.blocks()).subList(1, 3)).isEqualTo(SHOWN);
  }

  @Test
  void keepsTheValueThatAChartRounds() throws IOException {
    Block.Table table =
        (Block.Table) word(CHART, "chart", "c:chartSpace" + C, SALES).blocks().getLast().bare();
    assertThat(table.cells().get(5).value())
        .isEqualTo(CellValue.of(CellValue.Kind.NUMBER, "0.30000000000000004", "0.3"));
  }

  @Test
  void tellsSeriesWithOtherCategoriesApartAndDatesAsDates() throws IOException {
    String points =
        chart(
            "",
            "<c:scatterChart><c:ser><c:tx><c:v>A</c:v></c:tx><c:xVal>"
                + numbers("d/m/yyyy", "45000")
                + "</c:xVal><c:yVal>"
                + numbers("General", "1")
                + "</c:yVal></c:ser><c:ser><c:xVal>"
                + numbers("General", "7")
                + "</c:xVal><c:yVal>"
                + numbers("General", "2")
                + "</c:yVal></c:ser></c:scatterChart><c:valAx><c:axPos val='b'/>"
                + title("Day")
                + "</c:valAx>");
    assertThat(Shown.of(word(CHART, "chart", "c:chartSpace" + C, points).blocks()))
        .containsExactly(
            "table 2/1 0,0=Day 0,1=A 1,0=2023-03-15 1,1=1", "table 2/1 0,0=Day 0,1= 1,0=7 1,1=2");
  }

  @Test
  void joinsCategoriesOfSeveralLevels() throws IOException {
    String levels =
        "<c:multiLvlStrRef><c:multiLvlStrCache><c:lvl>"
            + point(0, "Jan")
            + point(1, "Feb")
            + point(2, "Jan")
            + "</c:lvl><c:lvl>"
            + point(0, "2024")
            + point(2, "2025")
            + "</c:lvl></c:multiLvlStrCache></c:multiLvlStrRef>";
    String chart =
        chart(
            "",
            "<c:lineChart>"
                + series("S", levels, numbers("General", "1", "2", "3"))
                + "</c:lineChart><c:catAx/>");
    assertThat(Shown.of(word(CHART, "chart", "c:chartSpace" + C, chart).blocks()))
        .containsExactly(
            "table 2/1 0,0= 0,1=S 1,0=2024 Jan 1,1=1 2,0=2024 Feb 2,1=2 3,0=2025 Jan 3,1=3");
  }

  @Test
  void makesNoHugeTableOfAPointWithAHugeNumber() throws IOException {
    String far = "<c:numLit>" + point(9_999_999, "1") + point(99_999_999, "2") + "</c:numLit>";
    String chart = chart("", "<c:pieChart>" + series("S", "", far) + "</c:pieChart>");
    assertThat(Shown.of(word(CHART, "chart", "c:chartSpace" + C, chart).blocks()))
        .containsExactly("table 2/1 0,0= 0,1=S 1,1=1");
  }

  @Test
  void readsADiagramAsAListInTheOrderOfItsModel() throws IOException {
    String model =
        "<dgm:ptLst>"
            + pt("d", "type='doc'", "")
            + pt("b", "", "second")
            + pt("a", "", "first")
            + pt("c", "", "below")
            + pt("x", "type='pres'", "look")
            + pt("l", "", "left over")
            + "</dgm:ptLst><dgm:cxnLst>"
            + cxn("d", "b", 1)
            + cxn("d", "a", 0)
            + cxn("a", "c", 0)
            + cxn("c", "a", 0)
            + "</dgm:cxnLst>";
    List<String> shown =
        List.of("li0 [] first", "li1 [] below", "li0 [] second", "li0 [] left over");
    assertThat(Shown.of(word(DIAGRAM, "diagramData", "dgm:dataModel" + C, model).blocks()))
        .isEqualTo(shown);
    assertThat(Shown.of(deck("", DIAGRAM, "dgm:dataModel" + C, model).blocks())).isEqualTo(shown);
  }

  @Test
  void setsAsideWhatAHiddenSlideShows() throws IOException {
    assertThat(Shown.of(deck("show='0'", CHART, "c:chartSpace" + C, SALES).blocks()))
        .containsExactly(
            "MARKED_HIDDEN Sales\n"
                + "Quarter\n"
                + "Million EUR\n"
                + "North\n"
                + "Q1\n"
                + "Q2\n"
                + "1.5\n"
                + "12345678901234\n"
                + "South\n"
                + "Q1\n"
                + "Q2\n"
                + "0.3");
  }

  @Test
  void reportsWhatHasNeitherWordsNorData() throws IOException {
    List<String> unread = List.of("figure", "dropped chart NOT_READ");
    assertThat(Shown.of(word(CHART, "chart", "c:chartSpace" + C, "").blocks())).isEqualTo(unread);
    OfficeFile broken =
        word(CHART, "chart", "c:chartSpace" + C, "").raw("word/g.xml", "<a><b></a>");
    assertThat(Shown.of(broken.blocks())).isEqualTo(unread);
    OfficeFile lost = OfficeFile.word("<w:p><w:r><w:drawing>" + CHART + "</w:drawing></w:r></w:p>");
    assertThat(Shown.of(lost.blocks())).isEqualTo(unread);
    assertThat(Shown.of(deck("", DIAGRAM, "dgm:dataModel" + C, "").blocks()))
        .containsExactly("figure", "dropped diagram NOT_READ");
  }

  @Test
  void isAFigureUnderItsTitleWithoutData() throws IOException {
    String chart = chart(title("Nothing yet"), "");
    assertThat(Shown.of(word(CHART, "chart", "c:chartSpace" + C, chart).blocks()))
        .containsExactly("figure Nothing yet");
  }

  private static OfficeFile word(String reference, String type, String root, String content) {
    return OfficeFile.word("<w:p><w:r><w:drawing>" + reference + "</w:drawing></w:r></w:p>")
        .part("word/g.xml", root, content)
        .relate("word/document.xml", "g", type, "word/g.xml");
  }

  private static OfficeFile deck(String slide, String reference, String root, String content) {
    String frame =
        "<p:graphicFrame><a:graphic><a:graphicData>"
            + reference
            + "</a:graphicData></a:graphic></p:graphicFrame>";
    return OfficeFile.slides("<p:sldIdLst><p:sldId r:id='s1'/></p:sldIdLst>")
        .part(
            "ppt/slide1.xml",
            "p:sld " + slide,
            "<p:cSld><p:spTree>" + frame + "</p:spTree></p:cSld>")
        .part("ppt/g.xml", root, content)
        .relate("ppt/presentation.xml", "s1", "slide", "ppt/slide1.xml")
        .relate("ppt/slide1.xml", "g", "graphic", "ppt/g.xml");
  }

  private static String chart(String title, String plot) {
    return "<c:chart>" + title + "<c:plotArea>" + plot + "</c:plotArea><c:legend/></c:chart>";
  }

  private static String title(String text) {
    return "<c:title><c:tx><c:rich><a:p><a:r><a:t>"
        + text
        + "</a:t></a:r></a:p></c:rich></c:tx></c:title>";
  }

  private static String series(String name, String categories, String values) {
    return "<c:ser><c:tx><c:strRef><c:strCache>"
        + point(0, name)
        + "</c:strCache></c:strRef></c:tx><c:cat>"
        + categories
        + "</c:cat><c:val>"
        + values
        + "</c:val></c:ser>";
  }

  private static String strings(String... texts) {
    return "<c:strRef><c:strCache>" + points(texts) + "</c:strCache></c:strRef>";
  }

  private static String numbers(String code, String... values) {
    return "<c:numRef><c:numCache><c:formatCode>"
        + code
        + "</c:formatCode>"
        + points(values)
        + "</c:numCache></c:numRef>";
  }

  private static String points(String... values) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      points.append(point(i, values[i]));
    }
    return points.toString();
  }

  private static String point(int number, String value) {
    return "<c:pt idx='" + number + "'><c:v>" + value + "</c:v></c:pt>";
  }

  private static String pt(String id, String type, String text) {
    return "<dgm:pt modelId='"
        + id
        + "' "
        + type
        + "><dgm:t><a:p><a:r><a:t>"
        + text
        + "</a:t></a:r></a:p></dgm:t></dgm:pt>";
  }

  private static String cxn(String from, String to, int order) {
    return "<dgm:cxn srcId='" + from + "' destId='" + to + "' srcOrd='" + order + "'/>";
  }
}
