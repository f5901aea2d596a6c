package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the pages of one image file in order and emits what they say. One thread. */
final class ImagePages {
  /** Pages of less confidence are flagged. */
  private static final float SURE = 0.7f;

  /** Lines of less are noise: they are left out, and said to be. */
  private static final float READABLE = 0.5f;

  private static final String TEXT = "recognised-text";

  private final ImageFile file;
  private final OcrSettings settings;
  private final SharedReader reader;
  private final ElementSink sink;

  ImagePages(ImageFile file, OcrSettings settings, SharedReader reader, ElementSink sink) {
    this.file = file;
    this.settings = settings;
    this.reader = reader;
    this.sink = sink;
  }

  /** A page that cannot be decoded is left out; a file without any other is refused. */
  ParseResult emit(int pages, ParseLimits limits) throws IOException {
    Optional<RefusedException> broken = Optional.empty();
    int read = 0;
    for (int number = 1; number <= pages; number++) {
      if (number > limits.maxPages()) {
        throw new BudgetReachedException("maxPages", limits.maxPages());
      }
      try {
        emit(decoded(number), number);
        read++;
      } catch (RefusedException e) {
        broken = broken.or(() -> Optional.of(e));
        drop("page-image", "UNREADABLE", number);
      }
    }
    return read == 0 && broken.isPresent()
        ? new ParseResult.Refused(broken.get().problem())
        : new ParseResult.Complete(pages);
  }

  private ImageFile.Page decoded(int number) throws RefusedException {
    return Decoding.of(() -> file.page(number - 1));
  }

  private void emit(ImageFile.Page page, int number) throws IOException {
    Sheet all = reader.read(page.pixels());
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
    } else if (sheet.confidence() < SURE) {
      drop(TEXT, "LOW_CONFIDENCE", number);
    } else if (Language.isForeign(sheet.lines())) {
      drop(TEXT, "NOT_ENGLISH", number);
    }
  }

  private void drop(String kind, String reason, int number) throws IOException {
    sink.accept(new Block.Dropped(kind, reason, List.of(Region.page(number))));
  }
}
