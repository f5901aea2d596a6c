package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.BatchFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manual says of manifests is how they are read. */
class ManifestPageTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path MANUAL = Path.of("..", "..", "docs", "command-line.md");

  @TempDir private Path folder = Path.of("replaced by JUnit");
  private String section = "";
  private String example = "";

  @BeforeEach
  void readsTheManual() throws IOException {
    String manual = Files.readString(MANUAL);
    int start = manual.indexOf("\n## Manifests");
    section = manual.substring(start, manual.indexOf("\n## ", start + 1));
    int json = section.indexOf("```json") + "```json".length();
    example = section.substring(json, section.indexOf("```", json));
  }

  @Test
  void theExampleIsReadAndFindsItsFile() throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("letters")).resolve("offer.txt"), "Hello.");
    Batch batch = read(example);
    BatchFile file = batch.files().getFirst();
    assertThat(batch.id().value()).isEqualTo("march-2026");
    assertThat(batch.claimedTenant()).contains("acme");
    assertThat(file.path()).hasSize(6);
    assertThat(file.claim()).isNotNull();
  }

  @Test
  void theExampleHasEveryKeyOfTheTable() throws IOException {
    JsonNode root = MAPPER.readTree(example);
    assertThat(keys().keySet())
        .allMatch(key -> parent(root, key).has(name(key)))
        .hasSize(root.size() + root.at("/files/0").size());
  }

  @Test
  void everyKeyThatIsRequiredIsAndNoOther() throws IOException {
    for (Map.Entry<String, String> key : keys().entrySet()) {
      JsonNode root = MAPPER.readTree(example);
      ((ObjectNode) parent(root, key.getKey())).remove(name(key.getKey()));
      if (key.getValue().equals("required")) {
        refuses(root, key.getKey());
      } else {
        assertThat(key.getValue()).isEqualTo("optional");
        assertThat(read(root.toString()).files()).hasSize(1);
      }
    }
  }

  @Test
  void everyKeyIsOfTheTypeTheTableSays() throws IOException {
    for (String key : keys().keySet()) {
      JsonNode root = MAPPER.readTree(example);
      JsonNode value = parent(root, key).get(name(key));
      assertThat(section).contains("`" + key + "` | " + type(value) + " |");
    }
  }

  @Test
  void keysThatAreNotReadAreAllowed() throws IOException {
    ObjectNode root = (ObjectNode) MAPPER.readTree(example);
    root.put("submitted_at", "2026-03-31T08:00:00Z");
    assertThat(read(root.toString()).files()).hasSize(1);
  }

  private void refuses(JsonNode root, String key) {
    assertThatThrownBy(() -> read(root.toString()))
        .as(key)
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.MANIFEST_INVALID));
  }

  /** Keys of the table and whether they are required. */
  private Map<String, String> keys() {
    Map<String, String> keys = new TreeMap<>();
    section
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1))
        .forEach(cells -> keys.put(cells[1].replace("`", "").strip(), cells[3].strip()));
    return keys;
  }

  private static JsonNode parent(JsonNode root, String key) {
    return key.startsWith("files[].") ? root.at("/files/0") : root;
  }

  private static String name(String key) {
    return key.substring(key.indexOf('.') + 1);
  }

  private static String type(JsonNode value) {
    return value.isArray() ? "array" : value.isTextual() ? "text" : "integer";
  }

  private Batch read(String json) throws IOException {
    Path manifest = Files.writeString(folder.resolve("manifest.json"), json);
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return ManifestBatch.read(manifest, List.of(), new Terminal(nowhere, nowhere, false));
  }
}
