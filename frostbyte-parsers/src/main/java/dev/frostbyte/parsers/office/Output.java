package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.IOException;
import java.util.List;

/** Hands blocks to the sink and counts them. One thread. */
final class Output {
  private static final System.Logger LOG = System.getLogger(Output.class.getName());

  private final Captions sink;
  private final ParseLimits limits;
  private long characters;
  private long collected;
  private long elements;
  private List<Region> regions = List.of();

  Output(ElementSink sink, ParseLimits limits) {
    this.sink = new Captions(sink);
    this.limits = limits;
  }

  /** From now on, blocks stand on this page (sheet, slide). */
  void page(int number) throws BudgetReachedException {
    require("maxPages", number, limits.maxPages());
    regions = List.of(Region.page(number));
  }

  /** From now on, blocks stand here. */
  void at(Region region) {
    regions = List.of(region);
  }

  List<Region> regions() {
    return regions;
  }

  /** Counts a text that will be part of a block. */
  String counted(String text) throws BudgetReachedException {
    characters += text.length();
    require("maxCharacters", characters, limits.maxCharacters());
    return text;
  }

  /** Counts text that is being collected, so that no block grows past the budget unseen. */
  void read(int more) throws BudgetReachedException {
    collected += more;
    require("maxCharacters", collected, limits.maxCharacters());
  }

  void heading(int level, String text) throws IOException {
    heading(level, text, Evidence.of(Evidence.Basis.MARKUP));
  }

  void heading(int level, String text, Evidence evidence) throws IOException {
    if (!text.isBlank()) {
      Block heading = Block.heading(Math.clamp(level, 1, 9), counted(text), regions);
      emit(heading.noted(evidence));
    }
  }

  /** A paragraph that names a figure or table beside it. */
  void caption(String text) throws IOException {
    if (!text.isBlank()) {
      require("maxElements", ++elements, limits.maxElements());
      sink.caption(new Block.Paragraph(UntrustedText.of(counted(text)), regions));
    }
  }

  /** A picture or drawing, whose caption may follow or have gone before. */
  void figure() throws IOException {
    emit(Block.figure("", regions));
  }

  void formula(String text) throws IOException {
    if (!text.isBlank()) {
      emit(Block.formula(counted(text), regions));
    }
  }

  void footnote(String marker, String text) throws IOException {
    if (!text.isBlank()) {
      emit(Block.footnote(counted(marker), counted(text), regions));
    }
  }

  /** Links of the block emitted last; where it had no text, what they lead to is hidden text. */
  void links(List<Anchor> links, boolean seen) throws IOException {
    for (Anchor link : links) {
      if (seen) {
        emit(Block.link(link.label(), counted(link.target()), regions));
      } else {
        hidden(HiddenChannel.LINK, link.target());
      }
    }
  }

  /**
   * Reads a whole document and hands on what waited for a caption, also where a budget cuts it.
   *
   * @return what the reading returns
   */
  int whole(Reading reading) throws IOException {
    int[] pages = new int[1];
    gathering(() -> pages[0] = reading.read(), sink::flush);
    return pages[0];
  }

  /**
   * Reads something that is emitted when all of it is known; where a budget cuts the reading, what
   * was read until then.
   */
  void gathering(Step read, Step emit) throws IOException {
    try {
      read.take();
    } catch (BudgetReachedException cut) {
      emitted(emit);
      throw cut;
    }
    emit.take();
  }

  /** A paragraph, noted when it is set bold throughout, as a heading without its style is. */
  void paragraph(String text, Evidence evidence) throws IOException {
    if (evidence.bold() && !text.isBlank()) {
      emit(Block.paragraph(counted(text), regions).noted(evidence));
    } else {
      paragraph(text);
    }
  }

  void paragraph(String text) throws IOException {
    if (!text.isBlank()) {
      emit(Block.paragraph(counted(text), regions));
    }
  }

  void preformatted(String text, Evidence evidence) throws IOException {
    if (!text.isBlank()) {
      emit(Block.preformatted(counted(text), regions).noted(evidence));
    }
  }

  void preformatted(String text) throws IOException {
    if (!text.isBlank()) {
      emit(Block.preformatted(counted(text), regions));
    }
  }

  void listItem(int depth, String marker, String text) throws IOException {
    if (!text.isBlank()) {
      emit(Block.listItem(Math.clamp(depth, 0, 99), counted(marker), counted(text), regions));
    }
  }

  void furniture(Block.Furniture.Role role, String text) throws IOException {
    if (!text.isBlank()) {
      emit(Block.furniture(role, counted(text), regions));
    }
  }

  void hidden(HiddenChannel channel, String text) throws IOException {
    if (!text.isBlank()) {
      hiddenCounted(channel, counted(text));
    }
  }

  /** Hidden text that was counted before. */
  void hiddenCounted(HiddenChannel channel, String text) throws IOException {
    if (!text.isBlank()) {
      emit(Block.hidden(channel, text, regions));
    }
  }

  void dropped(String kind, String reason) throws IOException {
    emit(new Block.Dropped(kind, reason, regions));
  }

  /** A block whose texts were counted before. */
  void emit(Block block) throws IOException {
    require("maxElements", ++elements, limits.maxElements());
    sink.accept(block);
  }

  /** Emits as much as the budget still allows. */
  private static void emitted(Step emit) throws IOException {
    try {
      emit.take();
    } catch (BudgetReachedException e) {
      LOG.log(System.Logger.Level.DEBUG, "A reading that was cut has more than it may emit.");
    }
  }

  private static void require(String limit, long used, long allowed) throws BudgetReachedException {
    if (used > allowed) {
      throw new BudgetReachedException(limit, allowed);
    }
  }

  /** Reads a document. */
  @FunctionalInterface
  interface Reading {
    /** Reads it; the number of its slides or sheets, 0 when the format has none. */
    int read() throws IOException;
  }

  /** A part of a reading. */
  @FunctionalInterface
  interface Step {
    void take() throws IOException;
  }
}
