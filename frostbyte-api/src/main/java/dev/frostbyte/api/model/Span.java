package dev.frostbyte.api.model;

import java.util.List;

/**
 * A place in one of a document's texts: {@code [start, end)} in Unicode code points. Immutable.
 *
 * @param text which text
 * @param start first code point, from 0
 * @param end one past the last
 * @param regions where it stands on paper, in order; empty when the format has no pages
 */
public record Span(TextName text, int start, int end, List<Region> regions) {
  /** Checks the order and copies the list. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "a span needs 0 <= start <= end, got [" + start + ", " + end + ")");
    }
    regions = List.copyOf(regions);
  }

  /** A span without a place on paper. */
  public static Span of(TextName text, int start, int end) {
    return new Span(text, start, end, List.of());
  }

  /** Number of code points. */
  public int length() {
    return end - start;
  }

  /** First page, or 0 when the format has none. */
  public int page() {
    return regions.isEmpty() ? 0 : regions.getFirst().page();
  }

  /** Whether the two share a code point of the same text. */
  public boolean overlaps(Span other) {
    return text == other.text && start < other.end && other.start < end;
  }
}
