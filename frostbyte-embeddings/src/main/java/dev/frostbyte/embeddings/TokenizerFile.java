package dev.frostbyte.embeddings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a {@code tokenizer.json} of the kind this module can follow exactly: BERT uncased
 * WordPiece. Any other kind is refused, since a tokenizer that is nearly right gives vectors that
 * are quietly wrong.
 */
final class TokenizerFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TokenizerFile() {}

  /**
   * Reads the file.
   *
   * @throws FrostbyteException {@code CONFIGURATION_INVALID} when it is another kind or broken
   */
  static WordPiece read(byte[] json) {
    JsonNode root = parse(json);
    JsonNode model = root.path("model");
    JsonNode normalizer = root.path("normalizer");
    require(model.path("type").asText().equals("WordPiece"), "model.type WordPiece");
    require(normalizer.path("type").asText().equals("BertNormalizer"), "BertNormalizer");
    require(normalizer.path("lowercase").asBoolean(), "normalizer.lowercase true");
    require(normalizer.path("clean_text").asBoolean(), "normalizer.clean_text true");
    require(normalizer.path("handle_chinese_chars").asBoolean(), "handle_chinese_chars true");
    require(normalizer.path("strip_accents").asBoolean(true), "strip_accents null or true");
    require(
        root.path("pre_tokenizer").path("type").asText().equals("BertPreTokenizer"),
        "BertPreTokenizer");
    return new WordPiece(vocabulary(model));
  }

  private static Vocabulary vocabulary(JsonNode model) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    model
        .path("vocab")
        .properties()
        .forEach(entry -> ids.put(entry.getKey(), id(entry.getValue())));
    int longestWord = model.path("max_input_chars_per_word").asInt();
    require(longestWord > 0, "max_input_chars_per_word above 0");
    Vocabulary.Specials specials =
        new Vocabulary.Specials(
            special(ids, model.path("unk_token").asText()),
            special(ids, "[CLS]"),
            special(ids, "[SEP]"));
    String prefix = model.path("continuing_subword_prefix").asText();
    return new Vocabulary(ids, prefix, longestWord, specials);
  }

  private static int id(JsonNode value) {
    require(value.isInt() && value.asInt() >= 0, "whole numbers as ids in model.vocab");
    return value.asInt();
  }

  private static int special(Map<String, Integer> ids, String token) {
    Integer id = ids.get(token);
    if (id == null) {
      throw refused("the special tokens [CLS], [SEP] and unk_token in model.vocab");
    }
    return id;
  }

  private static JsonNode parse(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw refused("JSON");
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw refused(what);
    }
  }

  private static FrostbyteException refused(String what) {
    return FrostbyteException.of(
        ProblemCode.CONFIGURATION_INVALID,
        "The tokenizer file is not a BERT uncased WordPiece tokenizer.json: it needs "
            + what
            + ".");
  }
}
