package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cell with a value. Immutable.
 *
 * @param value as the sheet shows it
 * @param text words rather than a number
 * @param hidden how it is hidden; empty when it is seen
 * @param links in its value
 */
record SheetCell(String value, boolean text, Optional<HiddenChannel> hidden, List<Anchor> links) {
  SheetCell {
    links = List.copyOf(links);
  }

  /** The same with one more link, which is the whole cell. */
  SheetCell linked(String target) {
    List<Anchor> all = new ArrayList<>(links);
    all.add(new Anchor(value, target));
    return new SheetCell(value, text, hidden, all);
  }

  /** Never shows the value. */
  @Override
  public String toString() {
    return "SheetCell(" + value.length() + " chars)";
  }
}
