package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;

/** Tables whose columns or rows are hard to tell. */
class WhiteStreamTest {
  private static final String PROSE = "Running text that fills the whole line between two tables";

  @Test
  void findsTheColumnBehindAHeadingOfTwoWords() {
    Block.Table table =
        table(
            page -> {
              row(page, 700, "Tube", "Water", "Glucose Solution", "Yeast");
              for (int i = 1; i <= 4; i++) {
                row(page, 700 - 14 * i, "" + i, i + " ml", i + " ml", i + " ml");
              }
            });
    assertThat(table.columns()).isEqualTo(4);
    assertThat(rows(table)).first().isEqualTo("Tube|Water|Glucose Solution|Yeast");
  }

  @Test
  void keepsACellOfManyLinesInItsTable() {
    Block.Table table =
        table(
            page -> {
              row(page, 700, "Country", "Open", "Rule", "");
              row(page, 686, "Canada", "Yes", "Owning residential property", "");
              row(page, 672, "", "", "is restricted and provinces", "");
              row(page, 658, "", "", "forbid owning farm land in", "");
              row(page, 644, "", "", "some of the regions where", "");
              row(page, 630, "", "", "few people live", "");
              row(page, 616, "Chile", "No", "Owning public property near", "");
              row(page, 602, "", "", "the border is forbidden", "");
            });
    assertThat(rows(table)).hasSize(3).last().asString().startsWith("Chile|No|Owning");
    assertThat(rows(table).get(1)).endsWith("where few people live");
  }

  @Test
  void keepsTheRowsOfATightTableApart() {
    Block.Table table =
        table(
            page -> {
              rule(page, 714);
              rule(page, 697);
              rule(page, 637);
              row(page, 702, "Field", "Default", "Effect when it is set", "");
              row(page, 684, "regionStrategy", "table-first", "How to handle region labels", "");
              row(page, 670, "recognition", "automatic", "Streams or recognition only", "");
              row(page, 656, "imageCacheKind", "in memory", "Where page images are kept", "");
              row(page, 642, "saveCropsNow", "not at all", "Whether crops are written", "");
            });
    assertThat(rows(table)).hasSize(5);
  }

  @Test
  void leavesWrappedTextInItsRuledCell() {
    Block.Table table =
        table(
            page -> {
              row(page, 700, "Reagents", "Tools", "", "");
              row(page, 680, "Resuspended", "Microtube", "", "");
              row(page, 666, "precipitates", "micropipet", "", "");
              row(page, 652, "from before", "containers", "", "");
              for (int y : new int[] {714, 694, 646}) {
                line(page, 60, y, 300, y);
              }
              for (int x : new int[] {60, 175, 300}) {
                line(page, x, 714, x, 646);
              }
            });
    assertThat(rows(table))
        .containsExactly(
            "Reagents|Tools",
            "Resuspended precipitates from before|Microtube micropipet containers");
  }

  @Test
  void partsRuledTablesWithTextBetweenThem() {
    List<Block.Table> tables =
        tables(
            page -> {
              ruled(page, 740);
              for (int i = 0; i < 9; i++) {
                Pdf.text(page, 62, 666 - 13 * i, PROSE + PROSE.substring(0, 22));
              }
              ruled(page, 545);
            });
    assertThat(tables).hasSize(2);
    assertThat(tables).allSatisfy(table -> assertThat(rows(table)).hasSize(4));
  }

  @Test
  void doesNotTakeABulletedListForATable() {
    List<Block.Table> tables =
        tables(
            page -> {
              for (int i = 0; i < 6; i++) {
                Pdf.text(page, 75, 700 - 14 * i, "\u2022");
                Pdf.text(page, 95, 700 - 14 * i, "item " + "abcdef".substring(i) + " is here");
              }
              Pdf.text(page, 60, 616, "3.");
              Pdf.text(page, 75, 616, "Access them all");
              Pdf.text(page, 75, 602, "\u2022");
              Pdf.text(page, 95, 602, "the last one is here");
            });
    assertThat(tables).isEmpty();
  }

  @Test
  void doesNotTakeLinesDrawnApartForATable() {
    List<Block.Table> tables =
        tables(
            page -> {
              stretched(page, 700, "structured", "merged", "headings", "prefer");
              stretched(page, 686, "exported", "or", "dictionaries", "over");
              stretched(page, 672, "another", "kind", "of", "serializing");
            });
    assertThat(tables).isEmpty();
  }

  /** Words as far apart as each other, from margin to margin. */
  private static void stretched(PDPageContentStream page, float y, String... words)
      throws IOException {
    var font = new org.apache.pdfbox.pdmodel.font.PDType1Font(Pdf.PLAIN);
    float width = 0;
    for (String word : words) {
      width += font.getStringWidth(word) / 1000 * 11;
    }
    float x = 60;
    for (String word : words) {
      Pdf.text(page, x, y, word);
      x += font.getStringWidth(word) / 1000 * 11 + (240 - width) / (words.length - 1);
    }
  }

  private static void ruled(PDPageContentStream page, int top) throws IOException {
    rule(page, top);
    rule(page, top - 17);
    rule(page, top - 61);
    row(page, top - 12, "Name", "Kind", "Size", "");
    row(page, top - 29, "one", "first", "10", "");
    row(page, top - 43, "two", "second", "20", "");
    row(page, top - 57, "three", "third", "30", "");
  }

  private static void row(PDPageContentStream page, float y, String... cells) throws IOException {
    float[] starts = {65, 180, 255, 400};
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        Pdf.text(page, starts[i], y, cells[i]);
      }
    }
  }

  private static void rule(PDPageContentStream page, float y) throws IOException {
    line(page, 60, y, 470, y);
  }

  private static void line(PDPageContentStream page, float x1, float y1, float x2, float y2)
      throws IOException {
    page.moveTo(x1, y1);
    page.lineTo(x2, y2);
    page.stroke();
  }

  private static Block.Table table(Pdf.Drawing drawing) {
    List<Block.Table> tables = tables(drawing);
    assertThat(tables).hasSize(1);
    return tables.getFirst();
  }

  private static List<Block.Table> tables(Pdf.Drawing drawing) {
    return Pdf.all(Pdf.blocks(Pdf.page(drawing)), Block.Table.class);
  }

  private static List<String> rows(Block.Table table) {
    return table.cells().stream()
        .collect(
            Collectors.groupingBy(
                Block.Cell::row,
                java.util.TreeMap::new,
                Collectors.mapping(cell -> cell.text().value(), Collectors.joining("|"))))
        .values()
        .stream()
        .toList();
  }
}
