package dev.frostbyte.bench.parsing;

/**
 * Counts characters read wrongly: the Levenshtein distance of texts whose white space is made
 * equal, over the length of the true one. One thread.
 */
final class ErrorRate {
  private long errors;
  private long characters;

  void add(String truth, String read) {
    String expected = normalised(truth);
    errors += distance(expected, normalised(read));
    characters += expected.length();
  }

  double percent() {
    return characters == 0 ? 0 : 100.0 * errors / characters;
  }

  /** Typographic signs as a typewriter has them, so that only letters and signs count. */
  static String folded(String text) {
    return text.replaceAll("[‘’‚′]", "'")
        .replaceAll("[“”„″]", "\"")
        .replaceAll("[‐‑‒–—−]", "-")
        .replaceAll("[•·◦▪●]", "*")
        .replace("…", "...");
  }

  private static String normalised(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      above = next(above, one.charAt(i - 1), other, i);
    }
    return above[other.length()];
  }

  private static int[] next(int[] above, char sign, String other, int row) {
    int[] here = new int[above.length];
    here[0] = row;
    for (int j = 1; j < here.length; j++) {
      int same = above[j - 1] + (sign == other.charAt(j - 1) ? 0 : 1);
      here[j] = Math.min(same, Math.min(above[j], here[j - 1]) + 1);
    }
    return here;
  }
}
