package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A sheet too large to be held comes in parts that lose nothing. */
class LargeSheetTest {
  private static final long SEED = 20_261_127;
  private static final int ROWS = 90_000;

  @Test
  void comesInPartsWithEveryCellOnce() throws IOException {
    List<Block> blocks = sheet(ROWS).blocks();
    List<Block.Table> tables = tables(blocks);
    assertThat(tables).hasSizeGreaterThan(2);
    assertThat(tables.stream().mapToInt(table -> table.cells().size()).max().orElse(0))
        .isLessThanOrEqualTo(SheetData.PART + 2);
    List<String> firsts =
        tables.stream()
            .flatMap(table -> table.cells().stream())
            .filter(cell -> cell.column() == 0)
            .map(cell -> cell.text().value())
            .toList();
    assertThat(firsts).hasSize(ROWS + 1).doesNotHaveDuplicates();
    assertThat(tables.getFirst().headerRows()).isEqualTo(1);
    assertThat(tables.getLast().headerRows()).isZero();
  }

  @Test
  void knowsMergedCellsAndLinksThatStandBehindItsRows() throws IOException {
    List<Block> blocks = sheet(ROWS).blocks();
    Block.Table last = tables(blocks).getLast();
    assertThat(last.cells().getLast().rowSpan()).isEqualTo(1);
    assertThat(last.cells()).anyMatch(cell -> cell.columnSpan() == 2);
    int at = blocks.indexOf(last);
    assertThat(Shown.line(blocks.get(at + 1))).startsWith("link ").endsWith("-> http://x");
    assertThat(blocks.subList(at + 2, blocks.size())).isEmpty();
    assertThat(blocks.stream().filter(Block.Link.class::isInstance)).hasSize(2);
  }

  private static List<Block.Table> tables(List<Block> blocks) {
    return blocks.stream()
        .filter(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .toList();
  }

  /** More than 8 MiB of rows of two cells; the last row is merged; it and the second are linked. */
  private static OfficeFile sheet(int rows) {
    Random random = new Random(SEED);
    StringBuilder xml = new StringBuilder("<s:sheetData>");
    row(xml, 1, "Key", "Value");
    for (int row = 2; row <= rows; row++) {
      row(xml, row, "k" + row, Long.toString(random.nextLong(), 36) + random.nextInt());
    }
    row(xml, rows + 1, "the end", "");
    xml.append("</s:sheetData><s:mergeCells><s:mergeCell ref='A").append(rows + 1);
    xml.append(":B").append(rows + 1).append("'/></s:mergeCells><s:hyperlinks>");
    xml.append("<s:hyperlink ref='A2' r:id='x'/>");
    xml.append("<s:hyperlink ref='A").append(rows + 1).append("' r:id='x'/></s:hyperlinks>");
    return OfficeFile.excel("<s:sheets><s:sheet name='S' r:id='r1'/></s:sheets>")
        .part("xl/s1.xml", "s:worksheet", xml.toString())
        .relate("xl/workbook.xml", "r1", "worksheet", "xl/s1.xml")
        .external("xl/s1.xml", "x", "hyperlink", "http://x");
  }

  private static void row(StringBuilder xml, int row, String first, String second) {
    xml.append("<s:row r='").append(row).append("'>");
    cell(xml, "A" + row, first);
    cell(xml, "B" + row, second);
    xml.append("</s:row>");
  }

  private static void cell(StringBuilder xml, String place, String text) {
    xml.append("<s:c r='").append(place).append("' t='inlineStr'><s:is><s:t>");
    xml.append(text).append("</s:t></s:is></s:c>");
  }
}
