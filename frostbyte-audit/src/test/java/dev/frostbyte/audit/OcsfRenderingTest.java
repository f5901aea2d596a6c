package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class OcsfRenderingTest {
  private static final List<AuditEntry> ENTRIES = RenderedLog.everyType();

  private final OcsfSchema schema;

  OcsfRenderingTest() throws Exception {
    schema = OcsfSchema.load();
  }

  @Test
  void everyEventTypeIsAValidEventOfItsClass() throws Exception {
    List<JsonNode> events = render();
    assertThat(events).hasSameSizeAs(EventType.values());
    for (JsonNode event : events) {
      assertThat(schema.problems(event)).as(event.toString()).isEmpty();
    }
  }

  @Test
  void everyClassIsUsed() throws Exception {
    assertThat(render())
        .extracting(event -> event.get("class_uid").asInt())
        .contains(2006, 3004, 6003, 6005, 6007);
  }

  @Test
  void namesTheEventItsPlaceAndItsLeaf() throws Exception {
    JsonNode event = render().get(7);
    AuditEntry entry = ENTRIES.get(7);
    JsonNode metadata = event.get("metadata");
    assertThat(metadata.get("version").asText()).isEqualTo("1.7.0");
    assertThat(metadata.get("uid").asText()).isEqualTo(entry.event().id().toString());
    assertThat(metadata.get("sequence").asLong()).isEqualTo(7);
    assertThat(metadata.get("log_name").asText()).isEqualTo(RenderedLog.ORIGIN);
    assertThat(event.get("time").asLong()).isEqualTo(entry.event().time().toEpochMilli());
    JsonNode rest = event.get("unmapped");
    assertThat(rest.get("leafhash").asText()).isEqualTo(entry.receipt().leafHash().hex());
    assertThat(rest.get("previous").asText()).isEqualTo(ENTRIES.get(6).event().id().toString());
    assertThat(rest.get("data").get("note").asText()).isEqualTo("plain \"text\" with a \\");
    assertThat(rest.get("data").get("findings").asLong()).isEqualTo(7);
  }

  @Test
  void anEventWithoutAnythingRequiredIsRefused() throws Exception {
    for (JsonNode event : render()) {
      for (String name : List.of("class_uid", "activity_id", "time", "metadata", "severity_id")) {
        refuses(event, broken -> broken.remove(name));
      }
      refuses(event, broken -> ((ObjectNode) broken.get("metadata")).remove("product"));
      refuses(event, broken -> ((ObjectNode) broken.get("metadata")).remove("version"));
    }
  }

  @Test
  void anEventOfAWrongShapeIsRefused() throws Exception {
    for (JsonNode event : render()) {
      refuses(event, broken -> broken.put("time", "2026-03-01T08:00:00Z"));
      refuses(event, broken -> broken.put("activity_id", 77));
      refuses(event, broken -> broken.put("activity_name", "Whatever"));
      refuses(event, broken -> broken.put("severity_id", 7));
      refuses(event, broken -> broken.put("status", "Whatever").put("status_id", 1));
      refuses(event, broken -> broken.put("category_uid", 5));
      refuses(event, broken -> broken.put("type_uid", 1));
      refuses(event, broken -> broken.put("invented", 1));
      refuses(event, broken -> broken.putArray("metadata"));
    }
  }

  @Test
  void anEventWithoutWhatItsClassRequiresIsRefused() throws Exception {
    List<String> seen = new ArrayList<>();
    for (JsonNode event : render()) {
      for (String name :
          List.of("actor", "src_endpoint", "api", "databucket", "entity", "scan", "finding_info")) {
        if (event.has(name) && !optional(event, name)) {
          seen.add(name);
          refuses(event, broken -> broken.remove(name));
          refuses(event, broken -> broken.putObject(name));
        }
      }
    }
    assertThat(seen).contains("api", "databucket", "entity", "scan", "finding_info");
  }

  private static boolean optional(JsonNode event, String name) {
    int type = event.get("class_uid").asInt();
    return name.equals("actor") && (type == 2006 || type == 3004);
  }

  private void refuses(JsonNode event, Consumer<ObjectNode> change) {
    ObjectNode broken = event.deepCopy();
    change.accept(broken);
    assertThat(schema.problems(broken)).as(broken.toString()).isNotEmpty();
  }

  private static List<JsonNode> render() throws Exception {
    return RenderedLog.lines(new OcsfRendering(RenderedLog.ORIGIN), ENTRIES);
  }
}
