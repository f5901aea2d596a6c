package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.LayoutBox;
import dev.frostbyte.api.spi.LayoutLabel;
import dev.frostbyte.api.spi.LayoutModel;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.TableModel;
import dev.frostbyte.parsers.internal.PageModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads documents with models that tests make up. */
final class Modelled {
  private Modelled() {}

  /** Blocks of a document that is read to its end with a layout model. */
  static List<Block> blocks(byte[] bytes, LayoutModel layout) {
    return blocks(bytes, layout, null);
  }

  static List<Block> blocks(
      byte[] bytes, @Nullable LayoutModel layout, @Nullable TableModel table) {
    return blocks(bytes, PdfParserProvider.Settings.DEFAULT, PageModels.of(layout, table));
  }

  static List<Block> blocks(byte[] bytes, PdfParserProvider.Settings settings, PageModels models) {
    Pdf.PARSER.fingerprint();
    List<Block> blocks = new ArrayList<>();
    try (PdfParser parser = new PdfParser(settings, models)) {
      ParseResult result =
          parser.parse(DocumentSource.of(bytes), MediaType.PDF, ParseLimits.DEFAULT, blocks::add);
      if (!(result instanceof ParseResult.Complete)) {
        throw new AssertionError("not read to its end: " + result);
      }
      return blocks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A part of an A4 page; y grows downwards, unlike in {@link Pdf}. */
  static LayoutBox part(LayoutLabel label, float left, float top, float right, float bottom) {
    return new LayoutBox(label, new Box(left, top, right, bottom), 0.9f);
  }

  /** What a reader sees, one block a line. */
  static String seen(List<Block> blocks) {
    return Pdf.seen(blocks.stream().map(Block::bare).toList());
  }

  /** What was left out or could not be asked, as kind and reason. */
  static List<String> dropped(List<Block> blocks) {
    return Pdf.all(blocks, Block.Dropped.class).stream()
        .map(dropped -> dropped.kind() + " " + dropped.reason())
        .toList();
  }
}
