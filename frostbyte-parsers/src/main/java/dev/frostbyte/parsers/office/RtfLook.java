package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.Optional;

/**
 * How a stretch of RTF looks. Immutable.
 *
 * @param hidden marked so
 * @param deleted a deleted revision
 * @param size half points
 * @param colour 0xRRGGBB, -1 for the automatic one
 * @param behind 0xRRGGBB, -1 when nothing is said
 * @param font number in the table of fonts; -1 for none
 */
record RtfLook(boolean hidden, boolean deleted, int size, int colour, int behind, int font) {
  /** As a document begins. */
  static final RtfLook PLAIN = new RtfLook(false, false, 24, -1, -1, -1);

  /** Half points; below this nobody reads. */
  private static final int SMALLEST = 3;

  /** The look behind a control word; the same for a word that changes none. */
  RtfLook with(String word, int number, RtfTables tables) {
    return switch (word) {
      case "plain" -> new RtfLook(false, false, 24, -1, -1, tables.defaultFont());
      case "v" -> new RtfLook(number != 0, deleted, size, colour, behind, font);
      case "deleted" -> new RtfLook(hidden, number != 0, size, colour, behind, font);
      case "fs" -> new RtfLook(hidden, deleted, number, colour, behind, font);
      case "cf" -> new RtfLook(hidden, deleted, size, tables.colour(number), behind, font);
      case "cb", "chcbpat", "highlight" ->
          new RtfLook(hidden, deleted, size, colour, tables.colour(number), font);
      case "f", "af" ->
          word.equals("f") ? new RtfLook(hidden, deleted, size, colour, behind, number) : this;
      default -> this;
    };
  }

  /** How it is hidden on paper of a colour; empty when it is seen. */
  Optional<HiddenChannel> hides(int paper) {
    if (deleted) {
      return Optional.of(HiddenChannel.DELETED);
    }
    if (hidden) {
      return Optional.of(HiddenChannel.MARKED_HIDDEN);
    }
    if (size < SMALLEST) {
      return Optional.of(HiddenChannel.SIZE);
    }
    return colour >= 0 && Contrast.unreadable(colour, behind < 0 ? paper : behind)
        ? Optional.of(HiddenChannel.COLOUR)
        : Optional.empty();
  }
}
