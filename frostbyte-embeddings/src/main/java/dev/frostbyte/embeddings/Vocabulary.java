package dev.frostbyte.embeddings;

import java.util.HashMap;
import java.util.Map;

/** The pieces a tokenizer knows, with their ids. Immutable. */
final class Vocabulary {
  /** Special tokens around a text: one before, one after. */
  static final int SPECIALS = 2;

  private final Map<String, Integer> first = new HashMap<>();
  private final Map<String, Integer> following = new HashMap<>();
  private final int longestPiece;
  private final int longestWord;
  private final int unknown;
  private final int start;
  private final int end;

  /**
   * Sorts pieces by where in a word they may stand.
   *
   * @param ids ids of all pieces
   * @param prefix marks pieces that follow another
   * @param longestWord longer words are unknown, in code points
   */
  Vocabulary(Map<String, Integer> ids, String prefix, int longestWord, Specials specials) {
    int longest = 1;
    for (Map.Entry<String, Integer> entry : ids.entrySet()) {
      String piece = entry.getKey();
      first.put(piece, entry.getValue());
      if (piece.startsWith(prefix)) {
        following.put(piece.substring(prefix.length()), entry.getValue());
      }
      longest = Math.max(longest, piece.length());
    }
    this.longestPiece = longest;
    this.longestWord = longestWord;
    this.unknown = specials.unknown();
    this.start = specials.start();
    this.end = specials.end();
  }

  /**
   * End of the longest known piece that begins at an index of a word; the index if there is none.
   */
  int endOfPiece(String word, int from) {
    Map<String, Integer> pieces = from == 0 ? first : following;
    int to = Math.min(word.length(), from + longestPiece);
    while (to > from && !pieces.containsKey(word.substring(from, to))) {
      to--;
    }
    return to;
  }

  /** Id of a known piece of a word. */
  int id(String word, int from, int to) {
    Integer id = (from == 0 ? first : following).get(word.substring(from, to));
    return id == null ? unknown : id;
  }

  int longestWord() {
    return longestWord;
  }

  int unknown() {
    return unknown;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Ids of the special tokens. */
  record Specials(int unknown, int start, int end) {}
}
