package dev.frostbyte.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OnnxEmbeddingModelTest {
  private static final String CAT = "The cat sits on the mat.";
  private static final String KITTEN = "A kitten rests on a rug.";
  private static final String INVOICE = "Invoices are due within thirty days.";

  private static EmbeddingModel model;

  @BeforeAll
  static void open() throws IOException {
    model = open(Map.of());
  }

  @AfterAll
  static void close() throws IOException {
    model.close();
  }

  @Test
  void describesItsSpace() {
    assertThat(model.space().provider()).isEqualTo("onnx");
    assertThat(model.space().model()).isEqualTo("bge-small-en-v1.5");
    assertThat(model.space().revision()).startsWith("6c9c6101").hasSize(64);
    assertThat(model.space().tokenizer()).startsWith("d241a60d").hasSize(64);
    assertThat(model.space().dimensions()).isEqualTo(384);
    assertThat(model.tokens().limit()).isEqualTo(510);
  }

  @Test
  void putsTextsAsFarApartAsTheModelIsKnownTo() throws IOException {
    assertThat(cosine(CAT, KITTEN)).isBetween(0.76, 0.80);
    assertThat(cosine(CAT, INVOICE)).isBetween(0.33, 0.39);
    assertThat(cosine(CAT, "THE CÁT   sits on\tthe mat.")).isGreaterThan(0.999_999);
  }

  @Test
  void givesTheSameBitsWithOneTwoAndFourThreads() throws IOException {
    List<String> texts = List.of(CAT, KITTEN, INVOICE, "word ".repeat(400));
    for (String threads : List.of("2", "4")) {
      try (EmbeddingModel other = open(Map.of("threads", threads))) {
        for (String text : texts) {
          assertThat(other.embedDocument(text)).isEqualTo(model.embedDocument(text));
        }
      }
    }
  }

  @Test
  void givesQueriesTheirPrefixAndDocumentsNone() throws IOException {
    String prefix = "Represent this sentence for searching relevant passages: ";
    assertThat(model.embedQuery(CAT)).isEqualTo(model.embedDocument(prefix + CAT));
    assertThat(model.embedQuery(CAT)).isNotEqualTo(model.embedDocument(CAT));
  }

  @Test
  void countsThePrefixIntoTheLimitOfAQuery() throws IOException {
    String full = "word ".repeat(510);
    assertThat(model.embedDocument(full)).hasSize(384);
    assertThatThrownBy(() -> model.embedQuery(full))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("510")
        .hasMessageNotContaining("word");
  }

  @Test
  void takesADocumentPrefixOffTheLimit() throws IOException {
    try (EmbeddingModel other = open(Map.of("documentPrefix", "passage: ", "maxTokens", "64"))) {
      assertThat(other.tokens().limit()).isEqualTo(64 - 2 - 2);
      assertThat(other.embedDocument("word ".repeat(60))).hasSize(384);
      assertThatThrownBy(() -> other.embedDocument("word ".repeat(61)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(other.space().id()).isNotEqualTo(model.space().id());
    }
  }

  @Test
  void opensAUsersOwnFiles(@TempDir Path folder) throws IOException {
    Map<String, String> own = ownFiles(folder);
    own.put("model", "our-model");
    own.put("modelHash", model.space().revision());
    try (EmbeddingModel other = open(own)) {
      assertThat(other.embedDocument(CAT)).isEqualTo(model.embedDocument(CAT));
      assertThat(other.space().dimensions()).isEqualTo(384);
      assertThat(other.space().model()).isEqualTo("our-model");
    }
  }

  @Test
  void refusesAnOwnModelOfAnotherHash(@TempDir Path folder) throws IOException {
    Map<String, String> own = ownFiles(folder);
    own.put("modelHash", "0".repeat(64));
    refuses(own, "modelHash");
  }

  @Test
  void refusesAFileThatIsNoModel(@TempDir Path folder) throws IOException {
    Map<String, String> own = ownFiles(folder);
    Files.writeString(folder.resolve("model.onnx"), "SECRET-CONTENT");
    refuses(own, "cannot open the model");
  }

  @Test
  void refusesAFileThatIsNotThere(@TempDir Path folder) throws IOException {
    Map<String, String> own = ownFiles(folder);
    Files.delete(folder.resolve("tokenizer.json"));
    refuses(own, "tokenizerPath names no file");
  }

  @Test
  void refusesAConfigurationOutOfItsBounds() {
    refuses(Map.of("threads", "0"), "threads");
    refuses(Map.of("threads", "65"), "threads");
    refuses(Map.of("maxTokens", "15"), "maxTokens");
    refuses(Map.of("modelPath", "a"), "together");
    refuses(Map.of("modelHash", "abc"), "modelHash");
    refuses(Map.of("model", "a b"), "model must match");
    refuses(Map.of("maxTokens", "16", "documentPrefix", "word ".repeat(14)), "no room");
    refuses(Map.of("maxTokens", "16", "queryPrefix", "word ".repeat(14)), "no room");
  }

  @Test
  void refusesABundledModelThatWasChanged() {
    ModelFiles.Bundled bge = ModelFiles.BGE;
    String other = ContentHash.of(new byte[0]).hex();
    ModelFiles.Bundled changedModel =
        new ModelFiles.Bundled(bge.model(), other, bge.tokenizer(), bge.tokenizerHash());
    ModelFiles.Bundled changedTokenizer =
        new ModelFiles.Bundled(bge.model(), bge.modelHash(), bge.tokenizer(), other);
    for (ModelFiles.Bundled changed : List.of(changedModel, changedTokenizer)) {
      assertThatThrownBy(() -> ModelFiles.bundled(OnnxConfig.DEFAULT, changed))
          .isInstanceOfSatisfying(
              FrostbyteException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INTEGRITY_BROKEN));
    }
  }

  private static void refuses(Map<String, String> config, String message) {
    assertThatThrownBy(() -> open(config).close())
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID))
        .hasMessageContaining(message)
        .hasMessageNotContaining("SECRET-CONTENT");
  }

  private static Map<String, String> ownFiles(Path folder) throws IOException {
    ModelFiles files = ModelFiles.of(OnnxConfig.DEFAULT);
    Path modelFile = Files.write(folder.resolve("model.onnx"), files.model());
    Path tokenizerFile = Files.write(folder.resolve("tokenizer.json"), files.tokenizer());
    return new HashMap<>(
        Map.of("modelPath", modelFile.toString(), "tokenizerPath", tokenizerFile.toString()));
  }

  private static EmbeddingModel open(Map<String, String> config) throws IOException {
    return new OnnxEmbeddingProvider().open(StageConfig.of(config));
  }

  private static double cosine(String a, String b) throws IOException {
    float[] left = model.embedDocument(a);
    float[] right = model.embedDocument(b);
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }
}
