package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.ContentHash;
import java.nio.charset.StandardCharsets;

/**
 * What makes vectors comparable; an index is bound to one. Immutable.
 *
 * @param provider such as {@code onnx}
 * @param model such as {@code bge-small-en-v1.5}
 * @param revision hash of the weights
 * @param dimensions length of a vector
 * @param pooling such as {@code cls}
 * @param normalisation such as {@code l2}
 * @param documentPrefix put before document texts, may be empty
 * @param queryPrefix put before queries, may be empty
 * @param tokenizer hash of the tokenizer
 */
public record EmbeddingSpace(
    String provider,
    String model,
    String revision,
    int dimensions,
    String pooling,
    String normalisation,
    String documentPrefix,
    String queryPrefix,
    String tokenizer) {
  /** SHA-256 over all components: equal ids, comparable vectors. */
  public ContentHash id() {
    String canonical =
        String.join(
            "\0",
            provider,
            model,
            revision,
            "" + dimensions,
            pooling,
            normalisation,
            documentPrefix,
            queryPrefix,
            tokenizer);
    return ContentHash.of(canonical.getBytes(StandardCharsets.UTF_8));
  }
}
