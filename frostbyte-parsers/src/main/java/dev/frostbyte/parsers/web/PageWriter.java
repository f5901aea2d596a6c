package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the text of a page into blocks. Links of a block follow it, then what is hidden or
 * dropped inside it. A failing sink shows as {@link UncheckedIOException}. One thread.
 */
final class PageWriter {
  private static final PageKind PARAGRAPH = new PageKind.Paragraph();
  private static final Evidence MARKUP = Evidence.of(Evidence.Basis.MARKUP);

  private final ElementSink sink;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder unseen = new StringBuilder();
  private final PageAnchors anchors = new PageAnchors();
  private final List<Block> links = new ArrayList<>();
  private final List<Block> after = new ArrayList<>();
  private @Nullable HiddenChannel unseenChannel;
  private PageKind kind = PARAGRAPH;
  private int furniture;
  private boolean held;
  private @Nullable PageTable table;
  private @Nullable StringBuilder gathered;

  PageWriter(ElementSink sink) {
    this.sink = sink;
  }

  /** Begins a block; an item or heading that has no text yet takes the text of a paragraph. */
  void begin(PageKind next) {
    boolean waits = PageWords.isBlank(text) && !(kind instanceof PageKind.Paragraph);
    if (!(waits && next instanceof PageKind.Paragraph)) {
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

  /** What is added until the matching end leads there. */
  void beginLink(String target) {
    anchors.begin(target, text.length());
  }

  /** Ends a link; one around a picture is the picture's. */
  void endLink() {
    String target = anchors.end(text);
    boolean picture = held || after.stream().anyMatch(Block.Figure.class::isInstance);
    if (picture && !target.isEmpty()) {
      after.add(Block.link("", target, List.of()));
    } else {
      hidden(HiddenChannel.LINK, target);
    }
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

  /** Something that stands behind the block that is open. */
  void behind(Block block) {
    after.add(block);
  }

  /** A heading of its own. */
  void heading(int level, String words) {
    flush();
    if (!words.isBlank()) {
      emit(Block.heading(level, words, List.of()).noted(MARKUP));
    }
  }

  /** A block that is complete, with the links and the rest that were found for it. */
  void whole(Block block) {
    if (!PageWords.isBlank(text)) {
      flush();
    }
    closeUnseen();
    held = false;
    emit(block);
    emitAfter();
  }

  /** What is found from now on belongs to the next whole block. */
  void hold() {
    flush();
    held = true;
  }

  /** Ends {@link #hold()} without a block. */
  void release() {
    held = false;
    emitAfter();
  }

  /** A picture that stands in the text, behind the block it stands in. */
  void picture() {
    if (furniture == 0 && !held) {
      after.add(Block.figure("", List.of()));
    }
  }

  /** What follows, until it is taken, is kept together as one text; an open one goes on. */
  void gather() {
    flush();
    gathered = gathered == null ? new StringBuilder() : gathered;
  }

  /** The text kept together; lines are its blocks. */
  String gathered() {
    flush();
    String all = gathered == null ? "" : gathered.toString();
    gathered = null;
    kind = PARAGRAPH;
    return all;
  }

  boolean gathers() {
    return gathered != null;
  }

  boolean inFurniture() {
    return furniture > 0;
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
    takeTable().ifPresent(this::emitTable);
    emitAfter();
  }

  /** Ends the table without emitting it; empty when it has no cells. */
  Optional<Block.Table> takeTable() {
    flush();
    PageTable done = table;
    table = null;
    return done == null ? Optional.empty() : done.block();
  }

  /** The table being filled; null outside tables. */
  @Nullable PageTable table() {
    return table;
  }

  /** Emits what was collected. */
  void flush() {
    String words =
        kind instanceof PageKind.Preformatted ? PageWords.asIs(text) : PageWords.tidy(text);
    links.addAll(anchors.take(text));
    text.setLength(0);
    closeUnseen();
    if (table != null) {
      table.add(words);
    } else if (gathered != null) {
      gathered.append(gathered.isEmpty() || words.isBlank() ? "" : "\n").append(words);
    } else {
      emitWords(words);
    }
  }

  private void emitWords(String words) {
    if (!words.isBlank()) {
      emit(block(words));
      emitLinks();
      kind = PARAGRAPH;
    }
    emitAfter();
  }

  private Block block(String words) {
    if (furniture > 0) {
      return Block.furniture(Block.Furniture.Role.BOILERPLATE, words, List.of());
    }
    return switch (kind) {
      case PageKind.Paragraph paragraph -> Block.paragraph(words, List.of());
      case PageKind.Heading heading ->
          Block.heading(heading.level(), words, List.of()).noted(MARKUP);
      case PageKind.Item item -> Block.listItem(item.depth(), item.marker(), words, List.of());
      case PageKind.Preformatted code -> Block.code(code.language(), words);
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
    links.replaceAll(PageAnchors::placeless);
  }

  private void closeUnseen() {
    if (unseenChannel != null) {
      hidden(unseenChannel, unseen.toString());
      unseen.setLength(0);
      unseenChannel = null;
    }
  }

  private void emitAfter() {
    if (!held) {
      emitLinks();
      after.forEach(this::emit);
      after.clear();
    }
  }

  private void emitLinks() {
    links.forEach(this::emit);
    links.clear();
  }

  private void emit(Block block) {
    try {
      sink.accept(block);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
