package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;

/**
 * A piece of hidden text of an OpenDocument file. Immutable.
 *
 * @param at length of the seen text before it; -1 when it never joins another piece
 */
record OdfHidden(HiddenChannel channel, String text, int at) {
  OdfHidden(HiddenChannel channel, String text) {
    this(channel, text, -1);
  }

  /** Never shows the text. */
  @Override
  public String toString() {
    return "Hidden(" + channel + ", " + text.length() + " chars)";
  }
}
