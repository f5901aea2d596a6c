package dev.frostbyte.parsers.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * Reads an answer's JSON (RFC 8259) under limits. Besides its length, which the port bounds:
 * {@value #MOST_DEPTH} levels, ten times what the two forms need; {@value #MOST_TOKENS} tokens, a
 * document of some thousand pages, which is what bounds the memory of the tree; strings of {@value
 * #MOST_STRING} characters. Thread-safe.
 */
final class AnswerJson {
  private static final int MOST_DEPTH = 100;
  private static final int MOST_TOKENS = 4_000_000;
  private static final int MOST_STRING = 20_000_000;
  private static final int MOST_NAME = 200;
  private static final int MOST_DIGITS = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_DEPTH)
                          .maxTokenCount(MOST_TOKENS)
                          .maxStringLength(MOST_STRING)
                          .maxNameLength(MOST_NAME)
                          .maxNumberLength(MOST_DIGITS)
                          .build())
                  .build())
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private AnswerJson() {}

  /**
   * The tree of an answer; a missing node for none at all.
   *
   * @throws IOException when it is no JSON or beyond the limits; its message may quote the answer
   */
  static JsonNode read(byte[] answer) throws IOException {
    return MAPPER.readTree(answer);
  }
}
