package dev.frostbyte.core.inspect;

import java.util.HashMap;
import java.util.Map;

/**
 * International bank account numbers: country length of the SWIFT IBAN registry and check digits by
 * ISO 7064 mod 97-10, in one piece or in groups parted by a blank, a hyphen or a line break.
 */
final class IbanFinder implements PersonalFinder {
  private static final String LENGTHS =
      "ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27 dk18 do28 ee20 eg29 es24 fi18"
          + " fk18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21 hu28 ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32 li21"
          + " lt20 lu20 lv21 ly25 mc27 md24 me22 mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24 rs22"
          + " ru33 sa24 sc31 sd18 se24 si19 sk24 sm27 so23 st25 sv28 tl23 tn24 tr26 ua29 va22 vg24 xk20 ye30";
  private static final Map<Integer, Integer> LENGTH = lengths();

  @Override
  public void find(View folded, Sink sink) {
    for (int at = 0; at + 14 < folded.length(); at++) {
      int length = startsHere(folded, at) ? LENGTH.getOrDefault(country(folded, at), 0) : 0;
      int end = length == 0 ? -1 : end(folded, at, length);
      if (end > 0) {
        sink.found("pii.iban", PersonalType.FINANCIAL_ACCOUNT, 0.95, at, end);
        at = end - 1;
      }
    }
  }

  private static boolean startsHere(View view, int at) {
    boolean shape =
        Chars.isLetter(view.at(at))
            && Chars.isLetter(view.at(at + 1))
            && Chars.isDigit(digitAfter(view, at));
    return shape && (!Chars.isWord(view.peek(at - 1)) || named(view, at));
  }

  private static int digitAfter(View view, int at) {
    return Chars.parts(view.at(at + 2)) ? view.peek(at + 3) : view.at(at + 2);
  }

  private static boolean named(View view, int at) {
    return at >= 4 && view.text(at - 4, at).equals("iban");
  }

  private static int country(View view, int at) {
    return view.at(at) << 8 | view.at(at + 1);
  }

  /** One past the last letter of a number whose check digits are right, or -1. */
  private static int end(View view, int start, int length) {
    int[] letters = new int[length];
    int count = 0;
    int at = start;
    while (count < length && at < view.length()) {
      boolean parted = count > 0 && (Chars.parts(view.at(at)) || view.at(at) == '\n');
      int next = parted ? at + 1 : at;
      if (!Chars.isWord(view.peek(next))) {
        return -1;
      }
      letters[count++] = view.at(next);
      at = next + 1;
    }
    return count == length && !Chars.isWord(view.peek(at)) && remainder(letters) == 1 ? at : -1;
  }

  private static int remainder(int[] letters) {
    int sum = 0;
    for (int i = 0; i < letters.length; i++) {
      int letter = letters[(i + 4) % letters.length];
      sum = Chars.isDigit(letter) ? sum * 10 + letter - '0' : sum * 100 + letter - 'a' + 10;
      sum %= 97;
    }
    return sum;
  }

  private static Map<Integer, Integer> lengths() {
    Map<Integer, Integer> lengths = new HashMap<>();
    for (String entry : LENGTHS.split(" ")) {
      lengths.put(entry.charAt(0) << 8 | entry.charAt(1), Integer.parseInt(entry.substring(2)));
    }
    return Map.copyOf(lengths);
  }
}
