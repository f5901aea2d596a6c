package dev.frostbyte.core;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;

/**
 * What to search for. Immutable; {@code toString} does not show the text.
 *
 * @param text 1 to 10,000 characters; no syntax
 * @param topK most passages wanted, 1 to 200
 */
public record Query(String text, int topK) {
  private static final int MAX_TEXT = 10_000;
  private static final int MAX_TOP_K = 200;

  /** Checks both. */
  public Query {
    if (text.isBlank() || text.length() > MAX_TEXT) {
      throw refused(
          "The query text must have 1 to " + MAX_TEXT + " characters, not " + text.length() + ".");
    }
    if (topK < 1 || topK > MAX_TOP_K) {
      throw refused("topK must be 1 to " + MAX_TOP_K + ", not " + topK + ".");
    }
  }

  /** A query for five passages. */
  public static Query of(String text) {
    return new Query(text, 5);
  }

  /** The same query for another number of passages. */
  public Query topK(int passages) {
    return new Query(text, passages);
  }

  @Override
  public String toString() {
    return "Query(" + text.length() + " chars, top " + topK + ")";
  }

  private static FrostbyteException refused(String what) {
    return FrostbyteException.of(ProblemCode.INVALID_ARGUMENT, what);
  }
}
