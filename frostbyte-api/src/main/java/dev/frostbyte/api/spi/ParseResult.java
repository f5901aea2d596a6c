package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.Problem;

/** How the reading of one document ended. Immutable. */
public sealed interface ParseResult {
  /**
   * Read to the end.
   *
   * @param pages pages, slides or sheets; 0 when the format has none
   */
  record Complete(int pages) implements ParseResult {}

  /**
   * Cut by a counted budget; what was emitted may be served, marked as incomplete.
   *
   * @param problem names limit and number
   */
  record Cut(int pages, Problem problem) implements ParseResult {}

  /**
   * Not readable: encrypted, corrupted, killed. What was emitted is evidence and never published.
   */
  record Refused(Problem problem) implements ParseResult {}
}
