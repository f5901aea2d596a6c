package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;

class HiddenTextTest {
  private static final String SECRET = "the secret line";
  private static final String OPEN = "the open line";

  @Test
  void findsNothingHiddenInOrdinaryText() {
    List<Block> blocks = Pdf.blocks(Pdf.page(HiddenTextTest::open));
    assertThat(Pdf.all(blocks, Block.Hidden.class)).isEmpty();
    assertThat(Pdf.seen(blocks)).contains(OPEN);
  }

  @Test
  void findsTextThatIsNotPainted() {
    finds(
        HiddenChannel.INVISIBLE,
        page -> {
          page.setRenderingMode(RenderingMode.NEITHER);
          Pdf.text(page, 100, 600, SECRET);
          page.setRenderingMode(RenderingMode.FILL);
        });
  }

  @Test
  void findsWhiteTextOnPaper() {
    finds(HiddenChannel.COLOUR, page -> coloured(page, new Color(250, 250, 250)));
  }

  @Test
  void findsTextOfTheColourPaintedBelow() {
    finds(
        HiddenChannel.COLOUR,
        page -> {
          box(page, Color.BLUE, 90, 590, 200, 40);
          coloured(page, new Color(5, 5, 250));
        });
  }

  @Test
  void seesWhiteTextOnADarkBox() {
    sees(
        page -> {
          box(page, Color.BLUE, 90, 590, 200, 40);
          coloured(page, Color.WHITE);
        });
  }

  @Test
  void seesGreyAndYellowText() {
    sees(page -> coloured(page, new Color(190, 190, 190)));
    sees(page -> coloured(page, Color.YELLOW));
  }

  @Test
  void findsTransparentText() {
    finds(HiddenChannel.INVISIBLE, page -> faded(page, 0.02f));
  }

  @Test
  void seesAWatermark() {
    sees(page -> faded(page, 0.4f));
  }

  @Test
  void findsTinyText() {
    finds(HiddenChannel.SIZE, page -> Pdf.text(page, Pdf.PLAIN, 1, 100, 600, SECRET));
  }

  @Test
  void seesAFootnoteMark() {
    sees(page -> Pdf.text(page, Pdf.PLAIN, 4, 100, 600, SECRET));
  }

  @Test
  void findsTextBesideThePage() {
    finds(HiddenChannel.OFF_PAGE, page -> Pdf.text(page, 100, 2_000, SECRET));
  }

  @Test
  void findsTextThatIsClippedAway() {
    finds(
        HiddenChannel.OFF_PAGE,
        page -> {
          page.saveGraphicsState();
          page.addRect(10, 10, 20, 20);
          page.clip();
          Pdf.text(page, 100, 600, SECRET);
          page.restoreGraphicsState();
        });
  }

  @Test
  void seesTextInsideItsClip() {
    sees(
        page -> {
          page.saveGraphicsState();
          page.addRect(90, 580, 300, 50);
          page.clip();
          Pdf.text(page, 100, 600, SECRET);
          page.restoreGraphicsState();
        });
  }

  @Test
  void findsTextPaintedOver() {
    finds(
        HiddenChannel.COVERED,
        page -> {
          Pdf.text(page, 100, 600, SECRET);
          box(page, Color.LIGHT_GRAY, 90, 590, 300, 40);
        });
  }

  @Test
  void findsTextUnderAPicture() {
    byte[] bytes =
        Pdf.document(
            document ->
                Pdf.draw(
                    document,
                    new PDPage(PDRectangle.A4),
                    page -> {
                      open(page);
                      Pdf.text(page, 100, 600, SECRET);
                      picture(document, page, 90, 590, 300, 40);
                    }));
    assertHidden(Pdf.blocks(bytes), HiddenChannel.COVERED);
  }

  @Test
  void seesTextOnABoxPaintedBefore() {
    sees(
        page -> {
          box(page, Color.LIGHT_GRAY, 90, 590, 300, 40);
          Pdf.text(page, 100, 600, SECRET);
        });
  }

  @Test
  void findsTextOfALayerThatIsOff() {
    assertHidden(Pdf.blocks(layered(false)), HiddenChannel.MARKED_HIDDEN);
  }

  @Test
  void seesTextOfALayerThatIsOn() {
    assertThat(Pdf.seen(Pdf.blocks(layered(true)))).contains(SECRET);
  }

  @Test
  void seesTheRecognisedTextOfAScan() {
    List<Block> blocks = Pdf.blocks(scan(true));
    assertThat(Pdf.seen(blocks)).contains(SECRET);
    assertThat(Pdf.all(blocks, Block.Hidden.class)).isEmpty();
  }

  @Test
  void saysThatAScanHasNoText() {
    assertThat(Pdf.all(Pdf.blocks(scan(false)), Block.Dropped.class))
        .extracting(Block.Dropped::kind, Block.Dropped::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("page-image", "NO_TEXT"));
  }

  @Test
  void takesANoteForAComment() {
    byte[] bytes =
        Pdf.document(
            document -> {
              PDPage page = new PDPage(PDRectangle.A4);
              Pdf.draw(document, page, HiddenTextTest::open);
              PDAnnotationText note = new PDAnnotationText();
              note.setContents(SECRET);
              note.setRectangle(new PDRectangle(100, 600, 20, 20));
              page.getAnnotations().add(note);
            });
    List<Block> blocks = Pdf.blocks(bytes);
    assertHidden(blocks, HiddenChannel.COMMENT);
    Block.Hidden comment = Pdf.all(blocks, Block.Hidden.class).getFirst();
    assertThat(comment.regions().getFirst().box().top()).isBetween(200f, 240f);
  }

  private static void finds(HiddenChannel channel, Pdf.Drawing drawing) {
    List<Block> blocks =
        Pdf.blocks(
            Pdf.page(
                page -> {
                  open(page);
                  drawing.on(page);
                }));
    assertHidden(blocks, channel);
    assertThat(Pdf.all(blocks, Block.Hidden.class)).hasSize(1);
  }

  private static void assertHidden(List<Block> blocks, HiddenChannel channel) {
    assertThat(Pdf.hidden(blocks, channel)).containsExactly(SECRET);
    assertThat(Pdf.seen(blocks)).contains(OPEN).doesNotContain(SECRET);
  }

  private static void sees(Pdf.Drawing drawing) {
    List<Block> blocks = Pdf.blocks(Pdf.page(drawing));
    assertThat(Pdf.seen(blocks)).contains(SECRET);
    assertThat(Pdf.all(blocks, Block.Hidden.class)).isEmpty();
  }

  private static void open(PDPageContentStream page) throws IOException {
    page.setNonStrokingColor(Color.BLACK);
    Pdf.text(page, 100, 700, OPEN);
  }

  private static void coloured(PDPageContentStream page, Color color) throws IOException {
    page.setNonStrokingColor(color);
    Pdf.text(page, 100, 600, SECRET);
  }

  private static void faded(PDPageContentStream page, float alpha) throws IOException {
    PDExtendedGraphicsState state = new PDExtendedGraphicsState();
    state.setNonStrokingAlphaConstant(alpha);
    page.setGraphicsStateParameters(state);
    Pdf.text(page, 100, 600, SECRET);
  }

  private static void box(
      PDPageContentStream page, Color color, float x, float y, float width, float height)
      throws IOException {
    page.setNonStrokingColor(color);
    page.addRect(x, y, width, height);
    page.fill();
    page.setNonStrokingColor(Color.BLACK);
  }

  private static void picture(
      PDDocument document, PDPageContentStream page, float x, float y, float width, float height)
      throws IOException {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    page.drawImage(LosslessFactory.createFromImage(document, image), x, y, width, height);
  }

  private static byte[] layered(boolean on) {
    return Pdf.document(
        document -> {
          PDOptionalContentProperties layers = new PDOptionalContentProperties();
          PDOptionalContentGroup layer = new PDOptionalContentGroup("layer");
          layers.addGroup(layer);
          layers.setGroupEnabled(layer, on);
          document.getDocumentCatalog().setOCProperties(layers);
          Pdf.draw(
              document,
              new PDPage(PDRectangle.A4),
              page -> {
                open(page);
                page.beginMarkedContent(COSName.OC, layer);
                Pdf.text(page, 100, 600, SECRET);
                page.endMarkedContent();
              });
        });
  }

  private static byte[] scan(boolean recognised) {
    return Pdf.document(
        document ->
            Pdf.draw(
                document,
                new PDPage(PDRectangle.A4),
                page -> {
                  picture(document, page, 0, 0, 595, 842);
                  if (recognised) {
                    page.setRenderingMode(RenderingMode.NEITHER);
                    Pdf.text(page, 100, 600, SECRET);
                  }
                }));
  }
}
