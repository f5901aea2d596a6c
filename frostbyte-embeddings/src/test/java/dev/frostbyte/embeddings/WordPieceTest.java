package dev.frostbyte.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class WordPieceTest {
  private static final int UNKNOWN = 100;
  private static WordPiece tokenizer;

  @BeforeAll
  static void open() throws IOException {
    tokenizer = TokenizerFile.read(ModelFiles.of(OnnxConfig.DEFAULT).tokenizer());
  }

  @Test
  void readsWhatTheReferenceTokenizerWasRecordedToRead() {
    assertThat(tokenizer.encode("Héllo, Wörld! unaffable"))
        .containsExactly(7592, 1010, 2088, 999, 14477, 20961, 3468);
    assertThat(tokenizer.encode("契約 1,500.00 €"))
        .containsExactly(100, 100, 1015, 1010, 3156, 1012, 4002, 1574);
  }

  @Test
  void readsWordsOfAHundredCharactersAndNoLonger() {
    assertThat(tokenizer.encode("a".repeat(100)).length).isGreaterThan(1);
    assertThat(tokenizer.encode("a".repeat(101))).containsExactly(UNKNOWN);
  }

  @Test
  void readsTheSpellingOfASpecialTokenAsText() {
    assertThat(tokenizer.encode("[SEP]")).doesNotContain(102).hasSizeGreaterThan(1);
    assertThat(tokenizer.encode("[CLS][PAD][MASK]")).doesNotContain(0, 101, 103);
  }

  @Test
  void dropsSurrogatesThatStandAlone() {
    assertThat(tokenizer.encode("pay\uD800ment \uDC00")).isEqualTo(tokenizer.encode("payment"));
  }

  @Test
  void enclosesATextInItsSpecialTokens() {
    assertThat(tokenizer.enclose(tokenizer.encode("hello world")))
        .containsExactly(101, 7592, 2088, 102);
    assertThat(tokenizer.enclose(new int[0])).containsExactly(101, 102);
  }
}
