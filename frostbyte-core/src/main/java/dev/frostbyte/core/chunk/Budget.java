package dev.frostbyte.core.chunk;

import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.spi.TokenCounter;
import java.util.List;

/**
 * Says what fits a chunk: code points, and tokens of headings, context and text together. One
 * thread.
 */
final class Budget {
  private final CodePoints text;
  private final TokenCounter tokens;
  private final ByTitleConfig sizes;

  Budget(CodePoints text, TokenCounter tokens, ByTitleConfig sizes) {
    this.text = text;
    this.tokens = tokens;
    this.sizes = sizes;
  }

  ByTitleConfig sizes() {
    return sizes;
  }

  /** Whether this range fits a chunk under these headings, exactly counted. */
  boolean fits(int start, int end, List<Span> headings, List<Span> context) {
    return end - start <= sizes.hard()
        && tokens.count(embedded(start, end, headings, context)) <= tokens.limit();
  }

  int tokens(int start, int end) {
    return tokens.count(text.slice(start, end));
  }

  int limit() {
    return tokens.limit();
  }

  /**
   * The places whose text takes at most half of the token limit: outer ones are left out first,
   * since each is also the text of a chunk and nothing is lost.
   */
  List<Span> affordable(List<Span> places) {
    List<Span> kept = places;
    while (!kept.isEmpty() && tokens.count(joined(kept)) > tokens.limit() / 2) {
      kept = kept.subList(1, kept.size());
    }
    return List.copyOf(kept);
  }

  private String embedded(int start, int end, List<Span> headings, List<Span> context) {
    return joined(headings) + joined(context) + text.slice(start, end);
  }

  private String joined(List<Span> places) {
    StringBuilder joined = new StringBuilder();
    places.forEach(place -> joined.append(text.slice(place.start(), place.end())).append('\n'));
    return joined.toString();
  }
}
