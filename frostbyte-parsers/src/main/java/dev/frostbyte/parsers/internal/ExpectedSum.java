package dev.frostbyte.parsers.internal;

import dev.frostbyte.api.model.Expected;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.spi.ParseResult;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what the parts of a document hold, and how its reading ends: a part that was not counted
 * leaves the whole uncounted, one that was cut leaves it cut. One thread.
 */
public final class ExpectedSum {
  private long characters;
  private boolean known = true;
  private @Nullable Problem cut;

  /** A part that was read. */
  public void add(Expected part) {
    known &= part.characters() >= 0;
    characters += Math.max(0, part.characters());
  }

  /** A text that the document holds besides. */
  public void add(String text) {
    characters += Ink.of(text);
  }

  /** A part of which a limit left something unread; those behind it are read all the same. */
  public void add(ParseResult.Cut part) {
    cut = cut == null ? part.problem() : cut;
  }

  /**
   * A part that nobody reads: it counts as one character, since how much it holds is not known, so
   * that the whole is never complete.
   */
  public void addUnread() {
    characters++;
  }

  /** How the reading of the whole ends. */
  public ParseResult result(int pages) {
    return cut == null
        ? new ParseResult.Complete(pages, known ? new Expected(characters) : Expected.UNKNOWN)
        : new ParseResult.Cut(pages, cut);
  }
}
