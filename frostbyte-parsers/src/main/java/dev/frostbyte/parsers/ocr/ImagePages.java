package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the pages of one image file in order and hands on what they say. One thread. */
final class ImagePages {
  /** Pages of less confidence are flagged. */
  private static final float SURE = 0.7f;

  /** Lines of less are noise: they are left out, and said to be. */
  private static final float READABLE = 0.5f;

  private static final String TEXT = "recognised-text";

  private final ImageFile file;
  private final int most;
  private final PageReader reader;
  private final PageOutput output;

  /**
   * Reads a file.
   *
   * @param most pages that are read
   */
  ImagePages(ImageFile file, int most, PageReader reader, PageOutput output) {
    this.file = file;
    this.most = most;
    this.reader = reader;
    this.output = output;
  }

  /**
   * A page that cannot be decoded is left out; a file without any other is refused. Pages beyond
   * those that are recognised are named.
   */
  ParseResult emit(int pages, ParseLimits limits) throws IOException {
    int recognised = Math.min(pages, most);
    int allowed = Math.min(pages, limits.maxPages());
    List<RefusedException> broken = new ArrayList<>();
    for (int number = 1; number <= Math.min(recognised, allowed); number++) {
      read(number, broken);
    }
    if (!broken.isEmpty() && broken.size() == recognised) {
      return new ParseResult.Refused(broken.getFirst().problem());
    }
    for (int number = recognised + 1; number <= allowed; number++) {
      output.unread(number, dropped("page-image", "NOT_RECOGNISED", number));
    }
    output.end();
    requireAll(pages, recognised, limits);
    return new ParseResult.Complete(pages);
  }

  private void requireAll(int pages, int recognised, ParseLimits limits)
      throws BudgetReachedException {
    if (recognised > limits.maxPages()) {
      throw new BudgetReachedException("maxPages", limits.maxPages());
    }
    if (pages > recognised) {
      throw new BudgetReachedException("recognisedPages", most);
    }
  }

  private void read(int number, List<RefusedException> broken) throws IOException {
    try {
      emit(decoded(number), number);
    } catch (RefusedException e) {
      rethrowIfLast(e);
      broken.add(e);
      output.unread(number, dropped("page-image", "UNREADABLE", number));
    }
  }

  private static void rethrowIfLast(RefusedException refused) throws RefusedException {
    if (refused.endsTheFile()) {
      throw refused;
    }
  }

  private ImageFile.Page decoded(int number) throws RefusedException {
    return Decoding.of(() -> file.page(number - 1));
  }

  private void emit(ImageFile.Page page, int number) throws IOException {
    Sheet all = reader.read(page.pixels(), page.scale());
    Sheet sheet = all.surerThan(READABLE);
    List<Block> notes = new ArrayList<>();
    for (Line line : all.lines()) {
      if (line.confidence() < READABLE) {
        Region place = new Region(number, all.onPage(line.box(), page.scale()));
        notes.add(new Block.Dropped("line", "LOW_CONFIDENCE", List.of(place)));
      }
    }
    flag(page, sheet, number, notes);
    output.page(page, number, sheet, notes);
  }

  private void flag(ImageFile.Page page, Sheet sheet, int number, List<Block> notes) {
    if (page.damaged()) {
      notes.add(dropped("image", "UNREADABLE", number));
    }
    if (sheet.lines().isEmpty()) {
      notes.add(dropped("page-image", "NO_TEXT", number));
      return;
    }
    if (sheet.confidence() < SURE) {
      notes.add(dropped(TEXT, "LOW_CONFIDENCE", number));
    }
    if (reader.isForeign(sheet)) {
      notes.add(dropped(TEXT, "NOT_ENGLISH", number));
    }
  }

  private static Block dropped(String kind, String reason, int number) {
    return new Block.Dropped(kind, reason, List.of(Region.page(number)));
  }
}
