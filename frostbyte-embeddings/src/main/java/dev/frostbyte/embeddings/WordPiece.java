package dev.frostbyte.embeddings;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The WordPiece tokenizer of BERT's uncased models: each word becomes its longest known pieces from
 * left to right, or the unknown token. Text is only ever read as text: the spelling of a special
 * token, such as {@code [SEP]}, gives no special token, so a document cannot pretend to end.
 * Immutable.
 */
final class WordPiece {
  private final Vocabulary vocabulary;

  WordPiece(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Token ids of a text, without special tokens. */
  int[] encode(String text) {
    IntStream.Builder ids = IntStream.builder();
    BertWords.each(text, word -> pieces(word, ids));
    return ids.build().toArray();
  }

  /** Token ids with the start and end tokens a model wants around them. */
  long[] enclose(int[] ids) {
    long[] all = new long[ids.length + Vocabulary.SPECIALS];
    Arrays.setAll(all, i -> i == 0 || i > ids.length ? 0 : ids[i - 1]);
    all[0] = vocabulary.start();
    all[all.length - 1] = vocabulary.end();
    return all;
  }

  private void pieces(String word, IntStream.Builder ids) {
    int[] found = new int[word.length()];
    int count = 0;
    int from = 0;
    boolean known = word.codePointCount(0, word.length()) <= vocabulary.longestWord();
    while (known && from < word.length()) {
      int to = vocabulary.endOfPiece(word, from);
      known = to > from;
      if (known) {
        found[count++] = vocabulary.id(word, from, to);
        from = to;
      }
    }
    if (known) {
      Arrays.stream(found, 0, count).forEach(ids::add);
    } else {
      ids.add(vocabulary.unknown());
    }
  }
}
