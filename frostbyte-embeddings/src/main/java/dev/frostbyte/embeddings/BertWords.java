package dev.frostbyte.embeddings;

import java.text.Normalizer;
import java.util.function.Consumer;

/**
 * Cuts text into words as BERT's uncased models do: control characters dropped, accents taken off
 * (NFD, then marks dropped), lower case, every CJK character and punctuation mark a word of its
 * own. Source: {@code BasicTokenizer} of Devlin et al., <i>BERT</i>, 2019. One text per instance.
 */
final class BertWords {
  private final Consumer<String> sink;
  private final StringBuilder word = new StringBuilder();

  private BertWords(Consumer<String> sink) {
    this.sink = sink;
  }

  /** Hands every word of a text to the sink, in order. */
  static void each(String text, Consumer<String> sink) {
    BertWords words = new BertWords(sink);
    Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(words::take);
    words.end();
  }

  private void take(int codePoint) {
    char read = CharacterClasses.bert().of(codePoint);
    switch (read) {
      case CharacterClasses.DROPPED -> {}
      case CharacterClasses.SPACE -> end();
      case CharacterClasses.ALONE -> {
        end();
        sink.accept(Character.toString(codePoint));
      }
      case CharacterClasses.LETTER -> word.appendCodePoint(Character.toLowerCase(codePoint));
      default -> word.appendCodePoint(codePoint);
    }
  }

  private void end() {
    if (!word.isEmpty()) {
      sink.accept(word.toString());
      word.setLength(0);
    }
  }
}
