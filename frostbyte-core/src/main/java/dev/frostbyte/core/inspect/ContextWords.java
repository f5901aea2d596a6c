package dev.frostbyte.core.inspect;

import java.util.Arrays;
import java.util.List;

/** Phrases that say what the number after them is. Immutable. */
final class ContextWords {
  private static final int REACH = 40;

  private final List<String> phrases;

  private ContextWords(List<String> phrases) {
    this.phrases = phrases;
  }

  /** Folded phrases: small letters without accents, single blanks. */
  static ContextWords of(String... phrases) {
    return new ContextWords(List.copyOf(Arrays.asList(phrases)));
  }

  /**
   * Whether one stands as a word of its own in the 40 code points before the place, in the same
   * paragraph.
   */
  boolean before(View view, int at) {
    int start = Math.max(0, at - REACH);
    for (int i = at - 2; i >= start; i--) {
      if (view.at(i) == '\n' && view.at(i + 1) == '\n') {
        start = i + 1;
      }
    }
    String text = " " + words(view, start, at) + " ";
    return phrases.stream().anyMatch(phrase -> text.contains(" " + phrase + " "));
  }

  /** Whether one stands so in the 40 code points after the place, in the same line. */
  boolean after(View view, int at) {
    int end = at;
    while (end < Math.min(view.length(), at + REACH) && view.at(end) != '\n') {
      end++;
    }
    String text = " " + words(view, at, end) + " ";
    return phrases.stream().anyMatch(phrase -> text.contains(" " + phrase + " "));
  }

  /** Letters and digits with single blanks between. */
  private static String words(View view, int start, int end) {
    StringBuilder words = new StringBuilder();
    for (int i = start; i < end; i++) {
      boolean letter = Character.isLetterOrDigit(view.at(i));
      if (letter) {
        words.appendCodePoint(view.at(i));
      } else if (view.at(i) != '\''
          && view.at(i) != '.'
          && !words.isEmpty()
          && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.toString().strip();
  }
}
