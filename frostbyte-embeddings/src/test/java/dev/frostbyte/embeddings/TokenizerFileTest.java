package dev.frostbyte.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenizerFileTest {
  private static final String SMALL =
      """
      {"normalizer": {"type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true,
                      "strip_accents": null, "lowercase": true},
       "pre_tokenizer": {"type": "BertPreTokenizer"},
       "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                 "max_input_chars_per_word": 5,
                 "vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "pay": 3, "##er": 4, "er": 5}}}
      """;

  @Test
  void readsASmallTokenizer() {
    WordPiece tokenizer = TokenizerFile.read(SMALL.getBytes(StandardCharsets.UTF_8));
    assertThat(tokenizer.encode("Payer er paying payerer")).containsExactly(3, 4, 5, 0, 0);
    assertThat(tokenizer.enclose(new int[] {3})).containsExactly(1, 3, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WordPiece | Unigram",
        "BertNormalizer | NFKC",
        "BertPreTokenizer | Whitespace",
        "\"lowercase\": true | \"lowercase\": false",
        "\"clean_text\": true | \"clean_text\": false",
        "\"handle_chinese_chars\": true | \"handle_chinese_chars\": false",
        "\"strip_accents\": null | \"strip_accents\": false",
        "\"[CLS]\": 1 | \"<s>\": 1",
        "\"[SEP]\": 2 | \"</s>\": 2",
        "\"[UNK]\": 0 | \"<unk>\": 0",
        "\"pay\": 3 | \"pay\": -3",
        "\"pay\": 3 | \"pay\": \"3\"",
        "_word\": 5 | _word\": 0",
        "{\"normalizer\" | {{\"normalizer\"",
      })
  void refusesAnyOtherKind(String part, String replacement) {
    assertThat(SMALL).contains(part);
    byte[] changed = SMALL.replace(part, replacement).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> TokenizerFile.read(changed))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID));
  }
}
