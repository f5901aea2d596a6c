package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.EventType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.openprovenance.prov.core.jsonld11.serialization.ProvDeserialiser;
import org.openprovenance.prov.model.Document;
import org.openprovenance.prov.model.QualifiedName;
import org.openprovenance.prov.model.StatementOrBundle.Kind;

final class ProvRenderingTest {
  private static final List<String> REFERENCES =
      List.of(
          "activity",
          "agent",
          "entity",
          "informed",
          "informant",
          "specificEntity",
          "generalEntity");

  private final JsonSchema schema;

  ProvRenderingTest() throws Exception {
    schema = RenderedLog.schema("prov/prov-jsonld.json", VersionFlag.V7);
  }

  @Test
  void fitsThePublishedSchema() throws Exception {
    JsonNode document = render(RenderedLog.everyType());
    assertThat(RenderedLog.problems(schema, document)).isEmpty();
    assertThat(document.get("@graph").size()).isGreaterThan(3 * EventType.values().length);
  }

  @Test
  void theReferenceImplementationReadsIt() throws Exception {
    List<AuditEntry> entries = RenderedLog.everyType();
    byte[] bytes =
        RenderedLog.render(new ProvRendering(RenderedLog.ORIGIN), entries)
            .getBytes(StandardCharsets.UTF_8);
    Document document =
        new ProvDeserialiser(mapper()).deserialiseDocument(new ByteArrayInputStream(bytes));
    assertThat(document.getStatementOrBundle())
        .filteredOn(statement -> statement.getKind() == Kind.PROV_ACTIVITY)
        .hasSameSizeAs(entries);
    assertThat(document.getStatementOrBundle()).hasSameSizeAs(render(entries).get("@graph"));
  }

  /** Since Jackson 2.19 a type of keys must be known, though these keys never come from JSON. */
  private static JsonMapper mapper() {
    SimpleModule keys = new SimpleModule("keys");
    keys.addKeyDeserializer(
        QualifiedName.class,
        new KeyDeserializer() {
          @Override
          public Object deserializeKey(String key, DeserializationContext context) {
            throw new AssertionError("no key of this type stands in a document");
          }
        });
    return JsonMapper.builder().addModule(keys).build();
  }

  @Test
  void theSchemaIsThatOfTheReferenceImplementation() throws Exception {
    assertThat(resource("/schemas/prov/prov-jsonld.json"))
        .isEqualTo(resource("/2024-08-25/jsonldschema.json"));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ProvRenderingTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  @Test
  void anEmptyLogFitsToo() throws Exception {
    assertThat(RenderedLog.problems(schema, render(List.of()))).isEmpty();
  }

  @Test
  void whateverIsReferredToIsDeclared() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("seed of the PROV log: " + seed);
    JsonNode graph = render(RenderedLog.random(new Random(seed), 500)).get("@graph");
    Set<String> declared = new HashSet<>();
    graph.forEach(statement -> declared.add(statement.path("@id").asText()));
    for (JsonNode statement : graph) {
      for (String reference : REFERENCES) {
        if (statement.has(reference)) {
          assertThat(declared).as("seed " + seed).contains(statement.get(reference).asText());
        }
      }
    }
  }

  @Test
  void noEntityIsGeneratedTwice() throws Exception {
    List<String> generated = new ArrayList<>();
    for (JsonNode statement : render(RenderedLog.everyType()).get("@graph")) {
      if (statement.get("@type").asText().equals("Generation")) {
        generated.add(statement.get("entity").asText());
      }
    }
    assertThat(generated).doesNotHaveDuplicates().hasSizeGreaterThan(10);
  }

  @Test
  void anIntentAndAFailureChangeNothing() throws Exception {
    JsonNode graph =
        render(
                RenderedLog.of(
                    List.of(EventType.PUBLISH_REQUESTED, EventType.DOCUMENT_PARSE_FAILED)))
            .get("@graph");
    assertThat(graph).noneMatch(s -> s.get("@type").asText().equals("Generation"));
  }

  @Test
  void declaresAgainWhatItForgot() throws Exception {
    List<AuditEntry> entries = new ArrayList<>();
    for (int i = 0; i < 6_000; i++) {
      entries.add(RenderedLog.entry(i, EventType.DOCUMENT_PARSED, "d" + i, List.of()));
    }
    long agents =
        RenderedLog.render(new ProvRendering(RenderedLog.ORIGIN), entries)
            .lines()
            .filter(line -> line.contains("\"@type\":\"Agent\""))
            .count();
    assertThat(agents).isBetween(4L, 12L);
  }

  @Test
  void aDocumentOfAWrongShapeIsRefused() throws Exception {
    refuses(document -> document.remove("@context"));
    refuses(document -> document.put("@graph", "none"));
    refuses(document -> document.put("invented", 1));
    refuses(document -> ((ArrayNode) document.get("@graph")).addObject().put("@type", "Wish"));
    refuses(document -> first(document).put("invented", 1));
    refuses(document -> first(document).remove("@id"));
    refuses(document -> last(document, "Activity").put("startTime", "yesterday"));
  }

  private static ObjectNode first(ObjectNode document) {
    return (ObjectNode) document.get("@graph").get(0);
  }

  private static ObjectNode last(ObjectNode document, String type) {
    ObjectNode found = first(document);
    for (JsonNode statement : document.get("@graph")) {
      found = statement.get("@type").asText().equals(type) ? (ObjectNode) statement : found;
    }
    return found;
  }

  private void refuses(Consumer<ObjectNode> change) throws Exception {
    ObjectNode document = (ObjectNode) render(RenderedLog.everyType().subList(0, 2));
    assertThat(RenderedLog.problems(schema, document)).isEmpty();
    change.accept(document);
    assertThat(RenderedLog.problems(schema, document)).as(document.toString()).isNotEmpty();
  }

  private static JsonNode render(List<AuditEntry> entries) throws Exception {
    return RenderedLog.JSON.readTree(
        RenderedLog.render(new ProvRendering(RenderedLog.ORIGIN), entries));
  }
}
