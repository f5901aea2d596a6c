package dev.frostbyte.embeddings;

import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.EmbeddingProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;

/**
 * Embeds on this machine with ONNX Runtime. With no configuration it runs bge-small-en-v1.5 (int8,
 * 384 dimensions, English) from the class path, after checking its SHA-256.
 *
 * <p>Vectors are the same bit for bit for any number of callers and threads on one class of
 * processor. Give one pipeline several callers rather than several threads per run; that is faster.
 * Keys:
 *
 * <ul>
 *   <li>{@code threads}: used inside one run, 1 to 64; default 1.
 *   <li>{@code modelPath}, {@code tokenizerPath}: files of another model of the same kind (BERT
 *       encoder in ONNX, CLS pooling, uncased WordPiece {@code tokenizer.json}), at most 1 GiB
 *       each; default the model on the class path.
 *   <li>{@code modelHash}: SHA-256 that the model must have; default any for own files.
 *   <li>{@code model}: name in the embedding space; default {@code bge-small-en-v1.5}.
 *   <li>{@code queryPrefix}, {@code documentPrefix}: put before texts; default the model's own.
 *   <li>{@code maxTokens}: most tokens of a text with prefix and special tokens, 16 to 8192;
 *       default 512. Longer texts are refused.
 * </ul>
 *
 * Immutable.
 */
@Stage(name = "onnx", spi = 1)
public final class OnnxEmbeddingProvider implements EmbeddingProvider {
  /** Does nothing. */
  public OnnxEmbeddingProvider() {}

  @Override
  public EmbeddingModel open(StageConfig config) throws IOException {
    return OnnxEmbeddingModel.open(config.bind(OnnxConfig.DEFAULT));
  }
}
