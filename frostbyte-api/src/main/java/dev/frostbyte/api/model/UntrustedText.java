package dev.frostbyte.api.model;

/**
 * Text that came out of a document or a file name: it may lie, instruct or attack. A type of its
 * own, so that it cannot be taken for trusted metadata and never reaches a log through {@code
 * toString}. Immutable.
 *
 * @param value the text; reading it is the reader's risk
 */
public record UntrustedText(String value) {
  /** No text. */
  public static final UntrustedText EMPTY = new UntrustedText("");

  /** Wraps a text. */
  public static UntrustedText of(String value) {
    return value.isEmpty() ? EMPTY : new UntrustedText(value);
  }

  /** Whether nothing but white space is in it. */
  public boolean isBlank() {
    return value.isBlank();
  }

  /** Says how long the text is, never what it says. */
  @Override
  public String toString() {
    return "UntrustedText(" + value.length() + " chars)";
  }
}
