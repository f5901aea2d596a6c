package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class XlsxFormatTest {
  private static final String STYLES =
      """
      <s:numFmts><s:numFmt numFmtId='164' formatCode='#,##0.00\\ "EUR"'/>
        <s:numFmt numFmtId='165' formatCode=';;;'/><s:numFmt numFmtId='166' formatCode='dd/mm/yyyy hh:mm'/></s:numFmts>
      <s:fonts><s:font/><s:font><s:color rgb='FFFFFFFF'/></s:font></s:fonts>
      <s:fills><s:fill/><s:fill/><s:fill><s:patternFill patternType='solid'><s:fgColor rgb='FF000080'/></s:patternFill></s:fill></s:fills>
      <s:cellXfs><s:xf numFmtId='0'/><s:xf numFmtId='164'/><s:xf numFmtId='14'/><s:xf numFmtId='166'/>
        <s:xf numFmtId='165'/><s:xf numFmtId='0' fontId='1'/><s:xf numFmtId='0' fontId='1' fillId='2'/>
        <s:xf numFmtId='9'/><s:xf numFmtId='20'/></s:cellXfs>
      """;

  @Test
  void writesValuesAsTheSheetShowsThemInEveryLocale() throws IOException {
    String row =
        "<s:row r='1'>"
            + n("A1", 1, "1234.5")
            + n("B1", 2, "45000")
            + n("C1", 3, "45000.5")
            + n("D1", 7, "0.25")
            + n("E1", 8, "0.75")
            + n("F1", 0, "0.1")
            + n("G1", 0, "1E+20")
            + "<s:c r='H1' t='b'><s:v>1</s:v></s:c><s:c r='I1' t='e'><s:v>#DIV/0!</s:v></s:c>"
            + "<s:c r='J1' t='inlineStr'><s:is><s:r><s:t>in</s:t></s:r><s:r><s:t>line</s:t></s:r><s:rPh><s:t>x</s:t></s:rPh></s:is></s:c>"
            + "<s:c r='K1'><s:f>1+1</s:f><s:v>2</s:v></s:c></s:row>";
    String expected =
        "table 11/0 0,0=1,234.50 EUR 0,1=2023-03-15 0,2=2023-03-15T12:00:00 0,3=25% 0,4=18:00:00"
            + " 0,5=0.1 0,6=1E+20 0,7=TRUE 0,8=#DIV/0! 0,9=inline 0,10=2";
    Locale before = Locale.getDefault();
    try {
      for (Locale locale : List.of(Locale.GERMANY, Locale.forLanguageTag("ar-SA"), Locale.US)) {
        Locale.setDefault(locale);
        assertThat(shown("", row)).containsExactly("h1 Data", expected, "CODE K1 =1+1");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void countsDatesFrom1904WhereTheWorkbookSays() throws IOException {
    OfficeFile file =
        book(
            "<s:workbookPr date1904='1'/>",
            "<s:sheetData><s:row>" + n("A1", 2, "1") + n("B1", 2, "2") + "</s:row></s:sheetData>");
    assertThat(Shown.of(file.blocks())).contains("table 2/0 0,0=1904-01-02 0,1=1904-01-03");
  }

  @Test
  void cutsTablesAtEmptyRowsAndNamesHeaders() throws IOException {
    assertThat(
            shown(
                "",
                "<s:row r='1'>"
                    + t("B1", 0)
                    + "</s:row><s:row r='3'>"
                    + t("B3", 0)
                    + t("C3", 1)
                    + "</s:row><s:row r='4'>"
                    + t("B4", 2)
                    + n("C4", 0, "7")
                    + "</s:row><s:row r='6'>"
                    + n("A6", 0, "1")
                    + n("C6", 0, "3")
                    + "</s:row>"))
        .containsExactly(
            "h1 Data",
            "p alpha",
            "table 2/1 0,0=alpha 0,1=beta 1,0=gamma 1,1=7",
            "table 3/0 0,0=1 0,1= 0,2=3");
  }

  @Test
  void readsMergedCellsAsSpans() throws IOException {
    String rows =
        "<s:row r='1'>"
            + t("A1", 0)
            + t("C1", 1)
            + "</s:row><s:row r='2'>"
            + n("B2", 0, "1")
            + n("C2", 0, "2")
            + "</s:row>";
    String merges =
        "<s:mergeCells><s:mergeCell ref='A1:B1'/><s:mergeCell ref='C1:C2'/><s:mergeCell ref='junk'/></s:mergeCells>";
    OfficeFile file = book("", "<s:sheetData>" + rows + "</s:sheetData>" + merges);
    assertThat(Shown.of(file.blocks()))
        .containsExactly("h1 Data", "table 3/0 0,0(1x2)=alpha 0,2(2x1)=beta 1,0= 1,1=1");
  }

  @Test
  void setsAsideWhatASheetHides() throws IOException {
    String cols = "<s:cols><s:col min='2' max='2' hidden='1'/></s:cols>";
    String rows =
        "<s:row r='1'>"
            + t("A1", 0)
            + t("B1", 1)
            + n("C1", 0, "5")
            + "</s:row><s:row r='2' hidden='1'>"
            + t("A2", 2)
            + "</s:row><s:row r='3'>"
            + n("A3", 4, "42")
            + n("C3", 5, "7")
            + n("D3", 6, "8")
            + n("E3", 0, "9")
            + "</s:row>";
    assertThat(shown(cols, rows))
        .containsExactly(
            "h1 Data",
            "table 3/0 0,0=alpha 0,1= 0,2=5",
            "table 2/0 0,0=8 0,1=9",
            "MARKED_HIDDEN beta",
            "MARKED_HIDDEN gamma",
            "INVISIBLE 42",
            "COLOUR 7");
  }

  @Test
  void hidesEverythingOfAHiddenSheetAndCountsItsPage() throws IOException {
    OfficeFile file =
        OfficeFile.excel(
                "<s:sheets><s:sheet name='Secret' state='veryHidden' r:id='r1'/><s:sheet name='Open' r:id='r2'/>"
                    + "<s:sheet name='Lost' r:id='r3'/></s:sheets>")
            .part(
                "xl/s1.xml",
                "s:worksheet",
                "<s:sheetData><s:row>"
                    + n("A1", 0, "1")
                    + n("B1", 0, "2")
                    + "</s:row></s:sheetData>")
            .part(
                "xl/s2.xml",
                "s:worksheet",
                "<s:sheetData/><s:headerFooter><s:oddHeader>&amp;L&amp;\"Arial\"Top &amp;P</s:oddHeader></s:headerFooter>")
            .relate("xl/workbook.xml", "r1", "worksheet", "xl/s1.xml")
            .relate("xl/workbook.xml", "r2", "worksheet", "xl/s2.xml");
    assertThat(Shown.of(file.blocks()))
        .containsExactly(
            "MARKED_HIDDEN Secret",
            "MARKED_HIDDEN 1\t2",
            "h1 Open",
            "HEADER   Top  ",
            "dropped sheet NOT_READ");
    assertThat(file.blocks())
        .extracting(block -> block.regions().getFirst().page())
        .containsExactly(1, 1, 2, 2, 3);
  }

  @Test
  void readsCommentsAndSaysWhichFormulasHaveNoValue() throws IOException {
    OfficeFile file =
        book("", "<s:sheetData><s:row><s:c r='A1'><s:f>NOW()</s:f></s:c></s:row></s:sheetData>")
            .part(
                "xl/comments1.xml",
                "s:comments",
                "<s:commentList><s:comment ref='A1'><s:text><s:r><s:t>psst</s:t></s:r></s:text></s:comment></s:commentList>")
            .relate("xl/s1.xml", "c", "comments", "xl/comments1.xml");
    assertThat(Shown.of(file.blocks()))
        .containsExactly(
            "h1 Data", "CODE A1 =NOW()", "dropped formula NO_STORED_VALUE", "COMMENT psst");
  }

  @Test
  void placesCellsWithoutOrWithBrokenReferencesOneAfterTheOther() throws IOException {
    assertThat(
            shown(
                "",
                "<s:row><s:c><s:v>1</s:v></s:c><s:c r='ZZZZ9999999999'><s:v>2</s:v></s:c><s:c r='-1'><s:v>3</s:v></s:c></s:row>"
                    + "<s:row r='99999999999'><s:c t='s'><s:v>77</s:v></s:c><s:c t='s'><s:v>x</s:v></s:c><s:c s='999'><s:v>4</s:v></s:c></s:row>"))
        .containsExactly("h1 Data", "table 3/0 0,0=1 0,1=2 0,2=3 1,0= 1,1= 1,2=4");
  }

  @Test
  void leavesEmptyCellsOutOfATableThatIsMostlyEmpty() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 60; i++) {
      rows.append("<s:row r='").append(i).append("'>").append(n("A" + i, 0, "1"));
      rows.append(n("XFD" + i, 0, "2")).append("</s:row>");
    }
    List<String> shown = shown("", rows.toString());
    assertThat(shown).hasSize(2);
    assertThat(shown.getLast()).startsWith("table 16384/0 0,0=1 0,16383=2 1,0=1");
  }

  @Test
  void readsTextBoxesAndNamesPicturesAndCharts() throws IOException {
    String drawing =
        "<xdr:sp><xdr:nvSpPr><xdr:cNvPr descr='alt' title='t'/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>boxed</a:t></a:r>"
            + "</a:p></xdr:txBody></xdr:sp><xdr:pic><a:blip/></xdr:pic><c:chart/>";
    OfficeFile file =
        book("", "<s:sheetData/>")
            .part(
                "xl/drawing1.xml",
                "xdr:wsDr xmlns:xdr='http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'"
                    + " xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'",
                drawing)
            .part(
                "xl/threads.xml",
                "tc:ThreadedComments xmlns:tc='http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'",
                "<tc:threadedComment><tc:text>psst</tc:text></tc:threadedComment>")
            .relate("xl/s1.xml", "d", "drawing", "xl/drawing1.xml")
            .relate("xl/s1.xml", "t", "threadedComment", "xl/threads.xml");
    assertThat(Shown.of(file.blocks()))
        .containsExactly(
            "h1 Data",
            "COMMENT psst",
            "ALTERNATIVE alt",
            "ALTERNATIVE t",
            "p boxed",
            "figure",
            "dropped image NO_TEXT",
            "figure",
            "dropped chart NOT_READ");
  }

  private static List<String> shown(String before, String rows) throws IOException {
    return Shown.of(book("", before + "<s:sheetData>" + rows + "</s:sheetData>").blocks());
  }

  private static OfficeFile book(String properties, String sheet) {
    return OfficeFile.excel(properties + "<s:sheets><s:sheet name='Data' r:id='r1'/></s:sheets>")
        .part("xl/s1.xml", "s:worksheet", sheet)
        .part("xl/styles.xml", "s:styleSheet", STYLES)
        .part(
            "xl/strings.xml",
            "s:sst",
            "<s:si><s:t>alpha</s:t></s:si><s:si><s:t>beta</s:t></s:si><s:si><s:t>gamma</s:t></s:si>")
        .relate("xl/workbook.xml", "r1", "worksheet", "xl/s1.xml")
        .relate("xl/workbook.xml", "st", "styles", "xl/styles.xml")
        .relate("xl/workbook.xml", "ss", "sharedStrings", "xl/strings.xml");
  }

  private static String n(String reference, int style, String value) {
    return "<s:c r='" + reference + "' s='" + style + "'><s:v>" + value + "</s:v></s:c>";
  }

  private static String t(String reference, int string) {
    return "<s:c r='" + reference + "' t='s'><s:v>" + string + "</s:v></s:c>";
  }
}
