package dev.frostbyte.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.api.spi.PublishedDocument;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.api.spi.VectorIndexProvider;
import dev.frostbyte.testkit.MarkerScan;
import dev.frostbyte.testkit.TestDocuments;
import dev.frostbyte.testkit.TestFolders;
import dev.frostbyte.testkit.TestSpace;
import dev.frostbyte.testkit.TestSpaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LuceneVectorIndexTest {
  private static final String MARKER = "quartzmoorobsidian";

  @TempDir Path folder = Path.of("replaced by JUnit");

  private TestSpaces spaces = TestSpaces.in(Path.of("unused"));

  @BeforeEach
  void openSpaces() {
    spaces = TestSpaces.in(folder);
  }

  @AfterEach
  void closeSpaces() {
    spaces.close();
  }

  private TestSpace space() throws IOException {
    return spaces.space("alpha", "index");
  }

  private VectorIndex open() throws IOException {
    VectorIndex index = new LuceneVectorIndexProvider().open(StageConfig.none(), space());
    index.bind(TestDocuments.space("model"));
    return index;
  }

  private static void fill(VectorIndex index, int documents) throws IOException {
    for (int n = 0; n < documents; n++) {
      index.apply(
          new ProjectionChange.Publish(TestDocuments.document(n, "text " + n, MARKER + " " + n)));
    }
    index.commit(documents);
  }

  @Test
  void isFoundByItsNameAndService() {
    List<String> names =
        ServiceLoader.load(VectorIndexProvider.class).stream()
            .map(found -> found.type().getAnnotation(Stage.class))
            .map(stage -> stage.name() + "/" + stage.spi())
            .toList();
    assertThat(names).containsExactly("lucene/" + Stage.SPI);
  }

  @Test
  void refusesASecondOpeningAndHarmsNothing() throws IOException {
    try (VectorIndex index = open()) {
      fill(index, 3);
      index.apply(new ProjectionChange.Publish(TestDocuments.document(3, "uncommitted")));
      assertThat(index.chunks()).isEqualTo(7);
      requireCode(ProblemCode.TENANT_BUSY, this::open);
      index.commit(4);
      assertThat(index.chunks()).isEqualTo(7);
    }
    try (VectorIndex index = open()) {
      assertThat(index.position()).isEqualTo(4);
    }
  }

  /** Something that must fail. */
  private interface Step {
    Object run() throws IOException;
  }

  private static FrostbyteException requireCode(ProblemCode code, Step step) {
    FrostbyteException[] thrown = new FrostbyteException[1];
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(step::run)
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code))
        .satisfies(e -> thrown[0] = e);
    return thrown[0];
  }

  @Test
  void saysThatAFileWasDamagedInUseAndComesBackEmpty() throws IOException {
    try (VectorIndex index = open()) {
      fill(index, 400);
    }
    try (VectorIndex index = open()) {
      damageTheLargestFile();
      FrostbyteException broken =
          requireCode(ProblemCode.INTEGRITY_BROKEN, () -> index.exact(TestDocuments.vector(-1), 5));
      assertThat(broken).hasMessageNotContaining(MARKER).hasNoCause();
    }
    try (VectorIndex index = open()) {
      assertThat(index.position()).isZero();
      fill(index, 2);
    }
    try (VectorIndex index = open()) {
      assertThat(index.position()).isEqualTo(2);
    }
  }

  private void damageTheLargestFile() throws IOException {
    Path largest = folder;
    long length = 0;
    for (Path file : TestFolders.files(space().path())) {
      if (Files.size(file) > length) {
        largest = file;
        length = Files.size(file);
      }
    }
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(largest, bytes);
  }

  @Test
  void comesBackEmptyWhenAFileOrTheTableIsGone() throws IOException {
    for (String ending : List.of(".frostbyte", ".si")) {
      try (VectorIndex index = open()) {
        index.clear();
        index.bind(TestDocuments.space("model"));
        fill(index, 2);
      }
      deleteFilesThatEndWith(ending);
      try (VectorIndex index = open()) {
        assertThat(index.position()).as("without %s", ending).isZero();
      }
    }
  }

  private void deleteFilesThatEndWith(String ending) throws IOException {
    for (Path file : TestFolders.files(space().path())) {
      if (file.toString().endsWith(ending)) {
        Files.delete(file);
      }
    }
  }

  @Test
  void takesVectorsOfManyDimensionsAndRefusesMore() throws IOException {
    EmbeddingSpace wide =
        new EmbeddingSpace("test", "wide", "1", 4096, "mean", "none", "", "", "none");
    EmbeddingSpace wider =
        new EmbeddingSpace("test", "wider", "1", 4097, "mean", "none", "", "", "none");
    float[] vector = new float[4096];
    java.util.Arrays.fill(vector, 3f);
    PublishedDocument one = TestDocuments.document(1, "wide");
    try (VectorIndex index = new LuceneVectorIndexProvider().open(StageConfig.none(), space())) {
      requireCode(
          ProblemCode.INVALID_ARGUMENT,
          () -> {
            index.bind(wider);
            return index;
          });
      index.bind(wide);
      index.apply(
          new ProjectionChange.Publish(
              new PublishedDocument(one.row(), one.chunks(), List.of(vector))));
      index.commit(1);
      assertThat(index.nearest(vector, 1)).hasSize(1);
      assertThat(index.exact(vector, 1).getFirst().score()).isEqualTo(1.0);
    }
  }

  @Test
  void refusesUseBeforeItIsBound() throws IOException {
    try (VectorIndex index = new LuceneVectorIndexProvider().open(StageConfig.none(), space())) {
      requireCode(ProblemCode.INVALID_ARGUMENT, () -> index.nearest(new float[3], 1));
      requireCode(
          ProblemCode.INVALID_ARGUMENT,
          () -> {
            fill(index, 1);
            return index;
          });
    }
  }

  @Test
  void refusesSettingsOutOfRange() {
    for (String key : List.of("cacheMegabytes", "bufferMegabytes", "candidates")) {
      for (String value : List.of("0", "-1", "2147483647", "many")) {
        StageConfig config = StageConfig.of(Map.of(key, value));
        requireCode(
            ProblemCode.CONFIGURATION_INVALID,
            () -> new LuceneVectorIndexProvider().open(config, space()));
      }
    }
  }

  @Test
  void mergesSmallSegmentsAndHasNoThreadsOfItsOwn() throws IOException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (VectorIndex index = open()) {
      for (int n = 0; n < 120; n++) {
        index.apply(new ProjectionChange.Publish(TestDocuments.document(n, "text " + n)));
        index.commit(n);
      }
      Set<String> segments =
          TestFolders.files(space().path()).stream()
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.startsWith("_"))
              .map(name -> name.split("[_.]", 3)[1])
              .collect(Collectors.toSet());
      assertThat(segments).hasSizeLessThan(30);
      assertThat(Thread.getAllStackTraces().keySet()).isSubsetOf(before);
    }
  }

  @Test
  void purgesOneDocumentOfManyFromEveryOpenedFile() throws IOException {
    try (VectorIndex index = open()) {
      for (int n = 0; n < 200; n++) {
        String text = n == 7 ? MARKER : "other words " + n;
        index.apply(new ProjectionChange.Publish(TestDocuments.document(n, text)));
      }
      index.commit(1);
      index.apply(new ProjectionChange.Withdraw(TestDocuments.id(7)));
      index.commit(2);
      assertThat(openedFilesWith("withdrawn")).isNotEmpty();
      index.purge();
      assertThat(openedFilesWith("purged")).isEmpty();
      assertThat(index.chunks()).isEqualTo(199);
    }
  }

  /** Files of a copy that hold the marker when opened with the keys that survive. */
  private List<String> openedFilesWith(String copy) throws IOException {
    TestSpace space = space().copiedTo(folder.resolve(copy));
    List<String> found = new ArrayList<>();
    try (SealedDirectory directory =
        SealedDirectory.open(space.files(), space.path(), space.epochKey(), 1 << 20)) {
      for (String name : directory.listAll()) {
        try (IndexInput input = directory.openInput(name, IOContext.READONCE)) {
          byte[] bytes = new byte[(int) input.length()];
          input.readBytes(bytes, 0, bytes.length);
          found.addAll(MarkerScan.in(bytes, MARKER) ? List.of(name) : List.of());
        }
      }
    }
    return found;
  }

  @Test
  void hidesWhatLuceneSays() throws IOException {
    VectorIndex index = open();
    fill(index, 1);
    index.close();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> index.keyword(MARKER, 1))
        .withNoCause()
        .withMessageNotContaining(MARKER)
        .withMessageContaining("AlreadyClosedException");
  }
}
