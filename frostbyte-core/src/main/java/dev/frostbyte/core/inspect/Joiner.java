package dev.frostbyte.core.inspect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads words that were pulled apart ({@code i g n o r e}, {@code ig-nore}, {@code ig nore}), glued
 * together, written with digits for letters, or scrambled between their first and last letter.
 */
final class Joiner {
  private static final int SHORTEST_GLUED = 10;
  private static final int SHORTEST_SPACED = 6;
  private static final String DIGITS = "oizeasgtbg";

  private final Lexicon lexicon;

  Joiner(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  Tokens join(View view) {
    Tokens tokens = new Tokens(lexicon);
    List<Piece> pieces = pieces(view);
    int singles = 0;
    boolean spacing = false;
    for (int i = 0; i < pieces.size(); ) {
      singles = i < singles ? singles : singlesEnd(pieces, i);
      boolean spaced = singles > i && (singles - i >= SHORTEST_SPACED || i > 0 && spacing);
      int end = spaced ? spacedEnd(pieces, i, singles) : splitEnd(pieces, i);
      spacing = spaced;
      addWord(view, pieces.subList(i, end), tokens);
      i = end;
    }
    return tokens;
  }

  private record Piece(String letters, int[] at, byte breakBefore, int blanksBefore) {}

  private List<Piece> pieces(View view) {
    List<Piece> pieces = new ArrayList<>();
    Tokens marks = new Tokens(lexicon);
    byte pending = Tokens.LINE;
    int blanks = 0;
    for (int i = 0; i < view.length(); ) {
      Piece piece = piece(view, i, pending, blanks);
      if (piece.letters().isEmpty()) {
        pending = Tokenizer.separate(view, i, pending, marks);
        blanks++;
        i++;
      } else {
        pieces.add(piece);
        pending = Tokens.NONE;
        blanks = 0;
        i = piece.at()[piece.at().length - 1] + 1;
      }
    }
    return pieces;
  }

  private static Piece piece(View view, int start, byte breakBefore, int blanks) {
    StringBuilder letters = new StringBuilder();
    List<Integer> at = new ArrayList<>();
    for (int i = start; i < view.length(); i++) {
      int letter = letter(view, i);
      if (letter != 0) {
        letters.appendCodePoint(letter);
        at.addAll(java.util.Collections.nCopies(Character.charCount(letter), i));
      } else if (!bridges(view, i) || letters.isEmpty()) {
        break;
      }
    }
    return new Piece(
        letters.toString(), at.stream().mapToInt(Integer::intValue).toArray(), breakBefore, blanks);
  }

  /** The letter meant at this place: itself, or what a digit or sign between letters stands for. */
  private static int letter(View view, int at) {
    int here = view.at(at);
    if (Character.isLetter(here)) {
      return here;
    }
    boolean inside = Character.isLetter(view.peek(at + 1)) || Character.isLetter(view.peek(at - 1));
    if (here >= '0' && here <= '9') {
      return inside || between(view, at) ? DIGITS.charAt(here - '0') : here;
    }
    boolean beforeLetter = Character.isLetterOrDigit(view.peek(at + 1));
    return switch (here) {
      case '@' -> beforeLetter ? 'a' : 0;
      case '$' -> inside && beforeLetter ? 's' : 0;
      case '!' -> beforeLetter && at > 0 ? 'i' : 0;
      case '|' -> beforeLetter && Character.isLetterOrDigit(view.peek(at - 1)) ? 'l' : 0;
      default -> 0;
    };
  }

  private static boolean between(View view, int at) {
    return Character.isLetter(view.peek(at + 2)) && Character.isDigit(view.peek(at + 1))
        || Character.isLetter(view.peek(at - 2)) && Character.isDigit(view.peek(at - 1));
  }

  /** One sign, not a blank, between two letters, or a hyphen at the end of a line. */
  private static boolean bridges(View view, int at) {
    int before = view.peek(at - 1);
    int after = view.peek(at + 1);
    if (view.at(at) == '\n') {
      return before == '-' && Character.isLetter(after);
    }
    boolean hyphenated =
        view.at(at) == '-' && after == '\n' && Character.isLetter(view.peek(at + 2));
    boolean sign =
        !Character.isWhitespace(view.at(at))
            && !Character.isSpaceChar(view.at(at))
            && view.at(at) != ':';
    return sign
        && Character.isLetterOrDigit(before)
        && (hyphenated || Character.isLetterOrDigit(after));
  }

  /** One past the pieces of a single letter that begin here. */
  private static int singlesEnd(List<Piece> pieces, int start) {
    int at = start;
    while (at < pieces.size() && pieces.get(at).letters().length() == 1) {
      at++;
    }
    return at;
  }

  /** Among single letters a word ends where the gap widens. */
  private static int spacedEnd(List<Piece> pieces, int start, int most) {
    int at = start + 1;
    while (at < most && pieces.get(at).blanksBefore() <= pieces.get(start + 1).blanksBefore()) {
      at++;
    }
    return at;
  }

  /** A known word pulled into two or three pieces, none of them known. */
  private int splitEnd(List<Piece> pieces, int start) {
    StringBuilder word = new StringBuilder(pieces.get(start).letters());
    for (int end = start + 1; end < Math.min(pieces.size(), start + 3); end++) {
      Piece next = pieces.get(end);
      word.append(next.letters());
      if (next.blanksBefore() != 1 || word.length() > 16) {
        return start + 1;
      }
      if (word.length() >= 5
          && lexicon.classes(word.toString()) != null
          && lexicon.classes(next.letters()) == null) {
        return end + 1;
      }
    }
    return start + 1;
  }

  private void addWord(View view, List<Piece> parts, Tokens tokens) {
    StringBuilder word = new StringBuilder();
    List<Integer> at = new ArrayList<>();
    for (Piece part : parts) {
      word.append(part.letters());
      for (int index : part.at()) {
        at.add(index);
      }
    }
    byte breakBefore = parts.getFirst().breakBefore();
    long[] known = known(word.toString());
    if (known == null && word.length() >= SHORTEST_GLUED) {
      addGlued(view, word.toString(), at, breakBefore, tokens);
    } else {
      tokens.add(known, view.from(at.getFirst()), view.to(at.getLast()), breakBefore);
    }
  }

  private long @Nullable [] known(String word) {
    long[] found = lexicon.classes(word);
    if (found == null && word.indexOf('i') >= 0) {
      found = lexicon.classes(word.replace('i', 'l'));
    }
    String unscrambled = found == null ? lexicon.unscrambled(word) : null;
    return unscrambled == null ? found : lexicon.classes(unscrambled);
  }

  /**
   * Known words inside a long unknown one; what lies between them is one unknown word, its short
   * endings dropped.
   */
  private void addGlued(View view, String word, List<Integer> at, byte breakBefore, Tokens tokens) {
    byte pending = breakBefore;
    int unknown = 0;
    for (int i = 0; i < word.length(); ) {
      int length = lexicon.longestAt(word, i);
      if (length < 3) {
        i++;
        continue;
      }
      if (i - unknown > 3) {
        tokens.add((long[]) null, view.from(at.get(unknown)), view.to(at.get(i - 1)), pending);
        pending = Tokens.NONE;
      }
      tokens.add(
          word.substring(i, i + length),
          view.from(at.get(i)),
          view.to(at.get(i + length - 1)),
          pending);
      pending = Tokens.NONE;
      i += length;
      unknown = i;
    }
    if (word.length() - unknown > 3) {
      tokens.add(
          (long[]) null, view.from(at.get(unknown)), view.to(at.get(word.length() - 1)), pending);
    }
  }
}
