package dev.frostbyte.hetzner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Turns bytes into JSON. Thread-safe. */
final class Json {
  /** The API nests about 6 deep. */
  private static final int MAX_DEPTH = 32;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private Json() {}

  /**
   * The object that the bytes are, whole and alone.
   *
   * @throws HetznerException with {@link HetznerError.Malformed} when they are not
   */
  static Fields object(byte[] bytes) {
    return Fields.of(tree(bytes), "answer");
  }

  private static JsonNode tree(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException broken) {
      throw malformed("no valid JSON (" + broken.getClass().getSimpleName() + ")");
    } catch (IOException broken) {
      throw malformed("no valid text (" + broken.getClass().getSimpleName() + ")");
    }
  }

  /** The problem must be built of our own words: it is shown to the caller. */
  static HetznerException malformed(String problem) {
    return new HetznerException(new HetznerError.Malformed(problem));
  }
}
