package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.FileKeys;
import dev.frostbyte.api.spi.PageView;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.StageProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What layout and table models have in common. One thread.
 *
 * @param <M> the model
 * @param <P> its provider
 */
abstract class PageModelContract<M extends AutoCloseable, P extends StageProvider.Shared<M>> {
  private M model;

  /** The provider under test, as the service loader finds it. */
  protected abstract Class<? extends P> provider();

  /** What to open it with. */
  protected abstract StageConfig config() throws IOException;

  abstract Class<P> kind();

  abstract Object ask(M asked, PageView view) throws IOException;

  abstract void requireSound(PageView view, Object answer);

  abstract int dpi(M asked);

  abstract String fingerprint(M asked);

  @BeforeEach
  final void openModel() throws IOException {
    model = find().open(config());
  }

  @AfterEach
  final void closeModel() throws Exception {
    model.close();
  }

  /** The opened model. */
  final M model() {
    return model;
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
    StageConfig unknown = StageConfig.of(Map.of("no-such-key", PageViews.MARKER));
    assertThatThrownBy(() -> find().open(unknown))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID))
        .hasMessageNotContaining(PageViews.MARKER);
  }

  /** A locked process reaches no others. */
  @Test
  final void namesTheFilesOfItsConfiguration() throws IOException {
    FileKeys keys = provider().getAnnotation(FileKeys.class);
    Set<String> files =
        config().values().entrySet().stream()
            .filter(entry -> isFile(entry.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    assertThat(keys == null ? Set.of() : Set.of(keys.value())).containsAll(files);
  }

  @Test
  final void asksForAPictureThatCanBeMade() {
    assertThat(dpi(model)).isBetween(36, 200);
  }

  @Test
  final void answersSoundlyOrNotAtAll() {
    for (PageView view : PageViews.all()) {
      Object answer = answer(model, view);
      if (!(answer instanceof Failure)) {
        requireSound(view, answer);
      }
    }
  }

  @Test
  final void answersTheSameForTheSamePage() throws Exception {
    List<Object> first = answers(model);
    assertThat(answers(model)).isEqualTo(first);
    M again = find().open(config());
    assertThat(answers(again)).isEqualTo(first);
    assertThat(fingerprint(again)).isEqualTo(fingerprint(model));
    again.close();
  }

  @Test
  final void answersManyCallersAtOnce() throws Exception {
    List<Object> alone = answers(model);
    try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
      Callable<List<Object>> task = () -> answers(model);
      for (Future<List<Object>> answer : callers.invokeAll(List.of(task, task, task, task))) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    }
  }

  @Test
  final void closesTwice() throws Exception {
    model.close();
    model.close();
  }

  private List<Object> answers(M asked) {
    List<Object> answers = new ArrayList<>();
    PageViews.all().forEach(view -> answers.add(answer(asked, view)));
    return answers;
  }

  /** A failure quotes nothing of the page. */
  private Object answer(M asked, PageView view) {
    try {
      return ask(asked, view);
    } catch (IOException | RuntimeException e) {
      assertThat(String.valueOf(e.getMessage())).doesNotContain(PageViews.MARKER);
      return new Failure(e.getClass());
    }
  }

  private P find() {
    return ServiceLoader.load(kind()).stream()
        .filter(found -> found.type() == provider())
        .findFirst()
        .orElseThrow(() -> new AssertionError("not listed in META-INF/services: " + provider()))
        .get();
  }

  private static boolean isFile(String value) {
    try {
      return Files.isRegularFile(Path.of(value));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** How a model failed. */
  private record Failure(Class<?> kind) {}
}
