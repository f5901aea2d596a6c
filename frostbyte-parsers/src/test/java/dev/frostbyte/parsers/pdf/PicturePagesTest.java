package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.internal.PagePainter;
import dev.frostbyte.parsers.internal.PictureLayout;
import dev.frostbyte.parsers.ocr.OcrParserProvider;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** A picture says the same as an image file and as a page of a PDF. */
class PicturePagesTest {
  private static final PagePainter UNSEEN =
      dpi -> {
        throw new IOException("no model looks at it");
      };
  private static final int DPI = 200;
  private static final String[][] PRICES = {
    {"Item", "Pieces", "Price", "Total"},
    {"Bolts", "100", "12.50", "1250.00"},
    {"Nuts", "200", "8.00", "2400.00"},
    {"Washers", "50", "1.25", "62.50"}
  };

  private static final String[] LEFT = {
    "The seller sends the goods with the first ship",
    "that has room for them, and tells the buyer on",
    "the same day when it will arrive. Whoever opens",
    "a box at the harbour does so at his own risk and",
    "writes down what he found in it, with the name",
    "of the ship and the number of the box."
  };
  private static final String[] RIGHT = {
    "The buyer looks at what came within ten days",
    "and says in a letter what is missing or broken.",
    "What he does not name in that time counts as",
    "delivered. For boxes that were opened before he",
    "saw them the time begins when he was told, and",
    "ends after twenty days in any case."
  };

  @Test
  void aTableUnderAHeadingIsTheSame() {
    BufferedImage picture = drawn(PicturePagesTest::priceList);
    List<Block> blocks = file("png", picture);
    assertThat(Pdf.seen(blocks))
        .isEqualTo(Pdf.seen(page(picture)))
        .startsWith("# Price list")
        .contains("The prices below hold until the end of the year and include the cost of")
        .contains("<tr><td>Bolts</td><td>100</td><td>12.50</td><td>1250.00</td></tr>");
    assertThat(Pdf.all(blocks, Block.Table.class)).hasSize(1);
  }

  @Test
  void columnsAreTheSame() {
    BufferedImage picture = drawn(PicturePagesTest::columns);
    String seen = Pdf.seen(file("png", picture));
    assertThat(seen).isEqualTo(Pdf.seen(page(picture)));
    assertThat(seen).contains(String.join(" ", LEFT) + "\n\n" + String.join(" ", RIGHT));
  }

  @Test
  void twoPagesAreTheSame() {
    BufferedImage[] pictures = {
      drawn(PicturePagesTest::columns), drawn(PicturePagesTest::priceList)
    };
    List<Block> blocks = file("tiff", pictures);
    assertThat(Pdf.seen(blocks)).isEqualTo(Pdf.seen(page(pictures)));
    assertThat(Pdf.all(blocks, Block.Page.class)).hasSize(2);
    Region table = Pdf.all(blocks, Block.Table.class).getFirst().regions().getFirst();
    Region same = Pdf.all(page(pictures), Block.Table.class).getFirst().regions().getFirst();
    assertThat(table.page()).isEqualTo(2);
    assertThat(table.box().left()).isBetween(same.box().left() - 2, same.box().left() + 2);
    assertThat(table.box().bottom()).isBetween(same.box().bottom() - 2, same.box().bottom() + 2);
  }

  @Test
  void pagesThatWereNotReadStandInTheirPlace() {
    PictureLayout layout = PdfParserProvider.pictures();
    layout.add(1, dropped(1));
    layout.add(new PageSize(2, 300, 400), List.of(), List.of(dropped(2)), UNSEEN);
    layout.add(new PageSize(3, 300, 400), List.of(word(3)), List.of(), UNSEEN);
    layout.add(4, dropped(4));
    List<Block> blocks = layout.blocks();
    assertThat(blocks).filteredOn(Block.Page.class::isInstance).hasSize(2);
    assertThat(blocks.subList(2, 6))
        .extracting(block -> block.regions().getFirst().page())
        .containsExactly(1, 2, 3, 4);
    assertThat(((Block.Noted) blocks.get(4)).evidence().confidence()).isEqualTo(0.75f);
  }

  private static Block dropped(int number) {
    return new Block.Dropped("page-image", "UNREADABLE", List.of(Region.page(number)));
  }

  private static Block word(int number) {
    Region place = new Region(number, new Box(20, 20, 60, 32));
    return Block.paragraph("Rent", List.of(place)).noted(Evidence.ocr(0.75f));
  }

  private static void priceList(PDPageContentStream page) throws IOException {
    Pdf.text(page, Pdf.BOLD, 20, 60, 760, "Price list");
    Pdf.text(
        page, 60, 720, "The prices below hold until the end of the year and include the cost of");
    Pdf.text(page, 60, 706, "carriage. Orders of more than one hundred pieces are free of charge.");
    for (int row = 0; row < PRICES.length; row++) {
      for (int column = 0; column < PRICES[row].length; column++) {
        Pdf.text(page, 76 + 110 * column, 660 - 22 * row, PRICES[row][column]);
        page.addRect(60 + 110 * column, 653 - 22 * row, 110, 22);
      }
    }
    page.stroke();
  }

  private static void columns(PDPageContentStream page) throws IOException {
    Pdf.text(page, Pdf.BOLD, 20, 60, 760, "Terms of delivery");
    for (int line = 0; line < LEFT.length; line++) {
      Pdf.text(page, 60, 700 - 14 * line, LEFT[line]);
      Pdf.text(page, 320, 700 - 14 * line, RIGHT[line]);
    }
  }

  private static BufferedImage drawn(Pdf.Drawing drawing) {
    try (PDDocument document = Loader.loadPDF(Pdf.page(drawing))) {
      return new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Blocks of pictures as pages of a PDF, one pixel of its resolution for one of theirs. */
  private static List<Block> page(BufferedImage... pictures) {
    return Pdf.blocks(
        Pdf.document(
            document -> {
              for (BufferedImage picture : pictures) {
                PDImageXObject image = LosslessFactory.createFromImage(document, picture);
                float width = picture.getWidth() * 72f / DPI;
                float height = picture.getHeight() * 72f / DPI;
                Pdf.draw(
                    document,
                    new PDPage(new PDRectangle(width, height)),
                    content -> content.drawImage(image, 0, 0, width, height));
              }
            }));
  }

  /** Blocks of pictures as pages of an image file. */
  private static List<Block> file(String format, BufferedImage... pictures) {
    List<Block> blocks = new ArrayList<>();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (DocumentParser parser = new OcrParserProvider().open(StageConfig.none())) {
      try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
        writer.setOutput(stream);
        write(writer, pictures);
      }
      DocumentSource source = DocumentSource.of(out.toByteArray());
      parser.parse(source, new MediaType("image/" + format), ParseLimits.DEFAULT, blocks::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return blocks;
  }

  private static void write(ImageWriter writer, BufferedImage... pictures) throws IOException {
    if (!writer.canWriteSequence()) {
      writer.write(pictures[0]);
      return;
    }
    writer.prepareWriteSequence(null);
    for (BufferedImage picture : pictures) {
      writer.writeToSequence(new IIOImage(picture, null, null), null);
    }
    writer.endWriteSequence();
  }
}
