package dev.frostbyte.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.spi.DocumentStoreProvider;
import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.api.spi.PublishedDocument;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.TestDocuments;
import dev.frostbyte.testkit.TestFolders;
import dev.frostbyte.testkit.TestSpace;
import dev.frostbyte.testkit.TestSpaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2DocumentStoreTest {
  private static final PublishedDocument ONE = TestDocuments.document(1, "first", "second");

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
    return spaces.space("alpha", "rows");
  }

  private DocumentStore open() throws IOException {
    return new H2DocumentStoreProvider().open(StageConfig.none(), space());
  }

  private void publish(DocumentStore store, PublishedDocument document) throws IOException {
    space().take(document.row().document());
    store.apply(new ProjectionChange.Publish(document));
  }

  private void publishAndClose() throws IOException {
    try (DocumentStore store = open()) {
      publish(store, ONE);
      store.commit(1);
    }
  }

  private void tamper(String statement) throws IOException, SQLException {
    String url = "jdbc:h2:file:" + space().path().toAbsolutePath().resolve("rows") + ";CIPHER=AES";
    Properties user = new Properties();
    user.put("user", "frostbyte");
    user.put("password", RowFileKey.password(space()));
    try (Connection connection = new org.h2.Driver().connect(url, user);
        Statement change = connection.createStatement()) {
      assertThat(change.executeUpdate(statement)).isPositive();
    }
  }

  @Test
  void isFoundByItsNameAndService() {
    List<String> names =
        ServiceLoader.load(DocumentStoreProvider.class).stream()
            .map(found -> found.type().getAnnotation(Stage.class))
            .map(stage -> stage.name() + "/" + stage.spi())
            .toList();
    assertThat(names).containsExactly("h2/" + Stage.SPI);
  }

  @Test
  void runsNothingThatADatabaseOfSomebodyElseHolds() throws IOException, SQLException {
    publishAndClose();
    Files.delete(space().path().resolve("rows.mv.db"));
    plantTrigger(space().path().toAbsolutePath().resolve("rows"));
    assertThat(System.clearProperty("frostbyte.planted")).isEqualTo("ran");
    try (DocumentStore store = open()) {
      assertThat(store.position()).isZero();
    }
    assertThat(System.getProperty("frostbyte.planted")).isNull();
  }

  /** H2 compiles the source of a trigger and runs it, now and whenever it opens the database. */
  private static void plantTrigger(Path database) throws SQLException {
    String source =
        "org.h2.api.Trigger create() { System.setProperty(\"frostbyte.planted\", \"ran\");"
            + " return (connection, before, after) -> {}; }";
    Properties user = new Properties();
    user.put("user", "frostbyte");
    try (Connection connection = new org.h2.Driver().connect("jdbc:h2:file:" + database, user);
        Statement plant = connection.createStatement()) {
      plant.execute("CREATE TABLE documents (id VARCHAR(64) PRIMARY KEY)");
      plant.execute(
          "CREATE TRIGGER planted BEFORE INSERT ON documents FOR EACH ROW AS '" + source + "'");
    }
  }

  @Test
  void startsAnewWhenTheKeyOfItsFileIsNotItsOwn() throws IOException {
    publishAndClose();
    Files.write(space().path().resolve("rows.key"), new byte[60]);
    try (DocumentStore store = open()) {
      assertThat(store.position()).isZero();
    }
  }

  @Test
  void noticesAChangedChunkRow() throws IOException, SQLException {
    publishAndClose();
    tamper(
        "UPDATE chunks SET sealed = "
            + "SUBSTRING(sealed FROM 1 FOR 80) || CASE SUBSTRING(sealed FROM 81 FOR 1)"
            + " WHEN X'00' THEN X'01' ELSE X'00' END || SUBSTRING(sealed FROM 82)");
    requireBrokenChunk();
  }

  @Test
  void noticesRowsThatChangedPlaces() throws IOException, SQLException {
    publishAndClose();
    String other = ONE.chunks().get(1).id().value();
    tamper("UPDATE chunks SET sealed = (SELECT sealed FROM chunks WHERE id = '" + other + "')");
    requireBrokenChunk();
  }

  private void requireBrokenChunk() throws IOException {
    try (DocumentStore store = open()) {
      assertThatExceptionOfType(SealBrokenException.class)
          .isThrownBy(() -> store.chunk(ONE.chunks().getFirst().id()));
    }
  }

  @Test
  void noticesAnotherGenerationAndAnotherOwner() throws IOException, SQLException {
    publishAndClose();
    tamper("UPDATE documents SET generation = 2");
    try (DocumentStore store = open()) {
      assertThat(store.chunk(ONE.chunks().getFirst().id())).isEmpty();
      assertThatExceptionOfType(SealBrokenException.class)
          .isThrownBy(() -> store.document(TestDocuments.id(1)));
    }
    tamper("UPDATE chunks SET generation = 2");
    requireBrokenChunk();
    space().take(TestDocuments.id(2));
    tamper("UPDATE documents SET id = '" + TestDocuments.id(2).value() + "', generation = 1");
    try (DocumentStore store = open()) {
      assertThatExceptionOfType(SealBrokenException.class)
          .isThrownBy(() -> store.documents("", 10));
    }
  }

  @Test
  void losesNothingOfADocumentWhoseReplacementFails() throws IOException {
    PublishedDocument twice =
        new PublishedDocument(
            ONE.row(), List.of(ONE.chunks().getFirst(), ONE.chunks().getFirst()), ONE.vectors());
    try (DocumentStore store = open()) {
      publish(store, ONE);
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> publish(store, twice))
          .withNoCause()
          .withMessageContaining("23505")
          .withMessageNotContaining(ONE.chunks().getFirst().id().value());
      assertThat(store.document(TestDocuments.id(1))).contains(ONE.row());
      assertThat(store.counts()).isEqualTo(new DocumentStore.Counts(1, 2));
    }
  }

  @Test
  void refusesANewerFormatAndKeepsTheFiles() throws IOException {
    publishAndClose();
    Path format = space().path().resolve("rows.format");
    byte[] bytes = Files.readAllBytes(format);
    bytes[7]++;
    Files.write(format, bytes);
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(this::open)
        .matches(e -> e.problem().code() == ProblemCode.FORMAT_TOO_NEW);
    bytes[7]--;
    Files.write(format, bytes);
    try (DocumentStore store = open()) {
      assertThat(store.position()).isEqualTo(1);
    }
  }

  @Test
  void survivesAnInterruptedReader() throws IOException {
    publishAndClose();
    try (DocumentStore store = open()) {
      Thread.currentThread().interrupt();
      try {
        store.document(TestDocuments.id(1));
      } catch (IOException e) {
        assertThat(e).hasNoCause();
      }
      assertThat(Thread.interrupted()).isTrue();
      assertThat(store.document(TestDocuments.id(1))).contains(ONE.row());
      publish(store, TestDocuments.document(2, "third"));
      store.commit(2);
    }
    try (DocumentStore store = open()) {
      assertThat(store.position()).isEqualTo(2);
    }
  }

  @Test
  void hasNoThreadsAndOnlyItsOwnFiles() throws IOException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (DocumentStore store = open()) {
      publish(store, ONE);
      store.commit(1);
      assertThat(Thread.getAllStackTraces().keySet()).isSubsetOf(before);
      assertThat(TestFolders.files(folder))
          .extracting(file -> String.valueOf(file.getFileName()))
          .containsExactlyInAnyOrder("rows.format", "rows.key", "rows.mv.db");
    }
  }

  @Test
  void purgingMakesTheFileSmaller() throws IOException {
    String[] texts = new String[200];
    java.util.Arrays.fill(texts, "words ".repeat(400));
    try (DocumentStore store = open()) {
      publish(store, TestDocuments.document(1, texts));
      store.commit(1);
      long before = TestFolders.bytes(folder);
      store.apply(new ProjectionChange.Withdraw(TestDocuments.id(1)));
      store.commit(2);
      store.purge();
      assertThat(TestFolders.bytes(folder)).isLessThan(before / 4);
      assertThat(store.position()).isEqualTo(2);
    }
  }

  @Test
  void refusesSettingsOutOfRangeAndAPathWithASemicolon() throws IOException {
    for (String value : List.of("63", "-1", "2147483647", "many")) {
      requireInvalid(StageConfig.of(Map.of("cacheKilobytes", value)), space());
    }
    requireInvalid(StageConfig.none(), space().copiedTo(folder.resolve("a;INIT=x")));
  }

  private static void requireInvalid(StageConfig config, TestSpace space) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> new H2DocumentStoreProvider().open(config, space))
        .matches(e -> e.problem().code() == ProblemCode.CONFIGURATION_INVALID);
  }
}
