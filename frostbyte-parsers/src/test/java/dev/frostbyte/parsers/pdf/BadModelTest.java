package dev.frostbyte.parsers.pdf;

import static dev.frostbyte.parsers.pdf.Modelled.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.spi.LayoutBox;
import dev.frostbyte.api.spi.LayoutLabel;
import dev.frostbyte.api.spi.LayoutModel;
import dev.frostbyte.api.spi.PageView;
import dev.frostbyte.api.spi.TableGrid;
import dev.frostbyte.api.spi.TableModel;
import dev.frostbyte.parsers.internal.PageModels;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a model does wrong costs the page its help, is said, and never ends the document. */
class BadModelTest {
  private static final byte[] PAGE =
      Pdf.page(
          page -> {
            Pdf.text(page, Pdf.BOLD, 18, 60, 760, "A heading of our own");
            Grids.grid(page, 60, 700, Grids.rows(4));
          });
  private static final List<Block> OWN =
      Modelled.blocks(PAGE, PdfParserProvider.Settings.DEFAULT, PageModels.NONE);

  @Test
  void boxesBeyondThePage() {
    assertFallsBack("BAD_ANSWER", page -> List.of(part(LayoutLabel.TEXT, 500, 10, 900, 50)));
    assertFallsBack("BAD_ANSWER", page -> List.of(part(LayoutLabel.TEXT, -90, 10, 50, 50)));
    assertFallsBack("BAD_ANSWER", page -> List.of(part(LayoutLabel.TEXT, 10, 845, 50, 850)));
  }

  @Test
  void boxesWithoutASize() {
    assertFallsBack("BAD_ANSWER", page -> List.of(part(LayoutLabel.TEXT, 50, 10, 50, 50)));
  }

  @Test
  void boxesOnEachOther() {
    assertFallsBack(
        "BAD_ANSWER",
        page ->
            List.of(
                part(LayoutLabel.TEXT, 50, 10, 300, 50), part(LayoutLabel.TABLE, 60, 20, 200, 40)));
  }

  @Test
  void moreBoxesThanAPageHas() {
    LayoutBox box = part(LayoutLabel.TEXT, 50, 10, 300, 50);
    assertFallsBack("BAD_ANSWER", page -> Collections.nCopies(LayoutModel.MOST_BOXES + 1, box));
  }

  @Test
  void numbersThatAreNone() {
    assertFallsBack("FAILED", page -> List.of(part(LayoutLabel.TEXT, Float.NaN, 10, 300, 50)));
    assertFallsBack(
        "FAILED", page -> List.of(new LayoutBox(LayoutLabel.TEXT, new Box(1, 1, 9, 9), Float.NaN)));
  }

  @Test
  void nothingAtAll() {
    assertFallsBack("FAILED", page -> nothing());
    assertFallsBack("FAILED", page -> Collections.singletonList(nothing()));
    assertFallsBack("FAILED", page -> List.of(new LayoutBox(nothing(), new Box(1, 1, 9, 9), 1)));
    assertFallsBack("FAILED", page -> List.of(new LayoutBox(LayoutLabel.TEXT, nothing(), 1)));
  }

  @Test
  void everyKindOfException() {
    assertFallsBack("FAILED", page -> fail(new IOException("x")));
    assertFallsBack("FAILED", page -> fail(new IllegalStateException("x")));
    assertFallsBack("FAILED", page -> fail(new Exception("x")));
    assertFallsBack("FAILED", page -> fail(new StackOverflowError()));
    assertFallsBack("FAILED", page -> fail(new AssertionError("x")));
    assertFallsBack("FAILED", page -> fail(new NoClassDefFoundError()));
  }

  @Test
  void gridsThatStandElsewhere() {
    assertTableFallsBack("BAD_ANSWER", table -> grid(new Box(0, 0, 20, 20)));
    assertTableFallsBack("FAILED", table -> new TableGrid(1, 1, 0, List.of()));
    assertTableFallsBack("FAILED", table -> overlapping(table));
    assertTableFallsBack("FAILED", table -> nothing());
    assertTableFallsBack("FAILED", table -> fail(new IOException("x")));
  }

  private static TableGrid grid(Box box) {
    return new TableGrid(1, 1, 0, List.of(new TableGrid.Cell(0, 0, 1, 1, box)));
  }

  private static TableGrid overlapping(PageView table) {
    TableGrid.Cell one = new TableGrid.Cell(0, 0, 1, 2, table.area());
    return new TableGrid(1, 2, 0, List.of(one, new TableGrid.Cell(0, 1, 1, 1, table.area())));
  }

  private static void assertFallsBack(String reason, LayoutModel model) {
    assertFellBack("layout-model " + reason, () -> Modelled.blocks(PAGE, model));
  }

  private static void assertTableFallsBack(String reason, TableModel model) {
    assertFellBack("table-model " + reason, () -> Modelled.blocks(PAGE, null, model));
  }

  /** As without a model, and one note. */
  private static void assertFellBack(String note, Supplier<List<Block>> reading) {
    List<Block> blocks = reading.get();
    assertThat(Modelled.dropped(blocks)).containsExactly(note);
    assertThat(blocks.stream().filter(block -> !(block instanceof Block.Dropped)).toList())
        .isEqualTo(OWN);
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T, E extends Throwable> T fail(Throwable failure) throws E {
    throw (E) failure;
  }
}
