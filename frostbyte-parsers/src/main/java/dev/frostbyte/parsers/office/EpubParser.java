package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.parsers.internal.ExpectedSum;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a book (EPUB 2 and 3) in the order of its spine, each chapter as the page that it is. A
 * chapter without headings gets the one the table of contents has for it. Thread-safe.
 */
final class EpubParser implements DocumentParser {
  private static final MediaType XHTML = new MediaType("application/xhtml+xml");

  private final DocumentParser pages;

  EpubParser(DocumentParser pages) {
    this.pages = pages;
  }

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    try (Container container = Container.open(source, limits)) {
      EpubBook book = EpubBook.read(container);
      Output out = new Output(sink, limits);
      ExpectedSum expected = new ExpectedSum();
      int pages = out.whole(() -> read(container, book, limits, expected, out));
      return expected.result(pages);
    } catch (RefusedException e) {
      return new ParseResult.Refused(e.problem());
    }
  }

  @Override
  public String fingerprint() {
    return pages.fingerprint();
  }

  @Override
  public void close() throws IOException {
    pages.close();
  }

  private int read(
      Container container, EpubBook book, ParseLimits limits, ExpectedSum expected, Output out)
      throws IOException {
    for (String property : book.properties()) {
      out.hidden(HiddenChannel.METADATA, property);
      expected.add(property);
    }
    EpubContents contents = EpubContents.read(container, book);
    for (EpubBook.Item item : book.spine()) {
      item(container, item, contents, limits, expected, out);
    }
    rest(book, out);
    return 0;
  }

  private void item(
      Container container,
      EpubBook.Item item,
      EpubContents contents,
      ParseLimits limits,
      ExpectedSum expected,
      Output out)
      throws IOException {
    if (!item.isPage() || !container.has(item.part())) {
      out.dropped(item.isPage() ? "chapter" : "image", item.isPage() ? "NOT_READ" : "NO_TEXT");
      return;
    }
    List<Block> blocks = new ArrayList<>();
    byte[] page = EpubStyles.inlined(container, item.part());
    out.gathering(
        () -> page(page, limits, blocks, expected, out),
        () -> chapter(item, blocks, contents, out));
  }

  private void page(
      byte[] page, ParseLimits limits, List<Block> into, ExpectedSum expected, Output out)
      throws IOException {
    ParseResult result = pages.parse(DocumentSource.of(page), XHTML, limits, into::add);
    switch (result) {
      case ParseResult.Complete complete -> expected.add(complete.expected());
      case ParseResult.Cut cut -> expected.add(cut);
      case ParseResult.Refused refused -> {
        into.clear();
        out.dropped("chapter", refused.problem().code().name());
      }
    }
  }

  private static void chapter(
      EpubBook.Item item, List<Block> blocks, EpubContents contents, Output out)
      throws IOException {
    EpubContents.Entry entry = contents.of(item.part());
    boolean headed = blocks.stream().map(Block::bare).anyMatch(Block.Heading.class::isInstance);
    boolean navigation = blocks.stream().allMatch(EpubParser::isNoText);
    if (!headed && !navigation) {
      out.heading(entry.level(), entry.label());
    }
    for (Block block : blocks) {
      out.emit(block);
    }
  }

  private static boolean isNoText(Block block) {
    return block instanceof Block.Furniture
        || block instanceof Block.Hidden
        || block instanceof Block.Link
        || block instanceof Block.Encoded
        || block instanceof Block.Dropped;
  }

  /** Pages that no reader reaches by turning leaves, and code. */
  private static void rest(EpubBook book, Output out) throws IOException {
    for (EpubBook.Item item : book.outside()) {
      if (item.isPage()) {
        out.dropped("chapter", "NOT_IN_SPINE");
      } else if (item.type().contains("script")) {
        out.dropped("script", "CODE");
      }
    }
  }
}
