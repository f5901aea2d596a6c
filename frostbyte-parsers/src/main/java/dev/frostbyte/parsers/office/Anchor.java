package dev.frostbyte.parsers.office;

/**
 * A link in the text of a block. Immutable.
 *
 * @param label what a reader sees of it
 * @param target where it leads, as written
 */
record Anchor(String label, String target) {
  /** Shows neither. */
  @Override
  public String toString() {
    return "Anchor(" + label.length() + " chars)";
  }
}
