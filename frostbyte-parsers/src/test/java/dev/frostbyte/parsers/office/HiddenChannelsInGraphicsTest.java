package dev.frostbyte.parsers.office;

import static dev.frostbyte.parsers.office.ChartXml.AXES;
import static dev.frostbyte.parsers.office.ChartXml.LEGEND;
import static dev.frostbyte.parsers.office.ChartXml.bars;
import static dev.frostbyte.parsers.office.ChartXml.chart;
import static dev.frostbyte.parsers.office.ChartXml.inner;
import static dev.frostbyte.parsers.office.ChartXml.labelled;
import static dev.frostbyte.parsers.office.ChartXml.labels;
import static dev.frostbyte.parsers.office.ChartXml.numbers;
import static dev.frostbyte.parsers.office.ChartXml.plot;
import static dev.frostbyte.parsers.office.ChartXml.point;
import static dev.frostbyte.parsers.office.ChartXml.properties;
import static dev.frostbyte.parsers.office.ChartXml.ser;
import static dev.frostbyte.parsers.office.ChartXml.solid;
import static dev.frostbyte.parsers.office.ChartXml.strings;
import static dev.frostbyte.parsers.office.ChartXml.title;
import static dev.frostbyte.parsers.office.ChartXml.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of charts and diagrams nobody sees is evidence and no text. */
class HiddenChannelsInGraphicsTest {
  private static final String C =
      " xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'"
          + " xmlns:dgm='http://schemas.openxmlformats.org/drawingml/2006/diagram'"
          + " xmlns:dsp='http://schemas.microsoft.com/office/drawing/2008/diagram'"
          + " xmlns:c15='http://schemas.microsoft.com/office/drawing/2012/chart'";
  private static final String WHITE = "<a:solidFill><a:srgbClr val='FFFFFF'/></a:solidFill>";
  private static final String CLEAR =
      "<a:solidFill><a:srgbClr val='000000'><a:alpha val='1000'/></a:srgbClr></a:solidFill>";

  @Test
  void keepsTitlesAsideThatNobodySees() throws IOException {
    assertHidden("SIZE", chart(title("sz='100'", "")));
    assertHidden("INVISIBLE", chart(title("", CLEAR)));
    assertHidden("INVISIBLE", chart(title("", "<a:noFill/>")));
    assertHidden("COLOUR", chart(title("", WHITE)));
    assertHidden("COLOUR", chart(title("", solid("112233")), solid("102030")));
    assertHidden("MARKED_HIDDEN", chart("<c:autoTitleDeleted val='1'/>" + title("", "")));
    assertShown(chart(title("", "")));
    assertShown(chart(title("", WHITE), solid("102030")));
    assertShown(chart(title("", WHITE), "<a:gradFill/>"));
  }

  @Test
  void inheritsTheLookOfTitles() throws IOException {
    String run = "<a:p><a:r><a:t>secret words</a:t></a:r></a:p>";
    String rich = "<c:title><c:tx><c:rich>%s" + run + "</c:rich></c:tx>%s</c:title>";
    String list = "<a:lstStyle><a:lvl1pPr><a:defRPr sz='100'/></a:lvl1pPr></a:lstStyle>";
    assertHidden("SIZE", chart(rich.formatted(list, "")));
    assertHidden("SIZE", chart(rich.formatted("", properties("sz='100'", ""))));
    assertHidden("COLOUR", chart(rich.formatted("", properties("", WHITE))));
    assertShown(
        chart(
            rich.formatted(
                "", properties("", WHITE) + "<c:spPr>" + solid("000000") + "</c:spPr>")));
    String linked =
        "<c:title><c:tx>"
            + strings("secret words")
            + "</c:tx>"
            + properties("sz='100'", "")
            + "</c:title>";
    assertHidden("SIZE", chart(linked));
    assertHidden("SIZE", chart(title("", "")).replace("<end/>", properties("sz='100'", "")));
  }

  @Test
  void keepsTitlesOfDeletedAxesAside() throws IOException {
    String axis = "<c:valAx><c:delete%s/>" + title("", "") + "</c:valAx>";
    assertHidden("MARKED_HIDDEN", plot(axis.formatted(""), LEGEND));
    assertHidden("MARKED_HIDDEN", plot(axis.formatted(" val='1'"), LEGEND));
    assertShown(plot(axis.formatted(" val='0'"), LEGEND));
  }

  @Test
  void keepsNamesAsideThatNoLegendShows() throws IOException {
    String bars = bars(ser("secret words", strings("Q1"), "1") + ser("B", strings("Q1"), "2"));
    String entry = "<c:legend><c:legendEntry><c:idx val='%d'/>%s</c:legendEntry></c:legend>";
    assertHidden("MARKED_HIDDEN", plot(bars, ""));
    assertHidden("MARKED_HIDDEN", plot(bars, entry.formatted(0, "<c:delete val='1'/>")));
    assertHidden("MARKED_HIDDEN", plot(bars, entry.formatted(0, properties("sz='100'", ""))));
    String white = "<c:legend>" + properties("", WHITE) + "</c:legend>";
    assertHidden("MARKED_HIDDEN", plot(bars, white));
    assertShown(plot(bars, entry.formatted(1, "<c:delete val='1'/>")));
    assertShown(plot(bars, LEGEND));
    assertShown(plot(bars.replace("</c:barChart>", "</c:barChart><c:dTable/>"), ""));
    String labelled =
        ser("secret words", "", "1")
            .replace("<c:val>", labels("<c:showSerName val='1'/>") + "<c:val>");
    assertShown(plot(bars(labelled), ""));
    assertHidden(
        "MARKED_HIDDEN",
        plot(
            bars(labelled.replace("<c:dLbls>", "<c:dLbls><c:delete val='1'/>")),
            "<c:autoTitleDeleted val='1'/>"));
  }

  @Test
  void keepsCategoriesAsideThatNoAxisShows() throws IOException {
    String one = bars(ser("A", strings("secret words"), "1"));
    assertShown(plot(one, LEGEND));
    assertHidden(
        "MARKED_HIDDEN", plot(one.replace("<c:delete val='0'/>", "<c:delete val='1'/>"), LEGEND));
    assertHidden(
        "MARKED_HIDDEN",
        plot(one.replace("<c:delete val='0'/>", "<c:tickLblPos val='none'/>"), LEGEND));
    assertHidden(
        "MARKED_HIDDEN",
        plot(one.replace("<c:delete val='0'/>", properties("sz='100'", "")), LEGEND));
    String second = bars(ser("A", strings("Q1"), "1") + ser("B", strings("secret words"), "2"));
    assertHidden("MARKED_HIDDEN", plot(second, LEGEND));
    String pie = "<c:pieChart>" + ser("", strings("secret words"), "1") + "</c:pieChart>";
    assertShown(plot(pie, LEGEND));
    assertHidden("MARKED_HIDDEN", plot(pie, ""));
    assertHidden(
        "MARKED_HIDDEN",
        plot(
            pie,
            "<c:legend><c:legendEntry><c:idx val='0'/><c:delete/></c:legendEntry></c:legend>"));
  }

  @Test
  void takesNoWordsForValues() throws IOException {
    String words = bars(ser("A", strings("Q1"), "secret words"));
    assertHidden("MARKED_HIDDEN", plot(words, LEGEND));
    String places =
        "<c:scatterChart><c:ser><c:xVal>"
            + strings("secret words")
            + "</c:xVal><c:yVal>"
            + numbers("1")
            + "</c:yVal></c:ser></c:scatterChart>";
    assertHidden("MARKED_HIDDEN", plot(places, LEGEND));
  }

  @Test
  void keepsLabelsAsideThatNobodySees() throws IOException {
    String label = "<c:dLbl>%s<c:tx><c:rich>" + words("%s", "%s") + "</c:rich></c:tx></c:dLbl>";
    assertHidden("SIZE", labelled(label.formatted("", "sz='100'", "")));
    assertHidden("INVISIBLE", labelled(label.formatted("", "", "<a:noFill/>")));
    assertHidden("MARKED_HIDDEN", labelled(label.formatted("<c:delete val='1'/>", "", "")));
    assertHidden("COLOUR", labelled(label.formatted("<c:spPr>" + WHITE + "</c:spPr>", "", WHITE)));
    assertShown(labelled(label.formatted("", "", WHITE)));
    assertShown(labelled(label.formatted("", "", "")));
  }

  @Test
  void keepsAsideWhatAFilterLeavesOut() throws IOException {
    String out =
        "<c:extLst><c:ext><c15:filteredBarSeries><c15:ser>"
            + inner("secret words", "", "7")
            + "</c15:ser></c15:filteredBarSeries></c:ext></c:extLst>";
    assertHidden(
        "MARKED_HIDDEN",
        plot("<c:barChart>" + ser("A", "", "1") + out + "</c:barChart>" + AXES, LEGEND));
    String range =
        "<c:extLst><c:ext><c15:datalabelsRange><c15:f>S!A1</c15:f><c15:dlblRangeCache>"
            + point(0, "secret words")
            + "</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>";
    String series = ser("A", "", "1").replace("</c:ser>", range + "</c:ser>");
    assertHidden("MARKED_HIDDEN", plot(bars(series), LEGEND));
    assertShown(
        plot(
            bars(
                series.replace(
                    "<c:val>",
                    labels("<c:extLst><c:ext><c15:showDataLabelsRange val='1'/></c:ext></c:extLst>")
                        + "<c:val>")),
            LEGEND));
  }

  @Test
  void keepsTextsOfDiagramsAsideThatNobodySees() throws IOException {
    assertThat(diagram(words("", ""), "")).contains("li0 [] secret words");
    assertThat(diagram(words("sz='100'", ""), "")).containsExactly("SIZE secret words");
    assertThat(diagram(words("", CLEAR), "")).containsExactly("INVISIBLE secret words");
    assertThat(diagram(words("", "<a:noFill/>"), "")).containsExactly("INVISIBLE secret words");
  }

  /** The drawing is what is seen of a diagram. */
  @Test
  void takesTheDrawingOfADiagramForWhatIsSeen() throws IOException {
    assertThat(diagram(words("", ""), drawn(words("", WHITE), WHITE)))
        .containsExactly("COLOUR secret words");
    assertThat(diagram(words("", ""), drawn(words("", WHITE), "<a:noFill/>")))
        .containsExactly("COLOUR secret words");
    assertThat(diagram(words("", ""), drawn(words("", WHITE), solid("102030"))))
        .containsExactly("li0 [] secret words");
    assertThat(diagram(words("", ""), drawn(words("sz='100'", ""), "")))
        .containsExactly("SIZE secret words");
    assertThat(diagram(words("", ""), drawn("<a:p><a:r><a:t>other</a:t></a:r></a:p>", "")))
        .containsExactly("MARKED_HIDDEN secret words");
  }

  @Test
  void showsNothingOfAHiddenSheetsDrawing() throws IOException {
    String anchor = "<xdr:sp%s><xdr:txBody>" + words("%s", "") + "</xdr:txBody></xdr:sp>";
    assertThat(sheet("", anchor.formatted("", ""))).contains("p secret words");
    assertThat(sheet("", anchor.formatted("", "sz='100'")))
        .contains("SIZE secret words")
        .doesNotContain("p secret words");
    assertThat(sheet("state='hidden'", anchor.formatted("", "")))
        .contains("MARKED_HIDDEN secret words")
        .doesNotContain("p secret words");
    String unseen =
        "<xdr:sp><xdr:nvSpPr><xdr:cNvPr hidden='1'/></xdr:nvSpPr><xdr:txBody>"
            + words("", "")
            + "</xdr:txBody></xdr:sp>";
    assertThat(sheet("", unseen))
        .contains("MARKED_HIDDEN secret words")
        .doesNotContain("p secret words");
  }

  private static void assertHidden(String channel, String chart) throws IOException {
    List<String> shown = shown(chart);
    assertThat(shown).anyMatch(each -> each.startsWith(channel + " secret words"));
    assertThat(shown).filteredOn(each -> each.contains("secret")).hasSize(1);
  }

  private static void assertShown(String chart) throws IOException {
    assertThat(shown(chart))
        .filteredOn(each -> each.contains("secret"))
        .isNotEmpty()
        .noneMatch(each -> each.matches("(SIZE|COLOUR|INVISIBLE|MARKED_HIDDEN) .*"));
  }

  private static List<String> shown(String chart) throws IOException {
    OfficeFile file =
        OfficeFile.word("<w:p><w:r><w:drawing><c:chart" + C + " r:id='g'/></w:drawing></w:r></w:p>")
            .part("word/g.xml", "c:chartSpace" + C, chart)
            .relate("word/document.xml", "g", "chart", "word/g.xml");
    return Shown.of(file.blocks());
  }

  private static List<String> diagram(String body, String drawing) throws IOException {
    String more =
        drawing.isEmpty()
            ? ""
            : "<dgm:extLst><a:ext><dsp:dataModelExt relId='dr'/></a:ext></dgm:extLst>";
    String model =
        "<dgm:ptLst><dgm:pt modelId='1'><dgm:t>" + body + "</dgm:t></dgm:pt></dgm:ptLst>" + more;
    OfficeFile file =
        OfficeFile.word(
                "<w:p><w:r><w:drawing><dgm:relIds" + C + " r:dm='g'/></w:drawing></w:r></w:p>")
            .part("word/g.xml", "dgm:dataModel" + C, model)
            .part("word/dr.xml", "dsp:drawing" + C, drawing)
            .relate("word/document.xml", "g", "diagramData", "word/g.xml")
            .relate("word/document.xml", "dr", "diagramDrawing", "word/dr.xml");
    return Shown.of(file.blocks());
  }

  private static List<String> sheet(String state, String drawing) throws IOException {
    OfficeFile book =
        OfficeFile.excel("<s:sheets><s:sheet name='Data' r:id='r1' " + state + "/></s:sheets>")
            .part("xl/s1.xml", "s:worksheet", "<s:sheetData/>")
            .part(
                "xl/d.xml",
                "xdr:wsDr xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'",
                drawing)
            .relate("xl/workbook.xml", "r1", "worksheet", "xl/s1.xml")
            .relate("xl/s1.xml", "d", "drawing", "xl/d.xml");
    return Shown.of(book.blocks());
  }

  private static String drawn(String body, String fill) {
    return "<dsp:spTree><dsp:sp><dsp:spPr>"
        + fill
        + "</dsp:spPr><dsp:txBody>"
        + body
        + "</dsp:txBody></dsp:sp></dsp:spTree>";
  }
}
