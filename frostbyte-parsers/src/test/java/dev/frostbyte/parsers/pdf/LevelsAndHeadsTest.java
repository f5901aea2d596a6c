package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;

class LevelsAndHeadsTest {
  @Test
  void beginsAtLevelTwoWhereNoHeadingIsATitle() {
    List<Block> blocks = sections(14, "Means", "Ends", "Costs");
    assertThat(headings(blocks)).containsExactly("2Means", "3Part of it", "2Ends", "2Costs");
  }

  @Test
  void takesTheLargestHeadingForTheTitleWhereItIsMuchLarger() {
    List<Block> blocks = sections(20, "Means", "Ends", "Costs");
    assertThat(headings(blocks)).containsExactly("1Means", "2Part of it", "1Ends", "1Costs");
  }

  @Test
  void ranksHeadingsOfOneLookByTheirNumbers() {
    List<Block> blocks = sections(20, "1 Means", "1.1 Ends", "2 Costs");
    assertThat(headings(blocks))
        .containsExactly("11 Means", "2Part of it", "21.1 Ends", "12 Costs");
  }

  @Test
  void partsHeadsThatStandAsNearAsWords() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 60, 760, "Running text of the page stands above the table here.");
                  Pdf.text(page, 60, 700, "Alphabet Betaville Gammaray");
                  cells(page, 686, "1.2", "3.4", "5.6");
                }));
    Block.Table table = Pdf.all(blocks, Block.Table.class).getFirst();
    assertThat(table.columns()).isEqualTo(3);
    assertThat(table.cells())
        .extracting(cell -> cell.text().value())
        .containsExactly("Alphabet", "Betaville", "Gammaray", "1.2", "3.4", "5.6");
  }

  @Test
  void joinsTheLinesOfAHeadOverColumnsOfNumbers() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  row(page, 700, "Position", "No. of", "Last year");
                  row(page, 688, "", "Seats", "(adjusted)");
                  row(page, 676, "Senate", "24", "8.3");
                  row(page, 664, "House", "202", "9.4");
                  row(page, 652, "Mayors", "78", "7.1");
                }));
    Block.Table table = Pdf.all(blocks, Block.Table.class).getFirst();
    assertThat(table.cells().subList(0, 4))
        .extracting(cell -> cell.text().value())
        .containsExactly("Position", "No. of Seats", "Last year (adjusted)", "Senate");
  }

  @Test
  void readsRunsWhoseEndsOverlapOneAfterTheOther() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 60, 700, "were sent to either: ");
                  Pdf.text(page, 143, 700, "(1) the house on the hill or");
                }));
    assertThat(Pdf.seen(blocks)).contains("sent to either: (1) the house on the hill or");
  }

  @Test
  void takesWhatIsFramedByCharactersForOneText() {
    assertThat(strip("Reads", "\u2502").texts()).isEqualTo(1);
    assertThat(strip("Reads", "20").texts()).isEqualTo(2);
  }

  private static Strip strip(String left, String right) {
    List<Chunk> chunks = List.of(chunk(left, 0), chunk(right, 90));
    return new Strip(chunks, Rect.around(chunks, Chunk::rect));
  }

  private static Chunk chunk(String text, float x) {
    Rect rect = new Rect(x, 0, x + 40, 10);
    return Chunk.of(List.of(Word.level(text, rect, 8, 10, FontStyle.PLAIN, Glyph.UNMARKED)));
  }

  private static void row(PDPageContentStream page, float y, String... texts) throws IOException {
    for (int i = 0; i < texts.length; i++) {
      Pdf.text(page, 60 + 110 * i, y, texts[i]);
    }
  }

  /** Texts below the words of the line of heads. */
  private static void cells(PDPageContentStream page, float y, String... texts) throws IOException {
    float[] lefts = {60, 106.5f, 151.2f};
    for (int i = 0; i < texts.length; i++) {
      Pdf.text(page, lefts[i], y, texts[i]);
    }
  }

  /** Headings of one look with running text, a smaller heading after the first. */
  private static List<Block> sections(float size, String... titles) {
    return Pdf.blocks(
        Pdf.page(
            page -> {
              for (int i = 0; i < titles.length; i++) {
                float y = 760 - 120 * i;
                Pdf.text(page, Pdf.BOLD, size, 60, y, titles[i]);
                Pdf.text(page, 60, y - 24, "Running text of the section stands below its title.");
                if (i == 0) {
                  Pdf.text(page, Pdf.BOLD, 12, 60, y - 54, "Part of it");
                  Pdf.text(page, 60, y - 74, "Running text of the part stands below its title.");
                }
              }
            }));
  }

  private static List<String> headings(List<Block> blocks) {
    return Pdf.all(blocks, Block.Heading.class).stream()
        .map(heading -> heading.level() + heading.text().value())
        .toList();
  }
}
