package dev.frostbyte.parsers.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells headings from paragraphs by rarity of size and weight, and ranks them. Immutable. */
final class Headings {
  private static final int MAX_LETTERS = 220;
  private static final int MAX_LINES = 4;
  private static final float LARGER = 1.12f;
  private static final float MUCH_LARGER = 1.25f;

  /** Looks of more than this share of all letters are no headings. */
  private static final float COMMON = 0.35f;

  /** White space above a line that stands alone, in font sizes. */
  private static final float ALONE = 0.4f;

  /** Shorter texts may end with a full stop, such as "CHAPTER 7." */
  private static final int LABEL = 20;

  private final Typography typography;
  private final Map<String, Integer> bookmarks;
  private final HeadingRanks ranks;

  private Headings(Typography typography, Map<String, Integer> bookmarks, HeadingRanks ranks) {
    this.typography = typography;
    this.bookmarks = bookmarks;
    this.ranks = ranks;
  }

  static Headings of(List<Piece> pieces, Map<String, Integer> bookmarks) {
    Headings unranked = new Headings(Typography.of(pieces), bookmarks, HeadingRanks.NONE);
    List<Piece.Text> found = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Text text && unranked.isHeading(text)) {
        found.add(text);
      }
    }
    HeadingRanks ranks = HeadingRanks.of(found, unranked.typography.size());
    return new Headings(unranked.typography, bookmarks, ranks);
  }

  /** Level of a heading, empty for a paragraph. */
  Optional<Integer> level(Piece.Text text) {
    if (!isHeading(text)) {
      return Optional.empty();
    }
    if (text.role() == Piece.Role.TITLE) {
      return Optional.of(1);
    }
    Integer depth = bookmarks.get(Bookmarks.key(whole(text)));
    return Optional.of(depth != null ? depth : ranks.level(text));
  }

  private boolean isHeading(Piece.Text text) {
    return switch (text.role()) {
      case OPEN -> looksLikeHeading(text);
      case TITLE, HEADING -> true;
      case BODY, ITEM, FORMULA -> false;
    };
  }

  private boolean looksLikeHeading(Piece.Text text) {
    String whole = whole(text);
    if (whole.length() > MAX_LETTERS || text.lines() > MAX_LINES || !hasWord(whole)) {
      return false;
    }
    if (Captions.isLabelled(whole) || Markers.isBullet(text.marker())) {
      return false;
    }
    return bookmarks.containsKey(Bookmarks.key(whole)) || standsOut(text, whole);
  }

  private boolean standsOut(Piece.Text text, String whole) {
    boolean rare = typography.share(text) < COMMON;
    if (text.size() >= MUCH_LARGER * typography.size()) {
      return rare;
    }
    boolean open = endsOpen(whole);
    if (text.size() >= LARGER * typography.size()) {
      return rare && (open && !text.place().atEdge() || text.style().bold());
    }
    boolean sized = text.size() >= 0.93f * typography.size();
    boolean bolder = text.style().bold() && !typography.bold() && rare && open;
    boolean alone = text.place().gapBefore() > ALONE && !text.place().atEdge();
    return text.lines() <= 2 && (bolder && (sized || alone) || alone && sized && isCapitals(whole));
  }

  private static boolean isCapitals(String whole) {
    long letters = whole.codePoints().filter(Character::isLetter).count();
    boolean small = whole.codePoints().anyMatch(Character::isLowerCase);
    return !small && letters >= 4 && letters * 2 > whole.length();
  }

  /** Sentences and list introductions end with a mark; headings do not. */
  private static boolean endsOpen(String text) {
    boolean closed = ".,;:".indexOf(text.charAt(text.length() - 1)) >= 0;
    return !closed || text.length() < LABEL && text.endsWith(".");
  }

  private static boolean hasWord(String text) {
    return text.codePoints().filter(Character::isLetter).count() >= 2;
  }

  static String whole(Piece.Text text) {
    return text.marker().isEmpty() ? text.text() : text.marker() + " " + text.text();
  }
}
