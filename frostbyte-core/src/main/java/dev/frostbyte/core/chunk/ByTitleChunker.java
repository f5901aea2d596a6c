package dev.frostbyte.core.chunk;

import dev.frostbyte.api.model.ChunkDraft;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.ServedDocument;
import dev.frostbyte.api.spi.Chunker;
import dev.frostbyte.api.spi.TokenCounter;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Cuts along headings and joins what is too small. Thread-safe: all state is in the stream. */
final class ByTitleChunker implements Chunker {
  private static final int TRAITS =
      Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;

  private final ByTitleConfig sizes;

  ByTitleChunker(ByTitleConfig sizes) {
    this.sizes = sizes;
  }

  @Override
  public Stream<ChunkDraft> chunk(ServedDocument document, TokenCounter tokens) {
    CodePoints text = CodePoints.of(document.text().value());
    Budget budget = new Budget(text, tokens, sizes);
    Groups groups = new Groups(new Sections(document, text, budget), budget);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(groups, TRAITS), false)
        .map(Group::draft);
  }
}
