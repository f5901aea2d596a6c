package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.StageConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Draws documents for tests and reads them. */
final class Pdf {
  static final PdfParser PARSER = (PdfParser) new PdfParserProvider().open(StageConfig.none());
  static final FontName PLAIN = FontName.HELVETICA;
  static final FontName BOLD = FontName.HELVETICA_BOLD;

  private Pdf() {}

  /** Draws one page. */
  interface Drawing {
    void on(PDPageContentStream page) throws IOException;
  }

  /** Changes a whole document. */
  interface Change {
    void of(PDDocument document) throws IOException;
  }

  static byte[] page(Drawing drawing) {
    return document(document -> draw(document, new PDPage(PDRectangle.A4), drawing));
  }

  static byte[] document(Change change) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      change.of(document);
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("drawing a document failed", e);
    }
  }

  static void draw(PDDocument document, PDPage page, Drawing drawing) throws IOException {
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      drawing.on(content);
    }
  }

  /**
   * One line of text, in a font of its own since fonts belong to one document; y grows upwards from
   * the bottom of the page.
   */
  static void text(
      PDPageContentStream page, FontName font, float size, float x, float y, String line)
      throws IOException {
    page.beginText();
    page.setFont(new PDType1Font(font), size);
    page.newLineAtOffset(x, y);
    page.showText(line);
    page.endText();
  }

  static void text(PDPageContentStream page, float x, float y, String line) throws IOException {
    text(page, PLAIN, 11, x, y, line);
  }

  /** Blocks of a document that is read to its end, without what is known of them. */
  static List<Block> blocks(byte[] bytes) {
    List<Block> blocks = new ArrayList<>();
    ParseResult result = parse(bytes, ParseLimits.DEFAULT, blocks);
    if (!(result instanceof ParseResult.Complete)) {
      throw new AssertionError("not read to its end: " + result);
    }
    return blocks.stream().map(Block::bare).toList();
  }

  static ParseResult parse(byte[] bytes, ParseLimits limits, List<Block> blocks) {
    try {
      return PARSER.parse(DocumentSource.of(bytes), MediaType.PDF, limits, blocks::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a reader sees, one block a line. */
  static String seen(List<Block> blocks) {
    return MarkdownView.of(blocks);
  }

  static List<String> hidden(List<Block> blocks, HiddenChannel channel) {
    List<String> texts = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Hidden hidden && hidden.channel() == channel) {
        texts.add(hidden.text().value());
      }
    }
    return texts;
  }

  static <B extends Block> List<B> all(List<Block> blocks, Class<B> kind) {
    return blocks.stream().map(Block::bare).filter(kind::isInstance).map(kind::cast).toList();
  }
}
