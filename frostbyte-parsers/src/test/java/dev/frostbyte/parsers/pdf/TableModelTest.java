package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.spi.LayoutLabel;
import dev.frostbyte.api.spi.PageView;
import dev.frostbyte.api.spi.TableGrid;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table model says which cells a table has, whoever found the table. */
class TableModelTest {
  private static final byte[] GRID = Pdf.page(page -> Grids.grid(page, 60, 700, Grids.rows(4)));
  private static final byte[] PLAIN =
      Pdf.page(
          page -> {
            Pdf.text(page, 60, 700, "Two columns that nobody painted:");
            for (int row = 0; row < 5; row++) {
              Pdf.text(page, 60, 660 - 14 * row, "key " + row);
              Pdf.text(page, 200, 660 - 14 * row, "value " + row);
              Pdf.text(page, 340, 660 - 14 * row, "note " + row);
            }
          });

  @Test
  void cutsTablesWithLinesAsItIsTold() {
    Block.Table table = table(Modelled.blocks(GRID, null, TableModelTest::halves));
    assertThat(table.columns()).isEqualTo(2);
    assertThat(table.cells()).hasSize(2);
    assertThat(table.cells().getFirst().text().value())
        .isEqualTo("name 0 value 0 name 1 value 1 name 2 value 2 name 3 value 3");
    assertThat(table.cells().getLast().text().value()).isEqualTo("note 0 note 1 note 2 note 3");
  }

  @Test
  void cutsTablesWithoutLinesAsItIsTold() {
    List<Block> blocks = Modelled.blocks(PLAIN, null, TableModelTest::halves);
    Block.Table table = table(blocks);
    assertThat(table.cells()).hasSize(2);
    assertThat(table.cells().getFirst().text().value()).startsWith("key 0 value 0 key 1");
    assertThat(Modelled.seen(blocks)).startsWith("Two columns that nobody painted:");
  }

  @Test
  void isAskedAboutTheTablesOfALayoutModel() {
    List<Block> blocks =
        Modelled.blocks(
            PLAIN,
            page -> List.of(Modelled.part(LayoutLabel.TABLE, 50, 165, 500, 245)),
            TableModelTest::halves);
    assertThat(table(blocks).cells()).hasSize(2);
  }

  @Test
  void seesTheTableAndNothingElse() {
    List<PageView> views = new ArrayList<>();
    Modelled.blocks(
        PLAIN,
        null,
        table -> {
          views.add(table);
          return halves(table);
        });
    assertThat(views).hasSize(1);
    assertThat(views.getFirst().words())
        .extracting(word -> word.text().value())
        .contains("key", "note", "4")
        .doesNotContain("nobody");
    Box area = views.getFirst().area();
    assertThat(area.top()).isBetween(160f, 182f);
    assertThat(area.bottom()).isBetween(230f, 250f);
  }

  @Test
  void keepsHeaderRowsAndSpans() {
    List<Block> blocks =
        Modelled.blocks(
            GRID,
            null,
            table -> {
              Box all = table.area();
              float middle = (all.top() + all.bottom()) / 2;
              Box above = new Box(all.left(), all.top(), all.right(), middle);
              Box left = new Box(all.left(), middle, 200, all.bottom());
              Box right = new Box(200, middle, all.right(), all.bottom());
              return new TableGrid(
                  2,
                  2,
                  1,
                  List.of(
                      new TableGrid.Cell(1, 1, 1, 1, right),
                      new TableGrid.Cell(1, 0, 1, 1, left),
                      new TableGrid.Cell(0, 0, 1, 2, above)));
            });
    Block.Table table = table(blocks);
    assertThat(table.headerRows()).isEqualTo(1);
    assertThat(table.cells()).extracting(Block.Cell::columnSpan).containsExactly(2, 1, 1);
    assertThat(table.cells().getFirst().text().value()).startsWith("name 0 value 0 note 0");
  }

  private static Block.Table table(List<Block> blocks) {
    return Pdf.all(blocks, Block.Table.class).getFirst();
  }

  /** One row of two cells, the first twice as wide. */
  private static TableGrid halves(PageView table) {
    Box area = table.area();
    float cut = area.left() + (area.right() - area.left()) * 2 / 3;
    return new TableGrid(
        1,
        2,
        0,
        List.of(
            new TableGrid.Cell(0, 0, 1, 1, new Box(area.left(), area.top(), cut, area.bottom())),
            new TableGrid.Cell(0, 1, 1, 1, new Box(cut, area.top(), area.right(), area.bottom()))));
  }
}
