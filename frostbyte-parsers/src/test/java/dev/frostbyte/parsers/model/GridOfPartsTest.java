package dev.frostbyte.parsers.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.spi.TableGrid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows and columns that were detected make a grid. */
class GridOfPartsTest {
  @Test
  void crossesRowsAndColumnsWhateverTheirOrder() throws IOException {
    TableGrid grid =
        GridOfParts.of(
                List.of(column(50, 100), row(20, 40), row(0, 20), column(0, 50), header(0, 21)))
            .grid();
    assertThat(grid.rows()).isEqualTo(2);
    assertThat(grid.columns()).isEqualTo(2);
    assertThat(grid.headerRows()).isEqualTo(1);
    assertThat(grid.cells())
        .contains(new TableGrid.Cell(1, 0, 1, 1, new Box(0, 20, 50, 40)))
        .hasSize(4);
  }

  @Test
  void makesOneCellOfWhatASpanCovers() throws IOException {
    Detected<TablePart> span = part(TablePart.SPAN, new Box(2, 1, 98, 19), 0.9f);
    TableGrid grid =
        GridOfParts.of(List.of(row(0, 20), row(20, 40), column(0, 50), column(50, 100), span))
            .grid();
    assertThat(grid.cells())
        .contains(new TableGrid.Cell(0, 0, 1, 2, new Box(0, 0, 100, 20)))
        .hasSize(3);
  }

  @Test
  void takesRowsThatLieOnEachOtherForOne() throws IOException {
    TableGrid grid = GridOfParts.of(List.of(row(0, 20), row(1, 19), column(0, 50))).grid();
    assertThat(grid.rows()).isEqualTo(1);
    assertThat(grid.headerRows()).isZero();
  }

  @Test
  void seesNoGridWithoutRowsOrColumns() {
    assertThatThrownBy(() -> GridOfParts.of(List.of(row(0, 20)))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> GridOfParts.of(List.of(column(0, 9)))).isInstanceOf(IOException.class);
  }

  @Test
  void makesASoundGridOfAnything() throws IOException {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<Detected<TablePart>> parts = new ArrayList<>(List.of(row(0, 20), column(0, 50)));
      for (int i = random.nextInt(40); i > 0; i--) {
        TablePart kind = TablePart.values()[random.nextInt(TablePart.values().length)];
        parts.add(part(kind, box(random), random.nextFloat()));
      }
      TableGrid grid = GridOfParts.of(parts).grid();
      int places = grid.cells().stream().mapToInt(c -> c.rowSpan() * c.columnSpan()).sum();
      assertThat(places).as("seed " + seed).isEqualTo(grid.rows() * grid.columns());
    }
  }

  private static Box box(Random random) {
    float left = random.nextFloat() * 100;
    float top = random.nextFloat() * 100;
    return new Box(
        left, top, left + 1 + random.nextFloat() * 90, top + 1 + random.nextFloat() * 90);
  }

  private static Detected<TablePart> row(float top, float bottom) {
    return part(TablePart.ROW, new Box(0, top, 100, bottom), 0.9f);
  }

  private static Detected<TablePart> header(float top, float bottom) {
    return part(TablePart.HEADER, new Box(0, top, 100, bottom), 0.9f);
  }

  private static Detected<TablePart> column(float left, float right) {
    return part(TablePart.COLUMN, new Box(left, 0, right, 40), 0.9f);
  }

  private static Detected<TablePart> part(TablePart kind, Box box, float score) {
    return new Detected<>(kind, box, score);
  }
}
