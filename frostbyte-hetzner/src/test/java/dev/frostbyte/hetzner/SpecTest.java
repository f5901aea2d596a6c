package dev.frostbyte.hetzner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds parser and fixtures against editions of the API document beside the repository. */
class SpecTest {
  private static final Path SPECS = Path.of("..", "..", "shared", "specs", "hetzner");
  private static final String DERIVED = "hcloud.koestler.json";
  private static final String OFFICIAL = "cloud.spec.2026-06.json";
  private static final Pattern CODE_ROW =
      Pattern.compile("(?m)^\\| `\\d{3}` *\\| `([a-z_]+)` *\\|");

  @ParameterizedTest
  @CsvSource({"locations", "server_types", "networks"})
  void theFixtureHasEveryFieldThatTheDocumentRequires(String list) throws IOException {
    JsonNode document = document(DERIVED);
    JsonNode schema = document.at("/components/schemas/list_" + list + "_response");
    assertConforms(document, schema, Answers.tree(list + ".json"), list);
  }

  @ParameterizedTest
  @ValueSource(strings = {DERIVED, OFFICIAL})
  void theParserReadsTheExamplesOfTheDocument(String edition) throws IOException {
    JsonNode document = document(edition);
    for (Resource<?> kind : List.of(Resource.LOCATIONS, Resource.SERVER_TYPES, Resource.NETWORKS)) {
      JsonNode response = document.at("/paths/~1" + kind.many() + "/get/responses/200/content");
      JsonNode example = example(document, response.at("/application~1json/schema"));
      Page<?> page = Page.read(kind, Json.object(Answers.MAPPER.writeValueAsBytes(example)));
      assertThat(page.entries()).as(kind.many()).hasSize(1);
      assertThat(page.number()).hasValue(3);
    }
  }

  @Test
  void everyDocumentedErrorCodeIsKnown() throws IOException {
    String text = document(OFFICIAL).at("/info/description").textValue();
    Set<String> codes =
        CODE_ROW.matcher(text).results().map(row -> row.group(1)).collect(Collectors.toSet());
    assertThat(codes).hasSizeGreaterThan(15);
    assertThat(codes).allSatisfy(c -> assertThat(ErrorCode.of(c)).isNotEqualTo(ErrorCode.UNKNOWN));
  }

  private static JsonNode document(String edition) throws IOException {
    Path file = SPECS.resolve(edition);
    assumeTrue(
        Files.isRegularFile(file),
        () -> "Skipped: " + file + " is absent. Put the API document there to run this check.");
    return Answers.MAPPER.readTree(file.toFile());
  }

  private static void assertConforms(
      JsonNode document, JsonNode reference, JsonNode value, String place) {
    JsonNode schema = resolve(document, reference);
    if (value.isNull()) {
      assertThat(schema.path("nullable").asBoolean()).as(place).isTrue();
      return;
    }
    String type = schema.path("type").asText();
    assertThat(hasType(value, type)).as(place + " is a " + type).isTrue();
    for (JsonNode name : schema.path("required")) {
      assertThat(value.has(name.asText())).as(place + "." + name).isTrue();
    }
    for (Map.Entry<String, JsonNode> part : schema.path("properties").properties()) {
      if (value.has(part.getKey())) {
        JsonNode field = value.get(part.getKey());
        assertConforms(document, part.getValue(), field, place + "." + part.getKey());
      }
    }
    for (JsonNode entry : schema.has("items") ? value : JsonNodeFactory.instance.arrayNode()) {
      assertConforms(document, schema.get("items"), entry, place + "[]");
    }
  }

  private static boolean hasType(JsonNode value, String type) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> throw new AssertionError("type " + type);
    };
  }

  /** The example of a schema, put together from those of its parts. */
  private static JsonNode example(JsonNode document, JsonNode reference) {
    JsonNode schema = resolve(document, reference);
    if (schema.has("example")) {
      return schema.get("example");
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(0);
    }
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (schema.path("type").asText().equals("array")) {
      return json.arrayNode().add(example(document, schema.get("items")));
    }
    assertThat(schema.path("type").asText()).isEqualTo("object");
    ObjectNode object = json.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(p -> object.set(p.getKey(), example(document, p.getValue())));
    return object;
  }

  private static JsonNode resolve(JsonNode document, JsonNode schema) {
    if (schema.has("allOf")) {
      JsonNode base = resolve(document, schema.get("allOf").get(0)).deepCopy();
      schema.properties().stream()
          .filter(p -> !p.getKey().equals("allOf"))
          .forEach(p -> ((ObjectNode) base).set(p.getKey(), p.getValue()));
      return base;
    }
    return schema.has("$ref")
        ? resolve(document, document.at(schema.get("$ref").asText().substring(1)))
        : schema;
  }
}
