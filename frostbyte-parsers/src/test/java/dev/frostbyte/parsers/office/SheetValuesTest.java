package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cells of sheets hold besides the text they show. */
class SheetValuesTest {
  private static final String STYLES =
      """
      <s:numFmts><s:numFmt numFmtId='164' formatCode='0.0\\ "EUR"'/><s:numFmt numFmtId='165' formatCode='[h]:mm'/>
        <s:numFmt numFmtId='166' formatCode='[Red]General'/></s:numFmts>
      <s:cellXfs><s:xf numFmtId='0'/><s:xf numFmtId='164'/><s:xf numFmtId='14'/><s:xf numFmtId='20'/>
        <s:xf numFmtId='165'/><s:xf numFmtId='49'/><s:xf numFmtId='166'/><s:xf numFmtId='9'/></s:cellXfs>
      """;

  @Test
  void writesEveryDigitOfNumbersWithoutAFormat() throws IOException {
    assertThat(texts(0, "4006381333931", "-123456789012", "4.006381333931E12", "9007199254740992"))
        .containsExactly("4006381333931", "-123456789012", "4006381333931", "9007199254740992");
    assertThat(texts(0, "1234567.891234", "0.1", "8.0500000000000007", "0.0000001", "-0"))
        .containsExactly("1234567.891234", "0.1", "8.05", "0.0000001", "0");
    assertThat(texts(0, "12345678901234567890", "1E+20", "1.5E-300", "-2.5e-12", "1E999999999"))
        .containsExactly("1.23456789012346E+19", "1E+20", "1.5E-300", "-2.5E-12", "1E+999999999");
  }

  @Test
  void writesThemWithTheFormatForTextAndWithAColourToo() throws IOException {
    assertThat(texts(5, "4006381333931")).containsExactly("4006381333931");
    assertThat(texts(6, "4006381333931")).containsExactly("4006381333931");
  }

  @Test
  void tellsTheKindOfEachCellAndItsValueWhereTheTextIsLess() throws IOException {
    String rows =
        "<s:row r='1'>"
            + n("A1", 1, "1234.56")
            + n("B1", 0, "12")
            + n("C1", 2, "45000.5")
            + n("D1", 3, "45000.75")
            + "<s:c r='E1' t='b'><s:v>1</s:v></s:c><s:c r='F1' t='e'><s:v>#N/A</s:v></s:c>"
            + "<s:c r='G1' t='str'><s:v>7</s:v></s:c></s:row><s:row r='2'>"
            + n("B2", 7, "0.256")
            + n("C2", 2, "45000")
            + n("D2", 3, "0.75")
            + n("E2", 0, "12345678901234567890")
            + n("F2", 0, "words")
            + "</s:row>";
    assertThat(held(rows))
        .containsExactly(
            "1234.6 EUR NUMBER 1234.56",
            "12 NUMBER",
            "2023-03-15 DATE 2023-03-15T12:00:00",
            "18:00:00 DATE 2023-03-15T18:00:00",
            "TRUE BOOLEAN",
            "#N/A ERROR",
            "7 TEXT",
            " EMPTY",
            "26% NUMBER 0.256",
            "2023-03-15 DATE",
            "18:00:00 DATE",
            "1.23456789012346E+19 NUMBER 12345678901234567890",
            "words TEXT",
            " EMPTY");
  }

  @Test
  void countsDurationsPastADay() throws IOException {
    assertThat(held("<s:row>" + n("A1", 4, "1.5") + n("B1", 4, "0.25") + "</s:row>"))
        .containsExactly("36:00:00 NUMBER 1.5", "6:00:00 NUMBER 0.25");
  }

  @Test
  void tellsWhatAnOpenDocumentSheetSays() throws IOException {
    String cell =
        "<table:table-cell office:value-type='%s' %s><text:p>%s</text:p></table:table-cell>";
    String row =
        String.format(cell, "currency", "office:value='1234.5678'", "1,234.57 EUR")
            + String.format(cell, "float", "office:value='12'", "12")
            + String.format(cell, "date", "office:date-value='2023-03-15'", "15.03.23")
            + String.format(cell, "boolean", "office:boolean-value='true'", "WAHR")
            + String.format(cell, "string", "", "words")
            + "<table:table-cell/><table:table-cell><text:p>untold</text:p></table:table-cell>";
    Block.Table table =
        table(
            OdfFile.sheets(
                    "<table:table table:name='T'><table:table-row>"
                        + row
                        + "</table:table-row></table:table>")
                .blocks());
    assertThat(table.cells().stream().map(SheetValuesTest::line))
        .containsExactly(
            "1,234.57 EUR NUMBER 1234.5678",
            "12 NUMBER",
            "15.03.23 DATE 2023-03-15",
            "WAHR BOOLEAN",
            "words TEXT",
            " EMPTY",
            "untold TEXT");
  }

  private static List<String> texts(int style, String... stored) throws IOException {
    StringBuilder cells = new StringBuilder();
    for (String each : stored) {
      cells.append("<s:c s='" + style + "'><s:v>" + each + "</s:v></s:c>");
    }
    return table(book("<s:row>" + cells + "<s:c><s:v>0</s:v></s:c></s:row>").blocks())
        .cells()
        .stream()
        .limit(stored.length)
        .map(each -> each.text().value())
        .toList();
  }

  private static List<String> held(String rows) throws IOException {
    return table(book(rows).blocks()).cells().stream().map(SheetValuesTest::line).toList();
  }

  private static String line(Block.Cell cell) {
    String exact = cell.value().exact().value();
    return cell.text().value() + " " + cell.value().kind() + (exact.isEmpty() ? "" : " " + exact);
  }

  private static Block.Table table(List<Block> blocks) {
    return blocks.stream()
        .filter(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static OfficeFile book(String rows) {
    return OfficeFile.excel("<s:sheets><s:sheet name='Data' r:id='r1'/></s:sheets>")
        .part("xl/s1.xml", "s:worksheet", "<s:sheetData>" + rows + "</s:sheetData>")
        .part("xl/styles.xml", "s:styleSheet", STYLES)
        .relate("xl/workbook.xml", "r1", "worksheet", "xl/s1.xml")
        .relate("xl/workbook.xml", "st", "styles", "xl/styles.xml");
  }

  private static String n(String reference, int style, String value) {
    return "<s:c r='" + reference + "' s='" + style + "'><s:v>" + value + "</s:v></s:c>";
  }
}
