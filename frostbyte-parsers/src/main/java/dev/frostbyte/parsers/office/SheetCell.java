package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.Optional;

/**
 * A cell with a value. Immutable.
 *
 * @param value as the sheet shows it
 * @param text words rather than a number
 * @param hidden how it is hidden; empty when it is seen
 */
record SheetCell(String value, boolean text, Optional<HiddenChannel> hidden) {
  /** Never shows the value. */
  @Override
  public String toString() {
    return "SheetCell(" + value.length() + " chars)";
  }
}
