package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A reading that a budget cuts keeps the block that waited for its caption. */
class CutReadingsTest {
  private static final String LONG = "x".repeat(100);
  private static final String TABLE = "table 2/0 0,0=kept 0,1=x";

  @Test
  void ofWordKeepsTheTableBeforeTheCut() throws IOException {
    byte[] bytes = OfficeFile.word(table() + paragraph(LONG)).bytes();
    assertThat(cut(new DocxParserProvider(), bytes)).containsExactly(TABLE);
  }

  @Test
  void keepsWhatFollowsTheTableAsWell() throws IOException {
    String hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>";
    byte[] bytes = OfficeFile.word(table() + hidden + paragraph(LONG)).bytes();
    assertThat(cut(new DocxParserProvider(), bytes)).containsExactly(TABLE, "MARKED_HIDDEN unseen");
  }

  @Test
  void ofOpenDocumentKeepsTheTableBeforeTheCut() throws IOException {
    String table =
        "<table:table><table:table-row><table:table-cell><text:p>kept</text:p>"
            + "</table:table-cell><table:table-cell><text:p>x</text:p></table:table-cell>"
            + "</table:table-row></table:table>";
    byte[] bytes = OdfFile.text(table + "<text:p>" + LONG + "</text:p>").bytes();
    assertThat(cut(new OdtParserProvider(), bytes)).containsExactly(TABLE);
  }

  @Test
  void ofWordKeepsTheCellsBeforeTheCut() throws IOException {
    String table = "<w:tbl><w:tr>" + cell("kept") + cell("x") + cell(LONG) + "</w:tr></w:tbl>";
    assertThat(cut(new DocxParserProvider(), OfficeFile.word(table).bytes()))
        .containsExactly(TABLE);
  }

  @Test
  void ofWorkbooksKeepsTheCellsBeforeTheCutAndTheHiddenOnes() throws IOException {
    String rows =
        "<s:sheetData><s:row r='1'>"
            + inline("kept")
            + inline("x")
            + "</s:row>"
            + "<s:row r='2' hidden='1'>"
            + inline("unseen")
            + "</s:row>"
            + "<s:row r='3'>"
            + inline(LONG)
            + "</s:row></s:sheetData>";
    OfficeFile book =
        OfficeFile.excel("<s:sheets><s:sheet name='S' r:id='r1'/></s:sheets>")
            .part("xl/s1.xml", "s:worksheet", rows)
            .relate("xl/workbook.xml", "r1", "worksheet", "xl/s1.xml");
    assertThat(cut(new XlsxParserProvider(), book.bytes()))
        .containsExactly("h1 S", TABLE, "MARKED_HIDDEN unseen");
  }

  @Test
  void ofOpenDocumentSheetsKeepsTheCellsBeforeTheCut() throws IOException {
    String sheet =
        "<table:table table:name='S'><table:table-row>"
            + odsCell("kept")
            + odsCell("x")
            + "</table:table-row><table:table-row>"
            + odsCell(LONG)
            + "</table:table-row></table:table>";
    assertThat(cut(new OdsParserProvider(), OdfFile.sheets(sheet).bytes()))
        .containsExactly("h1 S", TABLE);
  }

  @Test
  void ofRtfKeepsTheTableBeforeTheCut() throws IOException {
    String rtf =
        "{\\rtf1\\ansi \\trowd\\cellx1000\\cellx2000\\pard\\intbl kept\\cell x\\cell\\row\\pard "
            + LONG
            + "\\par}";
    assertThat(cut(new RtfParserProvider(), rtf.getBytes(StandardCharsets.US_ASCII)))
        .containsExactly(TABLE);
  }

  @Test
  void ofOldWorkbooksKeepsTheTableBeforeTheCut() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      HSSFSheet sheet = workbook.createSheet("S");
      sheet.createRow(0).createCell(0).setCellValue("a");
      sheet.createRow(1).createCell(0).setCellValue("b");
      workbook.createSheet("T").createRow(0).createCell(0).setCellValue(LONG);
      workbook.write(out);
    }
    assertThat(cut(new XlsParserProvider(), out.toByteArray()))
        .containsExactly("h1 S", "table 1/1 0,0=a 1,0=b", "h1 T");
  }

  @Test
  void ofBooksKeepsTheTableBeforeTheCut() throws IOException {
    byte[] bytes =
        EpubParserTest.bytes(
            "<table><tr><th>a<th>b<tr><td>1<td>2</table><p>one</p><p>two</p><p>three</p>");
    assertThat(cut(new EpubParserProvider(), bytes, limits(4, 50), new ArrayList<>()))
        .contains("table 2/1 0,0=a 0,1=b 1,0=1 1,1=2");
  }

  @Test
  void handsNothingMoreToASinkThatHasRefusedABlock() throws IOException {
    byte[] bytes = OfficeFile.word(table() + paragraph("a") + table()).bytes();
    List<Block> taken = new ArrayList<>();
    ElementSink sink =
        block -> {
          if (block.bare() instanceof Block.Table) {
            throw new BudgetReachedException("maxElements", 0);
          }
          taken.add(block);
        };
    assertThatThrownBy(() -> parse(new DocxParserProvider(), bytes, ParseLimits.DEFAULT, sink))
        .isInstanceOf(BudgetReachedException.class);
    assertThat(taken).isEmpty();
  }

  private static List<String> cut(ParserProvider provider, byte[] bytes) {
    return cut(provider, bytes, limits(99, 50), new ArrayList<>());
  }

  private static List<String> cut(
      ParserProvider provider, byte[] bytes, ParseLimits limits, List<Block> blocks) {
    assertThatThrownBy(() -> parse(provider, bytes, limits, blocks::add))
        .isInstanceOf(BudgetReachedException.class);
    return Shown.of(blocks);
  }

  private static void parse(
      ParserProvider provider, byte[] bytes, ParseLimits limits, ElementSink sink)
      throws IOException {
    try (DocumentParser parser = provider.open(StageConfig.none())) {
      parser.parse(DocumentSource.of(bytes), MediaType.UNKNOWN, limits, sink);
    }
  }

  private static ParseLimits limits(int elements, int characters) {
    return new ParseLimits(9, elements, characters, 99, 1 << 20, 200, 99, Duration.ofMinutes(1));
  }

  private static String inline(String text) {
    return "<s:c t='inlineStr'><s:is><s:t>" + text + "</s:t></s:is></s:c>";
  }

  private static String odsCell(String text) {
    return "<table:table-cell office:value-type='string'><text:p>"
        + text
        + "</text:p></table:table-cell>";
  }

  private static String paragraph(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String cell(String text) {
    return "<w:tc>" + paragraph(text) + "</w:tc>";
  }

  private static String table() {
    return "<w:tbl><w:tr>" + cell("kept") + cell("x") + "</w:tr></w:tbl>";
  }
}
