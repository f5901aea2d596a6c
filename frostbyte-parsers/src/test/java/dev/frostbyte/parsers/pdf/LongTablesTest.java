package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class LongTablesTest {
  private static final List<String> HEAD = List.of("Name", "Value", "Note");

  @Test
  void joinsATableOverPagesAndDropsTheRepeatedHeader() {
    List<Block> blocks = pages(60, headed(Grids.rows(3)), headed(Grids.rows(4)));
    List<Block.Table> tables = Pdf.all(blocks, Block.Table.class);
    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().regions()).extracting(Region::page).containsExactly(1, 2);
    assertThat(tables.getFirst().headerRows()).isEqualTo(1);
    assertThat(tables.getFirst().cells()).hasSize(3 * 8);
    assertThat(tables.getFirst().cells().getLast().row()).isEqualTo(7);
    assertThat(Pdf.all(blocks, Block.Dropped.class))
        .extracting(Block.Dropped::kind)
        .containsExactly("table-header");
  }

  @Test
  void joinsATableThatGoesOnWithoutAHeader() {
    List<Block> blocks = pages(60, headed(Grids.rows(3)), Grids.rows(4));
    assertThat(Pdf.all(blocks, Block.Table.class)).hasSize(1);
    assertThat(Pdf.all(blocks, Block.Dropped.class)).isEmpty();
  }

  @Test
  void leavesTablesOfOtherEdgesApart() {
    List<Block> blocks = pages(90, headed(Grids.rows(3)), Grids.rows(4));
    assertThat(Pdf.all(blocks, Block.Table.class)).hasSize(2);
  }

  @Test
  void leavesTablesWithTextBetweenApart() {
    byte[] bytes =
        Pdf.document(
            document -> {
              Pdf.draw(
                  document,
                  new PDPage(PDRectangle.A4),
                  page -> {
                    Grids.grid(page, 60, 160, headed(Grids.rows(3)));
                    Pdf.text(page, 60, 60, "This text says what the table said.");
                  });
              Pdf.draw(
                  document,
                  new PDPage(PDRectangle.A4),
                  page -> Grids.grid(page, 60, 760, headed(Grids.rows(3))));
            });
    assertThat(Pdf.all(Pdf.blocks(bytes), Block.Table.class)).hasSize(2);
  }

  private static List<Block> pages(
      float left, List<List<String>> first, List<List<String>> second) {
    return Pdf.blocks(
        Pdf.document(
            document -> {
              Pdf.draw(
                  document,
                  new PDPage(PDRectangle.A4),
                  page -> {
                    Pdf.text(page, 60, 300, "Running text of the page stands above the table.");
                    Grids.grid(page, 60, 160, first);
                  });
              Pdf.draw(
                  document,
                  new PDPage(PDRectangle.A4),
                  page -> {
                    Grids.grid(page, left, 760, second);
                    Pdf.text(page, 60, 300, "Running text of the page stands below the table.");
                  });
            }));
  }

  private static List<List<String>> headed(List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(HEAD);
    all.addAll(rows);
    return all;
  }
}
