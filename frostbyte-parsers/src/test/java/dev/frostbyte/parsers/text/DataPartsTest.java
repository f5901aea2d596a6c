package dev.frostbyte.parsers.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large tables of records come in parts, and short rows are not filled up. */
class DataPartsTest {
  private static final int COLUMNS = 64;

  @Test
  void endsARowWithItsLastValue() throws IOException {
    int rows = 10_000;
    String wide = "{" + values("\"c%1$d\":%1$d") + "}";
    List<Block.Table> tables = tables(rows, row -> row == 0 ? wide : "{\"c1\":%d}".formatted(row));
    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().cells())
        .hasSize(2 * (COLUMNS - 1) + rows - 1)
        .contains(Block.Cell.of(rows, 0, "9999"));
  }

  @Test
  void keepsEveryValueUnderItsName() throws IOException {
    Block.Table table = tables(2, row -> row == 0 ? "{\"a\":1,\"b\":2}" : "{\"b\":4}").getFirst();
    assertThat(table.cells()).endsWith(Block.Cell.of(2, 0, ""), Block.Cell.of(2, 1, "4"));
  }

  @Test
  void splitsRecordsIntoPartsOfWhichTheFirstNamesTheColumns() throws IOException {
    String rest = values("\"c%d\":1");
    int rows = 2_000;
    List<Block.Table> tables = tables(rows, row -> "{\"n\":%d,%s}".formatted(row, rest));
    assertParts(tables, (rows + 1) * COLUMNS);
    assertThat(tables).extracting(Block.Table::headerRows).containsExactly(1, 0, 0);
    assertThat(firstColumn(tables, 1)).isEqualTo(numbers(rows));
  }

  @Test
  void splitsListsOfOneLengthIntoParts() throws IOException {
    String rest = values("%d");
    int rows = 2_000;
    List<Block.Table> tables = tables(rows, row -> "[%d,%s]".formatted(row, rest));
    assertParts(tables, rows * COLUMNS);
    assertThat(firstColumn(tables, 0)).isEqualTo(numbers(rows));
  }

  private static void assertParts(List<Block.Table> tables, int cells) {
    assertThat(tables)
        .hasSize(3)
        .allSatisfy(
            table -> {
              assertThat(table.columns()).isEqualTo(COLUMNS);
              assertThat(table.cells()).hasSizeLessThanOrEqualTo(DataParts.PART);
              assertThat(table.cells().getFirst().row()).isZero();
            });
    assertThat(tables.stream().mapToInt(table -> table.cells().size()).sum()).isEqualTo(cells);
  }

  private static List<String> firstColumn(List<Block.Table> tables, int from) {
    return tables.stream()
        .flatMap(table -> table.cells().stream())
        .filter(cell -> cell.column() == 0)
        .map(cell -> cell.text().value())
        .skip(from)
        .toList();
  }

  private static List<String> numbers(int rows) {
    return IntStream.range(0, rows).mapToObj(String::valueOf).toList();
  }

  /** One fewer than there are columns. */
  private static String values(String pattern) {
    return IntStream.range(1, COLUMNS)
        .mapToObj(pattern::formatted)
        .collect(Collectors.joining(","));
  }

  private static List<Block.Table> tables(int rows, IntFunction<String> record) throws IOException {
    String text =
        IntStream.range(0, rows).mapToObj(record).collect(Collectors.joining(",", "[", "]"));
    Recording recording = new Recording();
    ParseResult result =
        new JsonParserProvider()
            .open(StageConfig.none())
            .parse(
                DocumentSource.of(text.getBytes(StandardCharsets.UTF_8)),
                new MediaType("application/json"),
                ParseLimits.DEFAULT,
                recording);
    assertThat(result).isInstanceOf(ParseResult.Complete.class);
    return recording.blocks().stream()
        .filter(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .toList();
  }
}
