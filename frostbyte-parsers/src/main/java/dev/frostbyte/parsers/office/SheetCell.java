package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.CellValue;
import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cell with a value. Immutable.
 *
 * @param value as the sheet shows it
 * @param held what kind of value it is, and all of it where the sheet shows less
 * @param hidden how it is hidden; empty when it is seen
 * @param links in its value
 */
record SheetCell(String value, CellValue held, Optional<HiddenChannel> hidden, List<Anchor> links) {
  SheetCell {
    links = List.copyOf(links);
  }

  /** Whether it is words rather than a number, a date or a truth value. */
  boolean isText() {
    return held.kind() == CellValue.Kind.TEXT;
  }

  /** The same with one more link, which is the whole cell. */
  SheetCell linked(String target) {
    List<Anchor> all = new ArrayList<>(links);
    all.add(new Anchor(value, target));
    return new SheetCell(value, held, hidden, all);
  }

  /** Never shows the value. */
  @Override
  public String toString() {
    return "SheetCell(" + value.length() + " chars)";
  }
}
