package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CellValue;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.StageConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;

/** What cells of old workbooks hold. */
class XlsValuesTest {
  @Test
  void keepsEveryDigitAndTellsKinds() throws IOException {
    List<Block> blocks = new ArrayList<>();
    try (DocumentParser parser = new XlsParserProvider().open(StageConfig.none())) {
      parser.parse(
          DocumentSource.of(book()),
          new MediaType("application/vnd.ms-excel"),
          ParseLimits.DEFAULT,
          blocks::add);
    }
    Block.Table table =
        blocks.stream()
            .filter(Block.Table.class::isInstance)
            .map(Block.Table.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(table.cells().stream().map(cell -> cell.text().value()))
        .containsExactly("4006381333931", "26%", "TRUE", "words");
    assertThat(table.cells().stream().map(Block.Cell::value))
        .containsExactly(
            CellValue.of(CellValue.Kind.NUMBER),
            CellValue.of(CellValue.Kind.NUMBER, "0.256", "26%"),
            CellValue.of(CellValue.Kind.BOOLEAN),
            CellValue.TEXT);
  }

  private static byte[] book() throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      Row row = book.createSheet("Data").createRow(0);
      row.createCell(0).setCellValue(4006381333931.0);
      CellStyle share = book.createCellStyle();
      share.setDataFormat((short) 9);
      row.createCell(1).setCellValue(0.256);
      row.getCell(1).setCellStyle(share);
      row.createCell(2).setCellValue(true);
      row.createCell(3).setCellValue("words");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }
}
