package dev.frostbyte.parsers.internal;

import dev.frostbyte.api.model.Expected;

/**
 * Adds up what the parts of a document hold; a part that was not counted leaves the whole
 * uncounted. One thread.
 */
public final class ExpectedSum {
  private long characters;
  private boolean known = true;

  /** A part that was read. */
  public void add(Expected part) {
    known &= part.characters() >= 0;
    characters += Math.max(0, part.characters());
  }

  /** A text that the document holds besides. */
  public void add(String text) {
    characters += Ink.of(text);
  }

  /** The whole. */
  public Expected total() {
    return known ? new Expected(characters) : Expected.UNKNOWN;
  }
}
