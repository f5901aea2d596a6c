package dev.frostbyte.embeddings;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.TokenCounter;
import java.io.IOException;

/** An {@link EmbeddingModel} over one ONNX session. Thread-safe. */
final class OnnxEmbeddingModel implements EmbeddingModel {
  private static final String PROVIDER = "onnx";

  private final OnnxEncoder encoder;
  private final WordPiece tokenizer;
  private final OnnxConfig config;
  private final EmbeddingSpace space;
  private final TokenCounter counter;

  private OnnxEmbeddingModel(
      OnnxEncoder encoder, WordPiece tokenizer, OnnxConfig config, EmbeddingSpace space) {
    this.encoder = encoder;
    this.tokenizer = tokenizer;
    this.config = config;
    this.space = space;
    this.counter = new Counter(tokenizer, documentLimit(tokenizer, config));
  }

  static OnnxEmbeddingModel open(OnnxConfig config) throws IOException {
    ModelFiles files = ModelFiles.of(config);
    WordPiece tokenizer = TokenizerFile.read(files.tokenizer());
    requireRoom(tokenizer, config);
    OnnxEncoder encoder = OnnxEncoder.open(files.model(), config.threads());
    try {
      int dimensions = encoder.encode(tokenizer.enclose(new int[0])).length;
      EmbeddingSpace space = space(config, files, dimensions);
      return new OnnxEmbeddingModel(encoder, tokenizer, config, space);
    } catch (RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  @Override
  public EmbeddingSpace space() {
    return space;
  }

  @Override
  public float[] embedDocument(String text) {
    return embed(config.documentPrefix() + text);
  }

  @Override
  public float[] embedQuery(String text) {
    return embed(config.queryPrefix() + text);
  }

  @Override
  public TokenCounter tokens() {
    return counter;
  }

  @Override
  public void close() {
    encoder.close();
  }

  private float[] embed(String text) {
    int[] ids = tokenizer.encode(text);
    int limit = config.maxTokens() - Vocabulary.SPECIALS;
    if (ids.length > limit) {
      throw new IllegalArgumentException(
          "a text of "
              + ids.length
              + " tokens, prefix included, is over the model's limit of "
              + limit
              + "; split it");
    }
    return encoder.encode(tokenizer.enclose(ids));
  }

  private static void requireRoom(WordPiece tokenizer, OnnxConfig config) {
    int query = tokenizer.encode(config.queryPrefix()).length + Vocabulary.SPECIALS;
    if (documentLimit(tokenizer, config) < 1 || query >= config.maxTokens()) {
      throw FrostbyteException.of(
          ProblemCode.CONFIGURATION_INVALID,
          "Embedding configuration refused: a prefix leaves no room within maxTokens of "
              + config.maxTokens()
              + ".");
    }
  }

  private static int documentLimit(WordPiece tokenizer, OnnxConfig config) {
    int prefix = tokenizer.encode(config.documentPrefix()).length;
    return config.maxTokens() - Vocabulary.SPECIALS - prefix;
  }

  private static EmbeddingSpace space(OnnxConfig config, ModelFiles files, int dimensions) {
    return new EmbeddingSpace(
        PROVIDER,
        config.model(),
        files.modelHash().hex(),
        dimensions,
        Pooling.NAME,
        Pooling.NORMALISATION,
        config.documentPrefix(),
        config.queryPrefix(),
        files.tokenizerHash().hex());
  }

  /** Counts with the model's own tokenizer. */
  private record Counter(WordPiece tokenizer, int limit) implements TokenCounter {
    @Override
    public int count(String text) {
      return tokenizer.encode(text).length;
    }
  }
}
