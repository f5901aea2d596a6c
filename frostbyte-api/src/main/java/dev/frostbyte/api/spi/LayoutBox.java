package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.Box;

/**
 * A part of a page and what it is taken for. Immutable.
 *
 * @param label what it is taken for
 * @param box where it stands on the page
 * @param confidence 0 to 1
 */
public record LayoutBox(LayoutLabel label, Box box, float confidence) {
  /** Checks the confidence. */
  public LayoutBox {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, got " + confidence);
    }
  }
}
