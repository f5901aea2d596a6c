package dev.frostbyte.parsers.pdf;

import java.util.List;

/**
 * Words of one line with no wide gap between them. Immutable.
 *
 * @param words at least one, from left to right
 */
record Chunk(List<Word> words, Rect rect, float baseline, float size, FontStyle style)
    implements Item {
  static Chunk of(List<Word> words) {
    Rect rect = Rect.around(words, Word::rect);
    Word main = words.getFirst();
    for (Word word : words) {
      main = weight(word) > weight(main) ? word : main;
    }
    return new Chunk(List.copyOf(words), rect, main.baseline(), main.size(), style(words));
  }

  private static float weight(Word word) {
    return word.size() * word.text().length();
  }

  /** The style of most letters. */
  private static FontStyle style(List<Word> words) {
    int all = 0;
    int bold = 0;
    int italic = 0;
    int mono = 0;
    for (Word word : words) {
      int letters = word.text().length();
      all += letters;
      bold += word.style().bold() ? letters : 0;
      italic += word.style().italic() ? letters : 0;
      mono += word.style().mono() ? letters : 0;
    }
    return new FontStyle(bold * 4 > all * 3, italic * 2 > all, mono * 4 > all * 3);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Word word : words) {
      text.append(text.isEmpty() ? "" : " ").append(word.text());
    }
    return Bidirectional.logical(text.toString());
  }

  int letters() {
    return words.stream().mapToInt(word -> word.text().length()).sum();
  }
}
