package dev.frostbyte.parsers.pdf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tells headings from paragraphs by rarity of size and weight, and ranks them. Immutable. */
final class Headings {
  private static final int MAX_LEVEL = 6;
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

  private static final Pattern CAPTION =
      Pattern.compile(
          "(?i)^(table|figure|fig\\.|chart|box|exhibit|tabelle|abbildung|abb\\.)\\s*[\\dIVX].*");

  private final Typography typography;
  private final Map<String, Integer> bookmarks;
  private final Map<Typography.Look, Integer> ranks;

  private Headings(
      Typography typography, Map<String, Integer> bookmarks, Map<Typography.Look, Integer> ranks) {
    this.typography = typography;
    this.bookmarks = bookmarks;
    this.ranks = ranks;
  }

  static Headings of(List<Piece> pieces, Map<String, Integer> bookmarks) {
    Headings unranked = new Headings(Typography.of(pieces), bookmarks, Map.of());
    Map<Typography.Look, Integer> ranks = new TreeMap<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Text text && unranked.isHeading(text)) {
        ranks.put(Typography.Look.of(text), 0);
      }
    }
    int rank = 0;
    for (Map.Entry<Typography.Look, Integer> entry : ranks.entrySet()) {
      entry.setValue(Math.min(MAX_LEVEL, ++rank));
    }
    return new Headings(unranked.typography, bookmarks, ranks);
  }

  /** Level of a heading, empty for a paragraph. */
  Optional<Integer> level(Piece.Text text) {
    if (!isHeading(text)) {
      return Optional.empty();
    }
    Integer depth = bookmarks.get(Bookmarks.key(whole(text)));
    return Optional.of(depth != null ? depth : ranks.getOrDefault(Typography.Look.of(text), 1));
  }

  private boolean isHeading(Piece.Text text) {
    String whole = whole(text);
    if (whole.length() > MAX_LETTERS || text.lines() > MAX_LINES || !hasWord(whole)) {
      return false;
    }
    if (CAPTION.matcher(whole).matches() || Markers.isBullet(text.marker())) {
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
      return rare && (open && !text.atEdge() || text.style().bold());
    }
    boolean sized = text.size() >= 0.93f * typography.size();
    boolean bolder = text.style().bold() && !typography.bold() && rare && open;
    boolean alone = text.gapBefore() > ALONE && !text.atEdge();
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

  private static String whole(Piece.Text text) {
    return text.marker().isEmpty() ? text.text() : text.marker() + " " + text.text();
  }
}
