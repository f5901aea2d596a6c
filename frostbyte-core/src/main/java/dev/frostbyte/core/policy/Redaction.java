package dev.frostbyte.core.policy;

import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;

/**
 * One place taken out. Immutable.
 *
 * @param original what was taken, in ORIGINAL
 * @param served what stands for it, in SERVED
 * @param type type of personal data
 */
public record Redaction(Span original, Span served, String type) {
  /** Checks the texts. */
  public Redaction {
    if (original.text() != TextName.ORIGINAL
        || served.text() != TextName.SERVED
        || original.length() == 0) {
      throw new IllegalArgumentException(
          "a redaction leads from a place in ORIGINAL to one in SERVED");
    }
  }

  /** The mark that stands in SERVED. */
  public static String mark(String type) {
    return "[REDACTED:" + type + "]";
  }
}
