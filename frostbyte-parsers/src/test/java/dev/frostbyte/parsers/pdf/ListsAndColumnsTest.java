package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.junit.jupiter.api.Test;

class ListsAndColumnsTest {
  private static final List<String> NARROW =
      List.of(
          "every letter that we send",
          "to a bank is kept for ten",
          "years in the archive below",
          "the old hall and a copy of",
          "each one goes to the desk",
          "that wrote it on that day");

  /** Each as if it were a line of a sentence, but of very different widths. */
  private static final List<String> ENTRIES =
      List.of(
          "number of the open accounts held",
          "date of this entry",
          "name of the branch that keeps it",
          "sum of all fees",
          "share of letters that came back",
          "sum of all gains");

  @Test
  void readsBulletsPaintedAsShapes() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 60, 700, "You need three things:");
                  for (int i = 0; i < 3; i++) {
                    Pdf.text(page, 80, 684 - 14 * i, "thing " + i);
                    dot(page, 68, 688 - 14 * i);
                  }
                }));
    assertThat(Pdf.all(blocks, Block.ListItem.class))
        .extracting(item -> item.text().value())
        .containsExactly("thing 0", "thing 1", "thing 2");
  }

  @Test
  void takesNoDotOfADrawingForABullet() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 60, 700, "Left");
                  dot(page, 84, 704);
                  Pdf.text(page, 92, 700, "right of a dot between words");
                }));
    assertThat(Pdf.all(blocks, Block.ListItem.class)).isEmpty();
    assertThat(Pdf.seen(blocks)).doesNotContain("\u2022");
  }

  @Test
  void keepsTheHyphensOfOptionsCutAtLineEnds() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, 60, 700, "Call it with the option --set-very-");
                  Pdf.text(page, 60, 686, "long-names and read container/latest/install-");
                  Pdf.text(page, 60, 672, "guide for more.");
                }));
    assertThat(Pdf.seen(blocks)).contains("--set-very-long-names", "latest/install-guide");
  }

  @Test
  void findsTheGutterInWhichAPageNumberStands() {
    String seen = Pdf.seen(Pdf.blocks(Pdf.page(ListsAndColumnsTest::columns)));
    seen = seen.replaceAll("\\s+", " ");
    assertThat(seen.indexOf("Part L")).isLessThan(seen.indexOf("Lx19"));
    assertThat(seen.indexOf("Lx19")).isLessThan(seen.indexOf("Rx0"));
    assertThat(seen.indexOf("Rx0")).isLessThan(seen.indexOf("Part R"));
    assertThat(seen.indexOf("Part R")).isLessThan(seen.indexOf("Rx19"));
  }

  /** Their lines stand beside each other as rows do, but break in the middle of sentences. */
  @Test
  void narrowTextsBesideEachOtherAreNoTable() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  for (int i = 0; i < NARROW.size(); i++) {
                    Pdf.text(page, 60, 700 - 14 * i, NARROW.get(i));
                    Pdf.text(page, 260, 700 - 14 * i, NARROW.get(NARROW.size() - 1 - i));
                  }
                }));
    assertThat(Pdf.all(blocks, Block.Table.class)).isEmpty();
    assertThat(Pdf.seen(blocks).replaceAll("\\s+", " "))
        .contains(String.join(" ", NARROW), String.join(" ", NARROW.reversed()));
  }

  @Test
  void shortEntriesInLowerCaseStayATable() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  for (int i = 0; i < ENTRIES.size(); i++) {
                    Pdf.text(page, 60, 700 - 14 * i, ENTRIES.get(i));
                    Pdf.text(page, 260, 700 - 14 * i, ENTRIES.get(ENTRIES.size() - 1 - i));
                    Pdf.text(page, 460, 700 - 14 * i, "unit of it");
                  }
                }));
    assertThat(Pdf.all(blocks, Block.Table.class)).hasSize(1);
  }

  /** The right column has headings at its edge and indented text. */
  private static void columns(PDPageContentStream page) throws IOException {
    for (int i = 0; i < 20; i++) {
      String left = "Lx" + i + " words of the left column here it is, and more";
      Pdf.text(page, Pdf.PLAIN, 9, 262 - width(left), 700 - 12 * i, left);
      String right = "Rx" + i + " words of the right column here it is";
      Pdf.text(page, Pdf.PLAIN, 9, 325, 703 - 13 * i, right);
    }
    Pdf.text(page, Pdf.BOLD, 11, 60, 718, "Part L");
    Pdf.text(page, Pdf.BOLD, 11, 279, 631.5f, "Part R of everything");
    Pdf.text(page, Pdf.PLAIN, 8, 268, 40, "1");
  }

  private static float width(String line) throws IOException {
    return new PDType1Font(Pdf.PLAIN).getStringWidth(line) / 1000 * 9;
  }

  /** A disc of four curves around a point. */
  private static void dot(PDPageContentStream page, float x, float y) throws IOException {
    float r = 1.8f;
    float k = 0.55f * r;
    page.moveTo(x - r, y);
    page.curveTo(x - r, y + k, x - k, y + r, x, y + r);
    page.curveTo(x + k, y + r, x + r, y + k, x + r, y);
    page.curveTo(x + r, y - k, x + k, y - r, x, y - r);
    page.curveTo(x - k, y - r, x - r, y - k, x - r, y);
    page.fill();
  }
}
