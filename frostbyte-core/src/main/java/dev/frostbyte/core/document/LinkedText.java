package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Link;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Text of a document in pieces with the links that a reader may follow ({@link LinkTarget}). Links
 * do not overlap: of two that do, the first counts. Immutable.
 */
final class LinkedText {
  private final CodePoints text;
  private final NavigableMap<Integer, Place> links;

  /** A link by code points of ORIGINAL. */
  private record Place(int start, int end, String target) {}

  /**
   * A piece of text.
   *
   * @param target where it leads; empty when it is no link
   */
  record Piece(String text, String target) {
    boolean isLink() {
      return !target.isEmpty();
    }
  }

  private LinkedText(CodePoints text, NavigableMap<Integer, Place> links) {
    this.text = text;
    this.links = links;
  }

  static LinkedText of(CanonicalDocument document) {
    CodePoints hidden = CodePoints.of(document.hidden().value());
    NavigableMap<Integer, Place> links = new TreeMap<>();
    for (Link link : document.links()) {
      Span label = link.span();
      if (label.length() > 0 && isFree(links, label)) {
        LinkTarget.of(hidden.slice(link.target().start(), link.target().end()))
            .map(target -> new Place(label.start(), label.end(), target))
            .ifPresent(place -> links.put(place.start(), place));
      }
    }
    return new LinkedText(CodePoints.of(document.original().value()), links);
  }

  /** Text without links. */
  static LinkedText plain(UntrustedText text) {
    return new LinkedText(CodePoints.of(text.value()), new TreeMap<>());
  }

  private static boolean isFree(NavigableMap<Integer, Place> links, Span label) {
    var before = links.lowerEntry(label.end());
    return before == null || before.getValue().end() <= label.start();
  }

  /** The text of a place alone. */
  String slice(Span span) {
    return text.slice(span.start(), span.end());
  }

  /** The text of a place in order, with the links that lie wholly in it; none is empty. */
  List<Piece> pieces(Span span) {
    List<Piece> pieces = new ArrayList<>();
    int from = span.start();
    for (Place link : links.subMap(span.start(), span.end()).values()) {
      if (link.end() <= span.end()) {
        add(pieces, from, link.start(), "");
        add(pieces, link.start(), link.end(), link.target());
        from = link.end();
      }
    }
    add(pieces, from, span.end(), "");
    return pieces;
  }

  private void add(List<Piece> pieces, int from, int to, String target) {
    if (from < to) {
      pieces.add(new Piece(text.slice(from, to), target));
    }
  }

  /** The text of a place as HTML, links as such. */
  String html(Span span) {
    return pieces(span).stream().map(LinkedText::html).collect(Collectors.joining());
  }

  private static String html(Piece piece) {
    String words = Html.escape(piece.text());
    return piece.isLink()
        ? "<a rel=\"noreferrer\" href=\"" + Html.escape(piece.target()) + "\">" + words + "</a>"
        : words;
  }
}
