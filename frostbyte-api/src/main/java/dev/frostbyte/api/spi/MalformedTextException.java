package dev.frostbyte.api.spi;

import java.io.IOException;

/** Says that a text breaks the rules of its format; carries nothing of the text. */
public final class MalformedTextException extends IOException {
  private static final long serialVersionUID = 1;

  /** A text that breaks the rules. */
  public MalformedTextException() {
    super("the text breaks the rules of its format");
  }

  /** Throws unless a rule is kept. */
  public static void unless(boolean kept) throws MalformedTextException {
    if (!kept) {
      throw new MalformedTextException();
    }
  }
}
