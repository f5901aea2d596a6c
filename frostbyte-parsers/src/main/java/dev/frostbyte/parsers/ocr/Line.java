package dev.frostbyte.parsers.ocr;

import java.util.ArrayList;
import java.util.List;

/**
 * Text that was read in one piece: a line, or a part of one. Immutable.
 *
 * @param box on the level page, pixels
 * @param size of its type, pixels
 * @param words at least one
 * @param confidence mean of its characters, 0 to 1
 */
record Line(Slant box, float size, List<Word> words, float confidence) {
  /** How far a letter reaches beyond where the model sees it, as a share of a usual letter. */
  private static final float OVERHANG = 0.25f;

  /** Copies the list. */
  Line {
    words = List.copyOf(words);
  }

  /**
   * The line of some symbols; without words when all are blank.
   *
   * @param width of the strip they were read from, pixels
   */
  static Line of(Slant box, float size, List<Symbol> symbols, float width) {
    List<Word> words = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    float overhang = symbols.isEmpty() ? 0 : OVERHANG * width / symbols.size();
    float from = 0;
    float to = 0;
    float sum = 0;
    int count = 0;
    for (Symbol symbol : symbols) {
      if (symbol.isSpace()) {
        add(words, text, (from - overhang) / width, (to + overhang) / width);
      } else {
        from = text.isEmpty() ? symbol.from() : from;
        to = symbol.to();
        text.append(symbol.text());
        sum += symbol.confidence();
        count++;
      }
    }
    add(words, text, (from - overhang) / width, (to + overhang) / width);
    return new Line(box, size, words, count == 0 ? 0 : sum / count);
  }

  private static void add(List<Word> words, StringBuilder text, float from, float to) {
    if (!text.isEmpty()) {
      words.add(new Word(text.toString(), Math.clamp(from, 0, 1), Math.clamp(to, 0, 1)));
      text.setLength(0);
    }
  }

  String text() {
    return String.join(" ", words.stream().map(Word::text).toList());
  }

  int letters() {
    return words.stream().mapToInt(word -> word.text().length()).sum();
  }

  /** The line with a sign before it, which stands left of its box. */
  Line marked(String sign) {
    List<Word> marked = new ArrayList<>(List.of(new Word(sign, 0, 0)));
    marked.addAll(words);
    return new Line(box, size, marked, confidence);
  }

  /** The line without its first word, which must not be its only one. */
  Line rest() {
    return new Line(box, size, words.subList(1, words.size()), confidence);
  }

  boolean startsWith(String word) {
    return words.getFirst().text().equals(word);
  }

  /** The same place read as something else, as sure and as large as another line. */
  Line reading(String other, Line like) {
    return new Line(box, like.size(), List.of(new Word(other, 0, 1)), like.confidence());
  }

  /** Says how much it holds, never what. */
  @Override
  public String toString() {
    return "Line(" + words.size() + " words)";
  }
}
