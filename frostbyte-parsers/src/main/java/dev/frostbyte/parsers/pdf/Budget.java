package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;

/**
 * Counts what one document has used up. One thread.
 *
 * <p>Besides the limits of {@link ParseLimits} it holds some of PDF's own: operators and forms stop
 * content that multiplies itself, saved states stop a stack that only grows, marks stop drawings
 * too large to compare with text.
 */
final class Budget {
  /** Content-stream operators of one document: about 100 times a book of 500 pages. */
  static final long MAX_OPERATORS = 20_000_000;

  /** Form XObjects drawn in one document. */
  static final long MAX_FORMS = 200_000;

  /**
   * Pages of one document that were pages of it before: a page stands in the tree once (ISO
   * 32000-2, 7.7.3.3), and a few bytes could say it ever again.
   */
  static final int MAX_REPEATED_PAGES = 500;

  /** Graphics states saved and not restored. Drawing programs stay under a few dozen. */
  static final int MAX_SAVED_STATES = 2_000;

  /** Fills and rules kept of one page; further ones are ignored for structure. */
  static final int MAX_MARKS = 50_000;

  /** Glyphs of one page: about 50 times a densely printed one. */
  static final int MAX_GLYPHS = 300_000;

  private static final long FREE_INFLATION = 1 << 20;

  private final ParseLimits limits;
  private long operators;
  private long forms;
  private long characters;
  private long inflated;
  private long repeated;

  Budget(ParseLimits limits) {
    this.limits = limits;
  }

  ParseLimits limits() {
    return limits;
  }

  void operator() throws BudgetReachedException {
    require("maxOperators", ++operators, MAX_OPERATORS);
  }

  void form(int depth) throws BudgetReachedException {
    require("maxForms", ++forms, MAX_FORMS);
    require("maxDepth", depth, limits.maxDepth());
  }

  void characters(long more) throws BudgetReachedException {
    characters += more;
    require("maxCharacters", characters, limits.maxCharacters());
  }

  void inflated(long more) throws BudgetReachedException {
    inflated += more;
    require("maxInflatedBytes", inflated, limits.maxInflatedBytes());
  }

  /** Bytes held between two filters of one stream. */
  void between(long bytes, long most) throws BudgetReachedException {
    require("maxInflatedBytes", bytes, Math.min(most, limits.maxInflatedBytes()));
  }

  /** Streams that inflate to no more than 1 MiB may do so from however few bytes. */
  void inflation(long stored, long bytes) throws BudgetReachedException {
    long ratio = bytes <= FREE_INFLATION ? 0 : bytes / stored;
    require("maxInflationRatio", ratio, limits.maxInflationRatio());
  }

  void glyphs(int onPage) throws BudgetReachedException {
    require("maxGlyphsOnPage", onPage, MAX_GLYPHS);
  }

  void repeatedPage() throws BudgetReachedException {
    require("maxRepeatedPages", ++repeated, MAX_REPEATED_PAGES);
  }

  void page(int number) throws BudgetReachedException {
    require("maxPages", number, limits.maxPages());
  }

  private static void require(String limit, long used, long allowed) throws BudgetReachedException {
    if (used > allowed) {
      throw new BudgetReachedException(limit, allowed);
    }
  }
}
