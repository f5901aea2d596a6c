package dev.frostbyte.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Box;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What models see and answer holds no nonsense. */
class PageModelTypesTest {
  private static final Box BOX = new Box(0, 0, 10, 10);

  @Test
  void aSlotGivesBackWhatWasPutInAndNothingElse() {
    StageConfig parser = StageConfig.of(Map.of("languages", "eng", "layoutModels", "x"));
    ModelSlot.Choice layout =
        new ModelSlot.Choice("org.example.Layout", StageConfig.of(Map.of("a.b", "1", "c", "")));
    ModelSlot.Choice table = new ModelSlot.Choice("org.example.Table", StageConfig.none());
    StageConfig whole = ModelSlot.TABLE.put(ModelSlot.LAYOUT.put(parser, layout), table);
    assertThat(ModelSlot.LAYOUT.in(whole)).contains(layout);
    assertThat(ModelSlot.TABLE.in(whole)).contains(table);
    assertThat(ModelSlot.without(whole)).isEqualTo(parser);
    assertThat(ModelSlot.LAYOUT.in(parser)).isEmpty();
  }

  @Test
  void aGridHasNoCellOutsideOrOnAnother() {
    assertRefused(() -> grid(2, 2, 0, cell(1, 1, 2, 1)), "last row");
    assertRefused(() -> grid(2, 2, 0, cell(0, 1, 1, 2)), "last column");
    assertRefused(() -> grid(2, 2, 0, cell(0, 0, 2, 2), cell(1, 1, 1, 1)), "lie on each other");
    assertRefused(() -> grid(2, 2, 2, cell(0, 0, 1, 1)), "header rows");
    assertRefused(() -> grid(2, 2, 0), "cells");
    assertRefused(() -> grid(0, 2, 0, cell(0, 0, 1, 1)), "rows");
    assertRefused(() -> cell(-1, 0, 1, 1), "row");
    assertRefused(() -> cell(0, 0, 1, 0), "column span");
    assertRefused(() -> cell(0, 0, Integer.MAX_VALUE, 1), "row span");
  }

  @Test
  void aBoxIsSureFromNothingToOne() {
    assertRefused(() -> new LayoutBox(LayoutLabel.TEXT, BOX, Float.NaN), "confidence");
    assertRefused(() -> new LayoutBox(LayoutLabel.TEXT, BOX, 1.1f), "confidence");
  }

  @Test
  void aPictureHasANumberForEveryPixel() {
    assertRefused(() -> new PagePicture(2, 2, new int[3]), "2 x 2");
    assertRefused(() -> new PagePicture(0, 2, new int[0]), "0 x 2");
    assertRefused(() -> new PagePicture(65_536, 65_536, new int[0]), "65536");
    PagePicture picture = new PagePicture(2, 2, new int[] {1, 2, 3, 0xff00_0004});
    assertThat(picture.rgb(1, 1)).isEqualTo(4);
    assertThatThrownBy(() -> picture.rgb(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(picture.part(1, 0, 9, 9).height()).isEqualTo(2);
    assertThat(picture.part(1, 0, 9, 9).rgb(0, 1)).isEqualTo(4);
    assertThat(picture.part(-5, -5, -4, -4).rgb(0, 0)).isEqualTo(1);
  }

  @Test
  void aViewTellsWhereItsPixelsStand() {
    PagePicture picture = new PagePicture(10, 20, new int[200]);
    PageView view = new PageView(1, new Box(100, 200, 200, 300), picture, List.of());
    assertThat(view.onPage(0, 0, 10, 20)).isEqualTo(view.area());
    assertThat(view.onPage(5, 10, 10, 20)).isEqualTo(new Box(150, 250, 200, 300));
    assertRefused(() -> new PageView(1, new Box(1, 1, 1, 5), picture, List.of()), "area");
  }

  private static TableGrid grid(int rows, int columns, int header, TableGrid.Cell... cells) {
    return new TableGrid(rows, columns, header, List.of(cells));
  }

  private static TableGrid.Cell cell(int row, int column, int rowSpan, int columnSpan) {
    return new TableGrid.Cell(row, column, rowSpan, columnSpan, BOX);
  }

  private static void assertRefused(Runnable making, String said) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }
}
