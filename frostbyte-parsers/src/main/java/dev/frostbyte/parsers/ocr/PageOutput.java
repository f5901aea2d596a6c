package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.parsers.internal.PageModels;
import java.io.IOException;
import java.util.List;

/** Takes the pages of one file in order and emits what they say. One thread. */
interface PageOutput {
  /**
   * A page that was read.
   *
   * @param number from 1
   * @param notes what was left out of it
   */
  void page(ImageFile.Page page, int number, Sheet sheet, List<Block> notes) throws IOException;

  /** A page that was not read, and why. */
  void unread(int number, Block note) throws IOException;

  /** No page comes after. */
  void end() throws IOException;

  /**
   * Emits to a sink.
   *
   * @param models asked about pages that are laid out
   */
  static PageOutput of(OcrSettings.Output output, ElementSink sink, PageModels models) {
    return switch (output) {
      case BLOCKS -> new LaidOut(sink, models);
      case WORDS -> new Plain(sink);
    };
  }

  /** Emits the words of every page as soon as it is read. */
  record Plain(ElementSink sink) implements PageOutput {
    @Override
    public void page(ImageFile.Page page, int number, Sheet sheet, List<Block> notes)
        throws IOException {
      for (Block word : Words.of(sheet, number, page.scale())) {
        sink.accept(word);
      }
      for (Block note : notes) {
        sink.accept(note);
      }
    }

    @Override
    public void unread(int number, Block note) throws IOException {
      sink.accept(note);
    }

    @Override
    public void end() {}
  }
}
