package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.Expected;
import dev.frostbyte.api.model.Problem;

/** How the reading of one document ended. Immutable. */
public sealed interface ParseResult {
  /**
   * Read to the end.
   *
   * @param pages pages, slides or sheets; 0 when the format has none
   * @param expected what the source holds by a count of its own
   */
  record Complete(int pages, Expected expected) implements ParseResult {
    /** Read to the end by a parser that counts nothing besides. */
    public Complete(int pages) {
      this(pages, Expected.UNKNOWN);
    }
  }

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
