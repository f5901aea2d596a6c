package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.EmbeddingProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link EmbeddingModel} must do. Extend it, name the provider, and run it with JUnit;
 * it opens the provider as the engine does. One thread.
 */
public abstract class EmbeddingModelContract {
  private static final String MARKER = "zebramarker";
  private static final List<String> TEXTS =
      List.of(
          "The invoice is due within thirty days of receipt.",
          "",
          "   \t\n ",
          "Straße, façade, naïve, İstanbul, ﬁnancial",
          "契約書 と 請求書 👩‍👩‍👧 \uD83D\uDE00",
          "broken \uD800 pair \uDC00",
          "[CLS] [SEP] [PAD] [MASK] [UNK]",
          "\u0000\u200B\uFEFF\u202E",
          "x".repeat(300),
          "e" + "\u0301".repeat(400));

  private EmbeddingModel model;

  /** For subclasses. */
  protected EmbeddingModelContract() {}

  /** The provider under test, as the service loader finds it. */
  protected abstract Class<? extends EmbeddingProvider> provider();

  /** What to open it with; the defaults unless overridden. */
  protected StageConfig config() {
    return StageConfig.none();
  }

  @BeforeEach
  final void openModel() throws IOException {
    model = find().open(config());
  }

  @AfterEach
  final void closeModel() throws IOException {
    model.close();
  }

  @Test
  final void carriesItsNameAndSpiVersion() {
    Stage stage = provider().getAnnotation(Stage.class);
    assertThat(stage).as("@Stage of the provider").isNotNull();
    assertThat(stage.name()).matches("[a-z][a-z0-9-]{0,31}");
    assertThat(stage.spi()).isEqualTo(Stage.SPI);
  }

  @Test
  final void refusesAnUnknownConfigurationKey() {
    StageConfig unknown = StageConfig.of(Map.of("no-such-key", MARKER));
    assertThatThrownBy(() -> find().open(unknown))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID))
        .hasMessageNotContaining(MARKER);
  }

  @Test
  final void namesTheSameSpaceWheneverItIsOpened() throws IOException {
    try (EmbeddingModel again = find().open(config())) {
      assertThat(again.space()).isEqualTo(model.space());
      assertThat(again.space().id()).isEqualTo(model.space().id());
    }
  }

  @Test
  final void givesVectorsOfItsSpace() throws IOException {
    for (String text : TEXTS) {
      requireOfSpace(model.embedDocument(text));
      requireOfSpace(model.embedQuery(text));
    }
  }

  @Test
  final void givesTheSameBitsForTheSameText() throws IOException {
    List<float[]> first = embed(model, TEXTS);
    List<float[]> backwards = embed(model, TEXTS.reversed()).reversed();
    requireSame(first, backwards);
    try (EmbeddingModel again = find().open(config())) {
      requireSame(first, embed(again, TEXTS));
    }
  }

  @Test
  final void givesTheSameBitsToManyCallersAtOnce() throws Exception {
    List<float[]> alone = embed(model, TEXTS);
    try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
      Callable<List<float[]>> task = () -> embed(model, TEXTS);
      for (Future<List<float[]>> answer : callers.invokeAll(List.of(task, task, task, task))) {
        requireSame(alone, answer.get());
      }
    }
  }

  @Test
  final void handsOutVectorsTheCallerMayChange() throws IOException {
    float[] vector = model.embedDocument("terms of payment");
    float[] kept = vector.clone();
    vector[0] = 42;
    assertThat(model.embedDocument("terms of payment")).isEqualTo(kept);
  }

  @Test
  final void dependsOnNoLocale() throws IOException {
    Locale before = Locale.getDefault();
    List<float[]> expected = embed(model, List.of("INVOICE TITLE IN CAPITALS", "Iı İi"));
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      requireSame(expected, embed(model, List.of("INVOICE TITLE IN CAPITALS", "Iı İi")));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  final void bringsRelatedTextsCloserThanUnrelatedOnes() throws IOException {
    float[] query = model.embedQuery("When must the invoice be paid?");
    double related = cosine(query, model.embedDocument(TEXTS.getFirst()));
    double unrelated = cosine(query, model.embedDocument("Whales are mammals of the open sea."));
    assertThat(related).isGreaterThan(unrelated);
  }

  @Test
  final void countsWhatATextAdds() {
    assertThat(model.tokens().limit()).isPositive();
    assertThat(model.tokens().count("")).isZero();
    int one = model.tokens().count("payment");
    assertThat(one).isPositive();
    assertThat(model.tokens().count("payment payment payment")).isEqualTo(3 * one);
    assertThat(model.tokens().count(TEXTS.get(3))).isEqualTo(model.tokens().count(TEXTS.get(3)));
  }

  @Test
  final void takesATextAtItsLimitAndRefusesOneOverIt() throws IOException {
    String full = textOf(model.tokens().limit());
    requireOfSpace(model.embedDocument(full));
    assertThatThrownBy(() -> model.embedDocument(full + " payment"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> model.embedDocument(full + " " + MARKER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(MARKER);
    assertThatThrownBy(() -> model.embedQuery(full + " " + full + " " + MARKER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(MARKER);
  }

  @Test
  final void refusesWorkAfterClosingAndClosesTwice() throws IOException {
    model.close();
    model.close();
    assertThatThrownBy(() -> model.embedDocument(MARKER))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining(MARKER);
    assertThatThrownBy(() -> model.embedQuery(MARKER)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  final void survivesClosingWhileInUse() throws Exception {
    CountDownLatch running = new CountDownLatch(3);
    try (ExecutorService callers = Executors.newFixedThreadPool(3)) {
      List<Future<Throwable>> ends = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        ends.add(callers.submit(() -> catchThrowable(() -> embedUntilClosed(running))));
      }
      running.await();
      model.close();
      for (Future<Throwable> end : ends) {
        assertThat(end.get()).isInstanceOf(IllegalStateException.class);
      }
    }
  }

  private void embedUntilClosed(CountDownLatch running) throws IOException {
    requireOfSpace(model.embedDocument(TEXTS.getFirst()));
    running.countDown();
    for (int i = 0; i < 1_000_000; i++) {
      requireOfSpace(model.embedDocument(TEXTS.getFirst()));
    }
  }

  private EmbeddingProvider find() {
    return ServiceLoader.load(EmbeddingProvider.class).stream()
        .filter(candidate -> candidate.type().equals(provider()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(provider() + " is not in META-INF/services"))
        .get();
  }

  private String textOf(int tokens) {
    StringBuilder text = new StringBuilder("payment");
    while (model.tokens().count(text + " payment") <= tokens) {
      text.append(" payment");
    }
    return text.toString();
  }

  private void requireOfSpace(float[] vector) {
    assertThat(vector).hasSize(model.space().dimensions());
    double length = Math.sqrt(cosine(vector, vector));
    assertThat(length).isFinite().isPositive();
    if (model.space().normalisation().equals("l2")) {
      assertThat(length).isCloseTo(1, within(1e-5));
    }
  }

  private static List<float[]> embed(EmbeddingModel model, List<String> texts) throws IOException {
    List<float[]> vectors = new ArrayList<>();
    for (String text : texts) {
      vectors.add(model.embedDocument(text));
    }
    return vectors;
  }

  private static void requireSame(List<float[]> expected, List<float[]> actual) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).as("vector of text %d", i).isEqualTo(expected.get(i));
    }
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
