package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;

class NotesAndLinksTest {
  @Test
  void tellsRaisedMarksInSmallPrintForNotes() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  body(page);
                  note(page, 90, "1", "See the other volume of the same work,");
                  Pdf.text(page, Pdf.PLAIN, 8, 64, 80, "second edition");
                  note(page, 70, "2", "And this one too");
                }));
    assertThat(notes(blocks))
        .containsExactly(
            "1|See the other volume of the same work, second edition", "2|And this one too");
    assertThat(Pdf.all(blocks, Block.Paragraph.class)).hasSize(1);
  }

  @Test
  void tellsNumbersUnderAShortLineForNotes() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  body(page);
                  page.moveTo(60, 104);
                  page.lineTo(160, 104);
                  page.stroke();
                  Pdf.text(page, Pdf.PLAIN, 8, 60, 90, "1 See the other volume of the same work");
                }));
    assertThat(notes(blocks)).containsExactly("1|See the other volume of the same work");
  }

  @Test
  void takesSmallPrintWithoutAMarkForText() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  body(page);
                  Pdf.text(page, Pdf.PLAIN, 8, 60, 90, "Printed by the printers of the town");
                }));
    assertThat(notes(blocks)).isEmpty();
    assertThat(Pdf.all(blocks, Block.Paragraph.class)).hasSize(2);
  }

  @Test
  void takesAPowerAtTheStartOfALineForText() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  Pdf.text(page, Pdf.PLAIN, 7, 60, 704, "14");
                  Pdf.text(page, 68, 700, "C is found in the wood of the oldest of the houses");
                  Pdf.text(page, 60, 686, "of which the town has more than any other one.");
                }));
    assertThat(notes(blocks)).isEmpty();
    assertThat(Pdf.seen(blocks)).contains("14C is found");
  }

  @Test
  void givesALinkToTheTextItLiesOn() {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.document(
                document -> {
                  PDPage first = new PDPage(PDRectangle.A4);
                  Pdf.draw(
                      document,
                      first,
                      page -> {
                        Pdf.text(page, 60, 700, "Before it.");
                        Pdf.text(page, 60, 660, "Read the manual first");
                        Pdf.text(page, 60, 620, "After it.");
                      });
                  link(first, 82, 657, 62, 12, "https://example.com/manual");
                  link(first, 300, 100, 40, 12, "https://example.com/nowhere");
                }));
    int at = blocks.indexOf(Pdf.all(blocks, Block.Link.class).getFirst());
    assertThat(blocks.get(at - 1))
        .isInstanceOfSatisfying(
            Block.Paragraph.class,
            it -> assertThat(it.text().value()).isEqualTo("Read the manual first"));
    assertThat(Pdf.all(blocks, Block.Link.class))
        .extracting(it -> it.label().value() + "|" + it.target().value())
        .containsExactly("the manual|https://example.com/manual");
    assertThat(Pdf.hidden(blocks, HiddenChannel.LINK))
        .containsExactly("https://example.com/nowhere");
  }

  private static void body(PDPageContentStream page) throws IOException {
    for (int i = 0; i < 6; i++) {
      Pdf.text(page, 60, 700 - 14 * i, "The running text of the page goes on for some lines and");
    }
  }

  private static void note(PDPageContentStream page, float y, String mark, String text)
      throws IOException {
    Pdf.text(page, Pdf.PLAIN, 5, 60, y + 3, mark);
    Pdf.text(page, Pdf.PLAIN, 8, 64, y, text);
  }

  private static void link(PDPage page, float x, float y, float width, float height, String target)
      throws IOException {
    PDActionURI action = new PDActionURI();
    action.setURI(target);
    PDAnnotationLink link = new PDAnnotationLink();
    link.setRectangle(new PDRectangle(x, y, width, height));
    link.setAction(action);
    page.getAnnotations().add(link);
  }

  private static List<String> notes(List<Block> blocks) {
    return Pdf.all(blocks, Block.Footnote.class).stream()
        .map(note -> note.marker().value() + "|" + note.text().value())
        .toList();
  }
}
