package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the text of a page into blocks. What is hidden or dropped inside a block follows it. A
 * failing sink shows as {@link UncheckedIOException}. One thread.
 */
final class PageWriter {
  /** What the text being collected will be. */
  sealed interface Kind {
    /** Running text. */
    record Paragraph() implements Kind {}

    /** A heading. */
    record Heading(int level) implements Kind {}

    /** An item of a list. */
    record Item(int depth, String marker) implements Kind {}

    /** Text with its line breaks. */
    record Preformatted() implements Kind {}
  }

  private static final Kind PARAGRAPH = new Kind.Paragraph();

  private final ElementSink sink;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder unseen = new StringBuilder();
  private final List<Block> after = new ArrayList<>();
  private @Nullable HiddenChannel unseenChannel;
  private Kind kind = PARAGRAPH;
  private int furniture;
  private @Nullable PageTable table;

  PageWriter(ElementSink sink) {
    this.sink = sink;
  }

  /** Begins a block; an item or heading that has no text yet takes the text of a paragraph. */
  void begin(Kind next) {
    boolean waits = isBlank(text) && !(kind instanceof Kind.Paragraph);
    if (!(waits && next instanceof Kind.Paragraph)) {
      flush();
      kind = next;
    }
  }

  /** Ends a block; what follows is running text. */
  void end() {
    flush();
    kind = PARAGRAPH;
  }

  /** Adds text that can be seen. */
  void text(String more, boolean asIs) {
    if (asIs) {
      text.append(more);
      return;
    }
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
        text.append(c);
      } else if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
        text.append(' ');
      }
    }
  }

  /** Adds a line break. */
  void lineBreak() {
    text.append('\n');
  }

  /** Adds text that cannot be seen. */
  void unseen(HiddenChannel channel, String more) {
    if (unseenChannel != channel) {
      closeUnseen();
      unseenChannel = channel;
    }
    unseen.append(more);
  }

  /** A whole piece of hidden text. */
  void hidden(HiddenChannel channel, String piece) {
    if (!piece.isBlank()) {
      after.add(Block.hidden(channel, piece.strip(), List.of()));
    }
  }

  /** Something left out. */
  void dropped(String what, String reason) {
    after.add(new Block.Dropped(what, reason, List.of()));
  }

  /** A heading of its own. */
  void heading(int level, String words) {
    flush();
    if (!words.isBlank()) {
      emit(Block.heading(level, words, List.of()));
    }
  }

  /** What follows, until the matching end, is furniture. */
  void beginFurniture() {
    flush();
    furniture++;
  }

  /** Ends a stretch of furniture. */
  void endFurniture() {
    flush();
    furniture--;
  }

  /** What follows goes into this table until it ends. */
  void beginTable(PageTable next) {
    flush();
    table = next;
  }

  /** Emits the table. */
  void endTable() {
    flush();
    PageTable done = table;
    table = null;
    if (done != null) {
      done.block().ifPresent(this::emitTable);
    }
    emitAfter();
  }

  /** The table being filled; null outside tables. */
  @Nullable PageTable table() {
    return table;
  }

  /** Emits what was collected. */
  void flush() {
    String words = kind instanceof Kind.Preformatted ? trimmed() : tidy();
    text.setLength(0);
    closeUnseen();
    if (table != null) {
      table.add(words);
      return;
    }
    if (!words.isBlank()) {
      emit(block(words));
      kind = PARAGRAPH;
    }
    emitAfter();
  }

  private Block block(String words) {
    if (furniture > 0) {
      return Block.furniture(Block.Furniture.Role.BOILERPLATE, words, List.of());
    }
    return switch (kind) {
      case Kind.Paragraph paragraph -> Block.paragraph(words, List.of());
      case Kind.Heading heading -> Block.heading(heading.level(), words, List.of());
      case Kind.Item item -> Block.listItem(item.depth(), item.marker(), words, List.of());
      case Kind.Preformatted preformatted -> Block.preformatted(words, List.of());
    };
  }

  /** A table of furniture is furniture; its words are kept cell by cell. */
  private void emitTable(Block.Table block) {
    if (furniture == 0) {
      emit(block);
      return;
    }
    for (Block.Cell cell : block.cells()) {
      if (!cell.text().isBlank()) {
        emit(new Block.Furniture(Block.Furniture.Role.BOILERPLATE, cell.text(), List.of()));
      }
    }
  }

  private void closeUnseen() {
    if (unseenChannel != null) {
      hidden(unseenChannel, unseen.toString());
      unseen.setLength(0);
      unseenChannel = null;
    }
  }

  private void emitAfter() {
    after.forEach(this::emit);
    after.clear();
  }

  private void emit(Block block) {
    try {
      sink.accept(block);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String tidy() {
    return text.toString().replace(" \n", "\n").replace("\n ", "\n").strip();
  }

  private String trimmed() {
    String all = text.toString().stripTrailing();
    return all.startsWith("\n") ? all.substring(1) : all;
  }

  private static boolean isBlank(StringBuilder text) {
    return text.chars().allMatch(Character::isWhitespace);
  }
}
