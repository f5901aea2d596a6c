package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the pages of one image file in order and emits what they say. One thread. */
final class ImagePages {
  /** Pages of less confidence are flagged. */
  private static final float SURE = 0.7f;

  /** Lines of less are noise: they are left out, and said to be. */
  private static final float READABLE = 0.5f;

  private static final String TEXT = "recognised-text";

  private final ImageFile file;
  private final OcrSettings settings;
  private final PageReader reader;
  private final ElementSink sink;

  ImagePages(ImageFile file, OcrSettings settings, PageReader reader, ElementSink sink) {
    this.file = file;
    this.settings = settings;
    this.reader = reader;
    this.sink = sink;
  }

  /**
   * A page that cannot be decoded is left out; a file without any other is refused. Pages beyond
   * those that are recognised are named.
   */
  ParseResult emit(int pages, ParseLimits limits) throws IOException {
    int recognised = Math.min(pages, settings.recognisedPages());
    List<RefusedException> broken = new ArrayList<>();
    for (int number = 1; number <= recognised; number++) {
      if (number > limits.maxPages()) {
        throw new BudgetReachedException("maxPages", limits.maxPages());
      }
      read(number, broken);
    }
    if (!broken.isEmpty() && broken.size() == recognised) {
      return new ParseResult.Refused(broken.getFirst().problem());
    }
    nameRest(pages, Math.min(pages, limits.maxPages()));
    return new ParseResult.Complete(pages);
  }

  private void read(int number, List<RefusedException> broken) throws IOException {
    try {
      emit(decoded(number), number);
    } catch (RefusedException e) {
      rethrowIfLast(e);
      broken.add(e);
      drop("page-image", "UNREADABLE", number);
    }
  }

  private static void rethrowIfLast(RefusedException refused) throws RefusedException {
    if (refused.endsTheFile()) {
      throw refused;
    }
  }

  private void nameRest(int pages, int named) throws IOException {
    int most = settings.recognisedPages();
    for (int number = most + 1; number <= named; number++) {
      drop("page-image", "NOT_RECOGNISED", number);
    }
    if (pages > most) {
      throw new BudgetReachedException("recognisedPages", most);
    }
  }

  private ImageFile.Page decoded(int number) throws RefusedException {
    return Decoding.of(() -> file.page(number - 1));
  }

  private void emit(ImageFile.Page page, int number) throws IOException {
    Sheet all = reader.read(page.pixels(), page.scale());
    Sheet sheet = all.surerThan(READABLE);
    for (Block block : blocks(sheet, number, page.scale())) {
      sink.accept(block);
    }
    for (Line line : all.lines()) {
      if (line.confidence() < READABLE) {
        Region place = new Region(number, all.onPage(line.box(), page.scale()));
        sink.accept(new Block.Dropped("line", "LOW_CONFIDENCE", List.of(place)));
      }
    }
    flag(page, sheet, number);
  }

  private List<Block> blocks(Sheet sheet, int number, float scale) {
    return switch (settings.output()) {
      case BLOCKS -> Blocks.of(sheet, number, scale);
      case WORDS -> Words.of(sheet, number, scale);
    };
  }

  private void flag(ImageFile.Page page, Sheet sheet, int number) throws IOException {
    if (page.damaged()) {
      drop("image", "UNREADABLE", number);
    }
    if (sheet.lines().isEmpty()) {
      drop("page-image", "NO_TEXT", number);
      return;
    }
    if (sheet.confidence() < SURE) {
      drop(TEXT, "LOW_CONFIDENCE", number);
    }
    if (reader.isForeign(sheet)) {
      drop(TEXT, "NOT_ENGLISH", number);
    }
  }

  private void drop(String kind, String reason, int number) throws IOException {
    sink.accept(new Block.Dropped(kind, reason, List.of(Region.page(number))));
  }
}
