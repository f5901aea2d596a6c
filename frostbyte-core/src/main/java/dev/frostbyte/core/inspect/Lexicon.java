package dev.frostbyte.core.inspect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Word classes of all grammars: one bit per class, two numbers per language. Immutable once built.
 */
final class Lexicon {
  private static final int LONGEST = 24;
  private static final List<String> ENDINGS = List.of("", "s", "e", "en", "er", "es", "n");
  private static final int SHORTEST_SCRAMBLED = 5;

  private final Map<String, long[]> words = new HashMap<>();
  private final Map<String, long[]> stems = new HashMap<>();
  private final Map<String, String> scrambled = new HashMap<>();
  private final Set<String> heads = new HashSet<>();

  /** Adds a folded word, or with a star at its end every word that begins so. */
  void add(String word, Language language, Mask mask) {
    boolean stem = word.endsWith("*");
    String letters = stem ? word.substring(0, word.length() - 1) : word;
    mask.addTo(
        (stem ? stems : words).computeIfAbsent(letters, key -> new long[Mask.WIDTH]), language);
    for (int end = 1; end <= letters.length(); end++) {
      heads.add(letters.substring(0, end));
    }
    if (letters.length() >= SHORTEST_SCRAMBLED) {
      ENDINGS.forEach(ending -> scrambled.putIfAbsent(signature(letters + ending), letters));
    }
  }

  /** Classes of a folded word by language, or null when it has none. */
  long @Nullable [] classes(String word) {
    long[] sum = words.get(word);
    int end = 1;
    while (end <= Math.min(word.length(), LONGEST) && heads.contains(word.substring(0, end))) {
      sum = joined(sum, stems.get(word.substring(0, end)));
      end++;
    }
    return sum;
  }

  private static long @Nullable [] joined(long @Nullable [] left, long @Nullable [] right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    long[] sum = left.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] |= right[i];
    }
    return sum;
  }

  /**
   * Length of the longest known word or stem that begins at this place of the letters; 0 when none
   * does.
   */
  int longestAt(String letters, int start) {
    int longest = 0;
    int end = start + 1;
    while (end <= Math.min(letters.length(), start + LONGEST)) {
      String head = letters.substring(start, end);
      if (!heads.contains(head)) {
        break;
      }
      longest = words.containsKey(head) || stems.containsKey(head) ? end - start : longest;
      end++;
    }
    return longest;
  }

  /**
   * The known word with the same first and last letter and the same letters between; null when
   * there is none.
   */
  @Nullable String unscrambled(String word) {
    return word.length() < SHORTEST_SCRAMBLED || word.length() > LONGEST
        ? null
        : scrambled.get(signature(word));
  }

  private static String signature(String word) {
    char[] letters = word.toCharArray();
    Arrays.sort(letters, 1, letters.length - 1);
    return new String(letters);
  }
}
