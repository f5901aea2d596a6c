package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokenCellsTest {
  private static final FontStyle PLAIN = new FontStyle(false, false, false);
  private static final float[] STREAMS = {38, 78};

  @Test
  void findsTheRestOfNarrowCells() {
    assertThat(rests("Model|One|Two", "Merge|1|2", "v1", "Merge|3|4", "v2")).containsExactly(2, 4);
  }

  @Test
  void takesNoNameOfAGroupForTheRestOfACell() {
    assertThat(rests("Towns|One|Two", "First|1|2", "North", "Least|3|4", "South")).isEmpty();
  }

  @Test
  void takesNoYearForTheRestOfANumber() {
    assertThat(rests("Towns|One|Two", "12345|1|2", "2019", "12345|3|4", "2020")).isEmpty();
  }

  @Test
  void asksForMoreThanOneRowThatGoesOn() {
    assertThat(rests("Model|One|Two", "Merge|1|2", "v1", "Merge|3|4")).isEmpty();
  }

  @Test
  void takesNoLineThatWouldHaveFitted() {
    assertThat(rests("Models ab|One|Two", "Mer|1|2", "v1", "Mer|3|4", "v2")).isEmpty();
  }

  /** Lines of letters 4 points wide, 12 points apart, in columns of 40 points. */
  private static java.util.Set<Integer> rests(String... lines) {
    List<Strip> strips = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      List<Chunk> chunks = new ArrayList<>();
      String[] cells = lines[i].split("\\|");
      for (int column = 0; column < cells.length; column++) {
        float left = 40 * column;
        Rect rect = new Rect(left, 12 * i, left + 4 * cells[column].length(), 12 * i + 10);
        chunks.add(Chunk.of(List.of(Word.level(cells[column], rect, 12 * i + 8, 10, PLAIN, -1))));
      }
      strips.add(new Strip(chunks, Rect.around(chunks, Chunk::rect)));
    }
    return BrokenCells.of(strips, STREAMS, 1);
  }
}
