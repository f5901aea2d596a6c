package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import java.util.List;

/** Appends pieces of one text and tells their places in code points. One thread. */
final class TextSpool {
  private final TextName name;
  private final StringBuilder text = new StringBuilder();
  private int position;

  TextSpool(TextName name) {
    this.name = name;
  }

  /** Starts a new piece two line feeds after the last. */
  int startPiece() {
    if (position > 0) {
      append("\n\n");
    }
    return position;
  }

  /** Appends text and returns its place. */
  Span append(String piece) {
    int start = position;
    text.append(piece);
    position += piece.codePointCount(0, piece.length());
    return Span.of(name, start, position);
  }

  /**
   * Where a piece stands inside the newest text, from a position on.
   *
   * @param from not before the start of {@code whole}
   * @param whole the newest piece; the answer when nothing is found
   */
  Span find(String piece, int from, Span whole) {
    int start = text.offsetByCodePoints(text.length(), from - position);
    int at = piece.isEmpty() ? -1 : text.indexOf(piece, start);
    if (at < 0) {
      return whole;
    }
    int found = from + text.codePointCount(start, at);
    int end = found + piece.codePointCount(0, piece.length());
    return new Span(name, found, end, whole.regions());
  }

  Span since(int start, List<Region> regions) {
    return new Span(name, start, position, regions);
  }

  int position() {
    return position;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
