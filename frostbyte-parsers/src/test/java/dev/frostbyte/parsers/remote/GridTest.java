package dev.frostbyte.parsers.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridTest {
  private static final int MANY = Grid.MOST_PLACES;

  @Test
  void oneCellAtTheFarEndOfAMillionRowsIsOneTooMany() {
    Grid grid = new Grid(MANY, 16_384);
    assertThat(grid.place(0, 16_383, MANY, 1, "x")).isFalse();
    assertThat(grid.isEmpty()).isTrue();
  }

  @Test
  void aWideSheetAndALongOneFindTheirPlaces() {
    assertThat(new Grid(MANY, 1).place(0, 0, MANY, 1, "x")).isTrue();
    Grid wide = new Grid(3_000, 16_384);
    assertThat(wide.place(0, 16_383, 3_000, 1, "x")).isTrue();
    assertThat(wide.place(2_999, 16_383, 1, 1, "y")).isFalse();
    assertThat(wide.place(2_999, 0, 1, 16_383, "z")).isTrue();
  }
}
