package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
  /** SHA-256 over all components, each with its length: equal ids, comparable vectors. */
  public ContentHash id() {
    List<String> parts =
        List.of(
            provider,
            model,
            revision,
            "" + dimensions,
            pooling,
            normalisation,
            documentPrefix,
            queryPrefix,
            tokenizer);
    StringBuilder canonical = new StringBuilder();
    parts.forEach(part -> canonical.append(part.length()).append(':').append(part));
    return ContentHash.of(canonical.toString().getBytes(StandardCharsets.UTF_8));
  }
}
