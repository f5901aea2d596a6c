package dev.frostbyte.audit;

import static dev.frostbyte.api.audit.EventType.DOCUMENT_FAILED;
import static dev.frostbyte.api.audit.EventType.DOCUMENT_HELD;
import static dev.frostbyte.api.audit.EventType.DOCUMENT_INGESTED;
import static dev.frostbyte.api.audit.EventType.DOCUMENT_PARSED;
import static dev.frostbyte.api.audit.EventType.DOCUMENT_PUBLISHED;
import static dev.frostbyte.api.audit.EventType.DOCUMENT_PUT_REQUESTED;
import static dev.frostbyte.api.audit.EventType.ERASURE_REQUESTED;
import static dev.frostbyte.api.audit.EventType.KEY_DESTROYED;
import static dev.frostbyte.api.audit.EventType.PHYSICALLY_REMOVED;
import static dev.frostbyte.api.audit.EventType.PUBLISH_REQUESTED;
import static dev.frostbyte.api.audit.EventType.REVEAL_MADE;
import static dev.frostbyte.api.audit.EventType.REVEAL_REQUESTED;
import static dev.frostbyte.api.audit.EventType.SESSION_OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.EventType;
import io.openlineage.server.OpenLineage.RunEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class OpenLineageRenderingTest {
  private static final Set<String> ENDS = Set.of("COMPLETE", "ABORT", "FAIL");
  private static final JsonMapper OF_OPENLINEAGE =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final JsonSchema schema;
  private final JsonSchema runEvents;

  OpenLineageRenderingTest() throws Exception {
    schema = RenderedLog.schema("openlineage/OpenLineage.json", VersionFlag.V202012);
    runEvents =
        RenderedLog.schema(
            "openlineage/OpenLineage.json",
            json -> json.putArray("oneOf").addObject().put("$ref", "#/$defs/RunEvent"),
            VersionFlag.V202012);
  }

  @Test
  void everyLineFitsThePublishedSchema() throws Exception {
    for (JsonNode line : render(RenderedLog.everyType())) {
      assertThat(RenderedLog.problems(schema, line)).as(line.toString()).isEmpty();
      assertThat(RenderedLog.problems(runEvents, line)).as(line.toString()).isEmpty();
    }
  }

  @Test
  void theProjectsOwnClassesReadEveryLine() throws Exception {
    for (JsonNode line : render(RenderedLog.everyType())) {
      RunEvent read = OF_OPENLINEAGE.convertValue(line, new TypeReference<RunEvent>() {});
      assertThat(read.getRun().getRunId()).hasToString(line.get("run").get("runId").asText());
      assertThat(read.getJob().getName()).isEqualTo(line.get("job").get("name").asText());
      assertThat(read.getEventType()).hasToString(line.get("eventType").asText());
      assertThat(read.getInputs()).hasSize(line.get("inputs").size());
      assertThat(read.getOutputs()).hasSize(line.get("outputs").size());
      assertThat(read.getRun().getFacets().getAdditionalProperties())
          .containsKey("frostbyte_audit");
    }
  }

  @Test
  void anIntentStartsARunAndItsOutcomeEndsIt() throws Exception {
    assertThat(
            states(
                SESSION_OPENED,
                DOCUMENT_PUT_REQUESTED,
                PUBLISH_REQUESTED,
                DOCUMENT_INGESTED,
                DOCUMENT_PUBLISHED))
        .containsExactly(
            "intake START 1", "publish START 2", "intake COMPLETE 1", "publish COMPLETE 2");
  }

  @Test
  void aStageOfOneEventStartsAndEndsThere() throws Exception {
    assertThat(states(DOCUMENT_PARSED)).containsExactly("parse START 0", "parse COMPLETE 0");
    assertThat(states(DOCUMENT_FAILED)).containsExactly("publish START 0", "publish FAIL 0");
  }

  @Test
  void whatIsHeldBackIsAborted() throws Exception {
    assertThat(states(PUBLISH_REQUESTED, DOCUMENT_HELD))
        .containsExactly("publish START 0", "publish ABORT 0");
  }

  @Test
  void anErasureRunsFromTheRequestToTheRemoval() throws Exception {
    assertThat(states(ERASURE_REQUESTED, KEY_DESTROYED, PHYSICALLY_REMOVED))
        .containsExactly("erase START 0", "erase RUNNING 0", "erase COMPLETE 0");
  }

  @Test
  void anOutcomeEndsTheIntentItNames() throws Exception {
    List<AuditEntry> entries =
        List.of(
            RenderedLog.entry(0, REVEAL_REQUESTED, "d", List.of()),
            RenderedLog.entry(1, REVEAL_REQUESTED, "d", List.of()),
            RenderedLog.entry(2, REVEAL_MADE, "d", List.of(RenderedLog.id(0))),
            RenderedLog.entry(3, REVEAL_MADE, "d", List.of(RenderedLog.id(1))));
    assertThat(states(entries))
        .containsExactly(
            "reveal START 0", "reveal START 1", "reveal COMPLETE 0", "reveal COMPLETE 1");
  }

  @Test
  void noRunEndsTwiceOrWithoutAStart() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("seed of the OpenLineage logs: " + seed);
    Random random = new Random(seed);
    for (int log = 0; log < 50; log++) {
      Map<String, String> last = new HashMap<>();
      for (JsonNode line : render(RenderedLog.random(random, 200))) {
        String state = line.get("eventType").asText();
        String before = last.put(line.get("run").get("runId").asText(), state);
        assertThat(before == null).as("seed " + seed).isEqualTo(state.equals("START"));
        assertThat(before != null && ENDS.contains(before)).as("seed " + seed).isFalse();
      }
    }
  }

  @Test
  void outputsCarryTheHashesOfTheirBytes() throws Exception {
    JsonNode line = render(RenderedLog.of(List.of(DOCUMENT_INGESTED))).getLast();
    JsonNode raw = line.get("outputs").get(0);
    assertThat(raw.get("name").asText()).isEqualTo("document-1/raw");
    assertThat(raw.get("facets").get("frostbyte_hash").get("value").asText()).hasSize(64);
  }

  @Test
  void aLineOfAWrongShapeIsRefused() throws Exception {
    for (String name : List.of("eventTime", "run", "job", "producer", "schemaURL")) {
      refuses(line -> line.remove(name));
      refuses(line -> line.put(name, 1));
    }
    refuses(line -> line.put("eventType", "PERHAPS"));
    refuses(line -> line.put("eventTime", "yesterday"));
    refuses(line -> ((ObjectNode) line.get("run")).put("runId", "7"));
    refuses(line -> ((ObjectNode) line.get("run").get("facets")).putObject("frostbyte_audit"));
    refuses(line -> ((ObjectNode) line.get("outputs").get(0)).remove("namespace"));
  }

  private void refuses(Consumer<ObjectNode> change) throws Exception {
    JsonNode good = render(RenderedLog.of(List.of(DOCUMENT_INGESTED))).getLast();
    ObjectNode line = good.deepCopy();
    change.accept(line);
    assertThat(RenderedLog.problems(runEvents, line)).as(line.toString()).isNotEmpty();
  }

  private static List<String> states(EventType... types) throws Exception {
    return states(RenderedLog.of(List.of(types)));
  }

  /** Job, state and the number of the event that began the run. */
  private static List<String> states(List<AuditEntry> entries) throws Exception {
    List<String> states = new ArrayList<>();
    List<String> ids = entries.stream().map(e -> e.event().id().toString()).toList();
    for (JsonNode line : render(entries)) {
      states.add(
          line.get("job").get("name").asText()
              + " "
              + line.get("eventType").asText()
              + " "
              + ids.indexOf(line.get("run").get("runId").asText()));
    }
    return states;
  }

  private static List<JsonNode> render(List<AuditEntry> entries) throws Exception {
    return RenderedLog.lines(new OpenLineageRendering(RenderedLog.ORIGIN), entries);
  }
}
