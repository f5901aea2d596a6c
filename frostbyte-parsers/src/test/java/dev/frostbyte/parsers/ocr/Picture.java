package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.pdf.PdfParserProvider;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws pictures of text for tests, with the font that PDFBox carries, and reads them. */
final class Picture {
  static final MediaType PNG = dev.frostbyte.parsers.ocr.ImageType.PNG;
  static final MediaType JPEG = dev.frostbyte.parsers.ocr.ImageType.JPEG;
  static final MediaType TIFF = dev.frostbyte.parsers.ocr.ImageType.TIFF;
  static final int DPI = 150;

  static {
    new PdfParserProvider().open(StageConfig.none());
  }

  private Picture() {}

  /** Text drawn on a page, y growing upwards from its bottom, points. */
  record Text(float size, float x, float y, String text) {}

  static BufferedImage of(float width, float height, Text... texts) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        write(content, texts);
      }
      return new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
    } catch (IOException e) {
      throw new UncheckedIOException("drawing failed", e);
    }
  }

  private static void write(PDPageContentStream content, Text... texts) throws IOException {
    for (Text text : texts) {
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), text.size());
      content.newLineAtOffset(text.x(), text.y());
      content.showText(text.text());
      content.endText();
    }
  }

  /** Lines of 11 points, 16 apart. */
  static BufferedImage lines(String... lines) {
    Text[] texts = new Text[lines.length];
    for (int i = 0; i < lines.length; i++) {
      texts[i] = new Text(11, 20, 20 + 16 * (lines.length - 1 - i), lines[i]);
    }
    return of(300, 40 + 16 * lines.length, texts);
  }

  /** Turned about its middle onto white. */
  static BufferedImage turned(BufferedImage image, double degrees) {
    boolean across = Math.round(degrees / 90) % 2 != 0;
    int width = across ? image.getHeight() : image.getWidth();
    int height = across ? image.getWidth() : image.getHeight();
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.translate(width / 2.0, height / 2.0);
    graphics.rotate(Math.toRadians(degrees));
    graphics.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return turned;
  }

  /** The same picture stored in another way, such as {@code BufferedImage.TYPE_4BYTE_ABGR}. */
  static BufferedImage as(BufferedImage image, int type) {
    BufferedImage other = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D graphics = other.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return other;
  }

  static byte[] png(BufferedImage image) {
    return written(image, "png");
  }

  static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(image, format, stream)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] tiff(BufferedImage... pages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(new IIOImage(page, null, null), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static ParseResult parse(
      DocumentParser parser, MediaType type, byte[] bytes, List<Block> blocks) {
    try {
      return parser.parse(DocumentSource.of(bytes), type, ParseLimits.DEFAULT, blocks::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Blocks of a picture that is read to its end, but for the sizes of its pages. */
  static List<Block> blocks(DocumentParser parser, MediaType type, byte[] bytes) {
    List<Block> blocks = all(parser, type, bytes);
    blocks.removeIf(Block.Page.class::isInstance);
    return blocks;
  }

  /** Everything that is emitted of a picture that is read to its end. */
  static List<Block> all(DocumentParser parser, MediaType type, byte[] bytes) {
    List<Block> blocks = new ArrayList<>();
    ParseResult result = parse(parser, type, bytes, blocks);
    if (!(result instanceof ParseResult.Complete)) {
      throw new AssertionError("not read to its end: " + result);
    }
    return blocks;
  }

  /** A block a line: its kind and its text; sizes of pages are not shown. */
  static String seen(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> !(block instanceof Block.Page))
        .map(Picture::seen)
        .collect(Collectors.joining("\n"));
  }

  private static String seen(Block block) {
    return switch (block.bare()) {
      case Block.Heading heading -> "#" + heading.level() + " " + heading.text().value();
      case Block.Paragraph paragraph -> paragraph.text().value();
      case Block.ListItem item -> item.marker().value() + " | " + item.text().value();
      case Block.Dropped dropped -> "[" + dropped.kind() + " " + dropped.reason() + "]";
      default -> block.getClass().getSimpleName();
    };
  }
}
