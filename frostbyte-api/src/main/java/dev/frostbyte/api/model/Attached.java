package dev.frostbyte.api.model;

import java.util.Arrays;
import java.util.List;

/**
 * A piece of a file that lies in the document and is a document of its own: the pieces of one file
 * follow each other with nothing between them, so that no file need be whole in memory. Its text is
 * no part of this document's text. Immutable; see {@link
 * dev.frostbyte.api.spi.ElementSink#acceptFile}.
 *
 * @param name as written, at most {@link #LONGEST_WORD} characters; may be empty
 * @param type the media type that the document declares for it, as written; may be empty
 * @param last whether the file ends with this piece
 * @param bytes at most {@link #MAX_BYTES}; must not be changed
 * @param regions where it hangs; empty when the format has no pages
 */
public record Attached(
    UntrustedText name, UntrustedText type, boolean last, byte[] bytes, List<Region> regions)
    implements Block {
  /** Most bytes of a piece: half of the least that a host of parsers lets through at once. */
  public static final int MAX_BYTES = 512 << 10;

  /** Most characters of a name or a type: what file systems take for a name. */
  public static final int LONGEST_WORD = 255;

  /** Checks lengths and copies the list. */
  public Attached {
    require("characters of a name", name.value().length(), LONGEST_WORD);
    require("characters of a type", type.value().length(), LONGEST_WORD);
    require("bytes of a piece", bytes.length, MAX_BYTES);
    regions = List.copyOf(regions);
  }

  /** A name or type cut to the length that a piece takes. */
  public static UntrustedText word(String written) {
    int end = Math.min(written.length(), LONGEST_WORD);
    boolean splits = end < written.length() && Character.isHighSurrogate(written.charAt(end - 1));
    return UntrustedText.of(written.substring(0, splits ? end - 1 : end));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attached piece
        && piece.name.equals(name)
        && piece.type.equals(type)
        && piece.last == last
        && piece.regions.equals(regions)
        && Arrays.equals(piece.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(bytes);
  }

  /** Tells no content. */
  @Override
  public String toString() {
    return "Attached[bytes=" + bytes.length + ", last=" + last + "]";
  }

  private static void require(String what, int value, int most) {
    if (value > most) {
      throw new IllegalArgumentException(what + " must be at most " + most + ", got " + value);
    }
  }
}
