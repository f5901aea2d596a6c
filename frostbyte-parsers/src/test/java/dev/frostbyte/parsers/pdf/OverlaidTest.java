package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;

/** Texts that lie on each other. */
class OverlaidTest {
  private static final List<String> LINES =
      List.of(
          "The council met in the old hall on the second day of the month and",
          "heard what the owners of the mill had to say about the water that",
          "runs below the bridge in spring, when the snow of the hills melts",
          "and the road to the north is under water for a week or even two.");

  @Test
  void readsAStampForItself() {
    String seen =
        seen(
            page -> {
              prose(page);
              for (int i = 0; i < 3; i++) {
                Pdf.text(page, Pdf.BOLD, 26, 90, 694 - 14 * i, "COPY " + i);
              }
            });
    assertThat(seen).contains(String.join(" ", LINES)).contains("COPY 1");
  }

  @Test
  void readsATableThatLiesOnTextForItself() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  table(page);
                  prose(page);
                }));
    Block.Table table = Pdf.all(blocks, Block.Table.class).getFirst();
    assertThat(table.columns()).isEqualTo(3);
    assertThat(table.cells().getFirst().text().value()).isEqualTo("Mill");
    assertThat(Pdf.seen(blocks)).contains(String.join(" ", LINES));
  }

  @Test
  void putsWhatLiesOnTextBeforeWhatBeginsBelowIt() {
    String seen =
        seen(
            page -> {
              Pdf.text(page, 72, 760, "Before all of it.");
              prose(page);
              Pdf.text(page, 72, 500, "After all of it.");
              table(page);
            });
    assertThat(seen.indexOf("Before all")).isLessThan(seen.indexOf("Mill"));
    assertThat(seen.indexOf("Mill")).isLessThan(seen.indexOf("After all"));
  }

  @Test
  void leavesTextPaintedTwiceAsOne() {
    String seen =
        seen(
            page -> {
              prose(page);
              Pdf.text(page, 72, 200, "Far below.");
              for (int i = 0; i < LINES.size(); i++) {
                Pdf.text(page, 72.3f, 700 - 14 * i, LINES.get(i));
              }
            });
    assertThat(seen.lines().findFirst()).hasValue(String.join(" ", LINES));
    assertThat(seen).containsOnlyOnce("the owners of the mill");
  }

  @Test
  void leavesAPageAsItIsWhoseRunsAllLieOnEachOther() {
    List<Glyph> few = pile(300);
    assertThat(Overlaid.parted(few)).hasSizeGreaterThan(1);
    List<Glyph> many = pile(3_000);
    assertThat(Overlaid.parted(many)).containsExactly(many);
  }

  private static String seen(Pdf.Drawing drawing) {
    return Pdf.seen(Pdf.blocks(Pdf.page(drawing)));
  }

  private static void prose(PDPageContentStream page) throws IOException {
    for (int i = 0; i < LINES.size(); i++) {
      Pdf.text(page, 72, 700 - 14 * i, LINES.get(i));
    }
  }

  /** Its lines stand between those of the text. */
  private static void table(PDPageContentStream page) throws IOException {
    List<String> cells = List.of("Mill", "Owner", "Since", "North", "Ash", "1820", "South");
    for (int i = 0; i < 12; i++) {
      String text = i < cells.size() ? cells.get(i) : "" + (100 + i);
      Pdf.text(page, Pdf.PLAIN, 14, 80 + 90 * (i % 3), 696 - 17 * (i / 3), text);
    }
  }

  /** Two texts, all of whose runs lie in one place. */
  private static List<Glyph> pile(int runs) {
    return IntStream.range(0, runs)
        .mapToObj(i -> i < runs / 2 ? glyph("a", 10, i) : glyph("b", 14, i))
        .toList();
  }

  private static Glyph glyph(String text, float size, int order) {
    Rect all = new Rect(0, 0, 600, 800);
    Ink ink = new Ink(0, 1, false, all, List.of(), false);
    return new Glyph(
        text, 100, 100, size, size, 0, false, FontStyle.PLAIN, ink, order, Glyph.UNMARKED);
  }
}
