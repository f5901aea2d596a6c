package dev.frostbyte.embeddings;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The reference tokenizer, with its telemetry switched off by the build; tests only. */
final class OracleTokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;

  private OracleTokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Opens it, or skips the test where its native library does not load. */
  static OracleTokenizer open() throws IOException {
    Assumptions.assumeTrue(
        Boolean.getBoolean("OPT_OUT_TRACKING"), "the oracle runs only with its telemetry off");
    byte[] json = ModelFiles.of(OnnxConfig.DEFAULT).tokenizer();
    Map<String, String> options =
        Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false");
    try {
      return new OracleTokenizer(
          HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options));
    } catch (LinkageError e) {
      return Assumptions.abort("the oracle's native library does not load here: " + e.getClass());
    }
  }

  /** Token ids of each text, without special tokens. */
  List<int[]> encode(List<String> texts) {
    return Arrays.stream(tokenizer.batchEncode(texts.toArray(String[]::new), false, false))
        .map(Encoding::getIds)
        .map(ids -> Arrays.stream(ids).mapToInt(Math::toIntExact).toArray())
        .toList();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
