package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins a caption with what it names: the figure before it, else the table or figure behind it,
 * else the table before it; a caption that names nothing is a paragraph. What follows a block and
 * is no element (hidden text, losses, links) stays behind it. One thread.
 */
final class Captions implements ElementSink {
  private final ElementSink sink;
  private @Nullable IOException refusal;

  /** A figure or table without caption, with what follows it. */
  private final List<Block> named = new ArrayList<>();

  /** A caption that names nothing yet, with what follows it. */
  private final List<Block> words = new ArrayList<>();

  Captions(ElementSink sink) {
    this.sink = sink;
  }

  @Override
  public void accept(Block block) throws IOException {
    if (isAside(block)) {
      follow(block);
    } else if (!isNameless(block)) {
      flush();
      hand(block);
    } else if (words.isEmpty()) {
      flush();
      named.add(block);
    } else {
      release(named);
      join(block, List.of());
    }
  }

  /** Takes a paragraph that is a caption. */
  void caption(Block.Paragraph caption) throws IOException {
    boolean below = !named.isEmpty() && named.getFirst().bare() instanceof Block.Figure;
    if (below) {
      words.add(caption);
      joinBefore();
      return;
    }
    if (!words.isEmpty()) {
      flush();
    }
    words.add(caption);
  }

  /** Hands on what waits. */
  void flush() throws IOException {
    if (!named.isEmpty() && !words.isEmpty()) {
      joinBefore();
    }
    release(named);
    release(words);
  }

  private void follow(Block aside) throws IOException {
    if (!words.isEmpty()) {
      words.add(aside);
    } else if (!named.isEmpty()) {
      named.add(aside);
    } else {
      hand(aside);
    }
  }

  /** Joins the caption with the block before it. */
  private void joinBefore() throws IOException {
    List<Block> asides = List.copyOf(named.subList(1, named.size()));
    Block block = named.getFirst();
    named.clear();
    join(block, asides);
  }

  private void join(Block block, List<Block> asides) throws IOException {
    Block.Paragraph caption = (Block.Paragraph) words.removeFirst();
    hand(named(block, caption.text()).noted(Evidence.of(Evidence.Basis.MARKUP)));
    for (Block aside : asides) {
      hand(aside);
    }
    release(words);
  }

  private void release(List<Block> waiting) throws IOException {
    for (Block block : waiting) {
      hand(block);
    }
    waiting.clear();
  }

  /** Hands a block on; a sink that has refused one is handed no more. */
  private void hand(Block block) throws IOException {
    if (refusal != null) {
      throw refusal;
    }
    try {
      sink.accept(block);
    } catch (IOException e) {
      refusal = e;
      throw e;
    }
  }

  private static Block named(Block block, UntrustedText caption) {
    return switch (block.bare()) {
      case Block.Figure figure -> new Block.Figure(caption, figure.regions());
      case Block.Table table ->
          new Block.Table(
              table.columns(), table.headerRows(), table.cells(), caption, table.regions());
      default -> throw new IllegalStateException("only figures and tables have captions");
    };
  }

  private static boolean isNameless(Block block) {
    return switch (block.bare()) {
      case Block.Figure figure -> figure.caption().isBlank();
      case Block.Table table -> table.caption().isBlank();
      default -> false;
    };
  }

  private static boolean isAside(Block block) {
    return block instanceof Block.Hidden
        || block instanceof Block.Dropped
        || block instanceof Block.Link
        || block instanceof Block.Encoded;
  }
}
