package dev.frostbyte.embeddings;

/**
 * Configuration of {@link OnnxEmbeddingProvider}, which explains the keys. Immutable.
 *
 * @param threads 1 to 64
 * @param modelPath empty for the model in the jar
 * @param tokenizerPath empty exactly when {@code modelPath} is
 * @param modelHash SHA-256 the model file must have; empty for any
 * @param model name in the embedding space
 * @param queryPrefix put before queries
 * @param documentPrefix put before document texts
 * @param maxTokens 16 to 8192, special tokens included
 */
record OnnxConfig(
    int threads,
    String modelPath,
    String tokenizerPath,
    String modelHash,
    String model,
    String queryPrefix,
    String documentPrefix,
    int maxTokens) {
  static final OnnxConfig DEFAULT =
      new OnnxConfig(
          1,
          "",
          "",
          "",
          "bge-small-en-v1.5",
          "Represent this sentence for searching relevant passages: ",
          "",
          512);

  /** Checks every part. */
  OnnxConfig {
    require(threads >= 1 && threads <= 64, "threads must be 1 to 64");
    require(maxTokens >= 16 && maxTokens <= 8192, "maxTokens must be 16 to 8192");
    require(
        modelPath.isEmpty() == tokenizerPath.isEmpty(),
        "modelPath and tokenizerPath must be given together");
    require(modelHash.matches("([0-9a-f]{64})?"), "modelHash must be 64 lower-case hex digits");
    require(model.matches("[A-Za-z0-9._-]{1,100}"), "model must match [A-Za-z0-9._-]{1,100}");
  }

  /** Whether the model in the jar is meant. */
  boolean bundled() {
    return modelPath.isEmpty();
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
