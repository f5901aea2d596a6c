package dev.frostbyte.core.inspect;

import com.ibm.icu.text.SpoofChecker;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Letters that look like ASCII letters, by the skeletons of UTS 39 (ICU4J) and a short table of
 * small capitals that UTS 39 leaves alone. Thread-safe.
 */
final class Confusables {
  private static final String SMALL_CAPITALS =
      "\u1D00a\u0299b\u1D04c\u1D05d\u1D07e\uA730f\u0262g\u029Ch\u026Ai\u1D0Aj\u1D0Bk\u029Fl\u1D0Dm\u0274n\u1D0Fo\u1D18p"
          + "\u0280r\uA731s\u1D1Bt\u1D1Cu\u1D20v\u1D21w\u028Fy\u1D22z\u0261g\u0131i\u0251a\u0269i\u028Bv";

  private final SpoofChecker checker = new SpoofChecker.Builder().build();
  private final Map<String, Integer> bySkeleton = new HashMap<>();
  private final Map<Integer, Integer> known = new ConcurrentHashMap<>();

  Confusables() {
    for (int letter = 'A'; letter <= 'Z'; letter++) {
      bySkeleton.put(
          checker.getSkeleton(Character.toString(letter)), Character.toLowerCase(letter));
    }
    for (int letter = 'a'; letter <= 'z'; letter++) {
      bySkeleton.put(checker.getSkeleton(Character.toString(letter)), letter);
    }
    for (int i = 0; i < SMALL_CAPITALS.length(); i += 2) {
      known.put((int) SMALL_CAPITALS.charAt(i), (int) SMALL_CAPITALS.charAt(i + 1));
    }
  }

  /** The lower-case ASCII letter this letter looks like, or the letter itself. */
  int ascii(int letter) {
    return known.computeIfAbsent(letter, this::lookUp);
  }

  private int lookUp(int letter) {
    Integer found = bySkeleton.get(checker.getSkeleton(Character.toString(letter)));
    Integer capital =
        bySkeleton.get(checker.getSkeleton(Character.toString(Character.toUpperCase(letter))));
    return found != null ? found : capital != null ? capital : letter;
  }
}
