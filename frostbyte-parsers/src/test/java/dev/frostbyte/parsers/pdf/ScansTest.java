package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.StageConfig;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class ScansTest {
  private static final String FIRST = "The tenant pays the rent on the first day of every month,";
  private static final String SECOND = "and the landlord keeps the roof and the walls in repair.";
  private static final BufferedImage LETTER =
      drawn(
          Pdf.page(
              page -> {
                Pdf.text(page, Pdf.BOLD, 20, 60, 760, "Lease");
                Pdf.text(page, 60, 700, FIRST);
                Pdf.text(page, 60, 686, SECOND);
                Pdf.text(page, 60, 640, "1. Keys are handed over");
              }));

  @Test
  void readsAPageThatIsAPicture() {
    List<Block> blocks = Pdf.blocks(scan(LETTER));
    assertThat(Pdf.seen(blocks)).contains("# Lease", FIRST + " " + SECOND);
    assertThat(Pdf.all(blocks, Block.ListItem.class)).hasSize(1);
    assertThat(Pdf.all(blocks, Block.Dropped.class)).isEmpty();
    Block body = Pdf.all(blocks, Block.Paragraph.class).getFirst();
    assertThat(body.regions().getFirst().box().left()).isBetween(57f, 63f);
    assertThat(body.regions().getFirst().box().top()).isBetween(842f - 715, 842f - 700);
  }

  @Test
  void readsAPictureThatLiesOnItsSide() {
    BufferedImage turned =
        new BufferedImage(LETTER.getHeight(), LETTER.getWidth(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = turned.createGraphics();
    graphics.translate(0, LETTER.getWidth());
    graphics.rotate(-Math.PI / 2);
    graphics.drawImage(LETTER, 0, 0, null);
    graphics.dispose();
    assertThat(Pdf.seen(Pdf.blocks(scan(turned)))).contains("# Lease", FIRST + " " + SECOND);
  }

  @Test
  void readsTextThatIsStampedOnAPictureOnce() {
    byte[] stamped =
        Pdf.document(
            document -> {
              PDImageXObject image = LosslessFactory.createFromImage(document, LETTER);
              Pdf.draw(
                  document,
                  new PDPage(PDRectangle.A4),
                  page -> {
                    page.drawImage(image, 0, 0, 595, 842);
                    Pdf.text(page, 60, 400, "Received in good order");
                  });
            });
    String seen = Pdf.seen(Pdf.blocks(stamped));
    assertThat(seen).contains(FIRST).containsOnlyOnce("Received in good order");
  }

  @Test
  void saysHowSureItIsOfWhatItRecognised() {
    List<Block> blocks = noted(scan(LETTER));
    assertThat(blocks)
        .filteredOn(Block.Noted.class::isInstance)
        .hasSizeGreaterThan(2)
        .allSatisfy(
            block -> {
              Evidence evidence = ((Block.Noted) block).evidence();
              assertThat(evidence.basis()).isEqualTo(Evidence.Basis.OCR);
              assertThat(evidence.confidence()).isBetween(0.7f, 0.9999f);
            });
  }

  @Test
  void textThatTheFileHoldsIsSure() {
    byte[] bytes = Pdf.page(page -> Pdf.text(page, 60, 700, FIRST));
    assertThat(noted(bytes))
        .filteredOn(Block.Noted.class::isInstance)
        .singleElement()
        .satisfies(
            block ->
                assertThat(((Block.Noted) block).evidence().basis())
                    .isEqualTo(Evidence.Basis.LAYOUT));
  }

  @Test
  void namesThePagesBeyondThoseItMayRecognise() {
    List<Block> blocks = new ArrayList<>();
    byte[] bytes = scans(LETTER, LETTER, LETTER);
    try (DocumentParser parser =
        new PdfParserProvider().open(StageConfig.of(Map.of("recognisedPages", "1")))) {
      assertThatThrownBy(() -> parse(parser, bytes, blocks))
          .isInstanceOf(BudgetReachedException.class)
          .hasMessage("recognisedPages of 1 reached");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(Pdf.seen(blocks)).containsOnlyOnce(FIRST);
    assertThat(Pdf.all(blocks, Block.Dropped.class))
        .allMatch(dropped -> dropped.reason().equals("NOT_RECOGNISED"))
        .extracting(dropped -> dropped.regions().getFirst().page())
        .containsExactly(2, 3);
  }

  @Test
  void readsScansByTesseractWhereItIsNamed() throws IOException {
    Path program = Path.of("/usr/bin/tesseract");
    assumeThat(Files.isExecutable(program)).as("Tesseract is installed at " + program).isTrue();
    StageConfig config = StageConfig.of(Map.of("tesseract", program.toString()));
    List<Block> blocks = new ArrayList<>();
    try (DocumentParser parser = new PdfParserProvider().open(config)) {
      parse(parser, scan(LETTER), blocks);
      assertThat(parser.fingerprint()).contains("tesseract 5");
    }
    assertThat(Pdf.seen(blocks)).contains("# Lease", FIRST + " " + SECOND);
  }

  @Test
  void saysThatAPageHoldsNeitherTextNorPicture() {
    byte[] bytes = Pdf.page(page -> page.addRect(100, 100, 200, 200));
    assertThat(Pdf.all(Pdf.blocks(bytes), Block.Dropped.class))
        .singleElement()
        .satisfies(
            dropped -> {
              assertThat(dropped.kind()).isEqualTo("page");
              assertThat(dropped.reason()).isEqualTo("NO_TEXT");
            });
  }

  @Test
  void saysThatAPictureHoldsNoText() {
    BufferedImage grey = new BufferedImage(400, 500, BufferedImage.TYPE_BYTE_GRAY);
    assertThat(Pdf.blocks(scan(grey)))
        .filteredOn(block -> !(block instanceof Block.Page))
        .singleElement()
        .isInstanceOfSatisfying(
            Block.Dropped.class,
            dropped -> {
              assertThat(dropped.kind()).isEqualTo("page-image");
              assertThat(dropped.reason()).isEqualTo("NO_TEXT");
            });
  }

  @Test
  void doesNotDrawAPictureThatClaimsTooManyPixels() {
    byte[] bytes =
        Pdf.document(
            document -> {
              PDImageXObject image = LosslessFactory.createFromImage(document, LETTER);
              image.getCOSObject().setInt(COSName.WIDTH, 100_000);
              image.getCOSObject().setInt(COSName.HEIGHT, 100_000);
              Pdf.draw(
                  document,
                  new PDPage(PDRectangle.A4),
                  page -> page.drawImage(image, 0, 0, 595, 842));
            });
    assertThat(Pdf.all(Pdf.blocks(bytes), Block.Dropped.class))
        .extracting(Block.Dropped::reason)
        .containsExactly("UNREADABLE");
  }

  @Test
  void leavesAPageOfTextWithAPictureAlone() {
    byte[] bytes =
        Pdf.document(
            document -> {
              PDImageXObject image = LosslessFactory.createFromImage(document, LETTER);
              Pdf.draw(
                  document,
                  new PDPage(PDRectangle.A4),
                  page -> {
                    page.drawImage(image, 60, 60, 200, 280);
                    for (int line = 0; line < 5; line++) {
                      Pdf.text(page, 60, 700 - 14 * line, FIRST);
                    }
                  });
            });
    assertThat(Pdf.all(Pdf.blocks(bytes), Block.Dropped.class))
        .extracting(Block.Dropped::kind)
        .containsExactly("image");
  }

  private static List<Block> noted(byte[] bytes) {
    List<Block> blocks = new ArrayList<>();
    try (DocumentParser parser = new PdfParserProvider().open(StageConfig.none())) {
      parse(parser, bytes, blocks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return blocks;
  }

  private static void parse(DocumentParser parser, byte[] bytes, List<Block> blocks)
      throws IOException {
    parser.parse(DocumentSource.of(bytes), MediaType.PDF, ParseLimits.DEFAULT, blocks::add);
  }

  private static byte[] scan(BufferedImage picture) {
    return scans(picture);
  }

  private static byte[] scans(BufferedImage... pictures) {
    return Pdf.document(
        document -> {
          for (BufferedImage picture : pictures) {
            draw(document, picture);
          }
        });
  }

  private static void draw(PDDocument document, BufferedImage picture) throws IOException {
    PDImageXObject image = LosslessFactory.createFromImage(document, picture);
    boolean wide = picture.getWidth() > picture.getHeight();
    PDRectangle size = wide ? new PDRectangle(842, 595) : PDRectangle.A4;
    Pdf.draw(
        document,
        new PDPage(size),
        page -> page.drawImage(image, 0, 0, size.getWidth(), size.getHeight()));
  }

  private static BufferedImage drawn(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(0, 150, ImageType.GRAY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
