package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The leaves, as the CloudEvents project sees them: its schema and its SDK. */
final class CloudEventsTest {
  private static final List<AuditEntry> ENTRIES = RenderedLog.everyType();

  private final JsonSchema schema;

  CloudEventsTest() throws Exception {
    schema = RenderedLog.schema("cloudevents/cloudevents.json", VersionFlag.V7);
  }

  @Test
  void everyLeafFitsThePublishedSchema() throws Exception {
    for (AuditEntry entry : ENTRIES) {
      JsonNode leaf = RenderedLog.JSON.readTree(RenderedLog.leaf(entry));
      assertThat(RenderedLog.problems(schema, leaf)).as(leaf.toString()).isEmpty();
    }
  }

  @Test
  void theSdkReadsEveryLeaf() throws Exception {
    JsonFormat format = new JsonFormat();
    for (AuditEntry entry : ENTRIES) {
      CloudEvent read = format.deserialize(RenderedLog.leaf(entry));
      AuditEvent event = entry.event();
      assertThat(read.getId()).isEqualTo(event.id().toString());
      assertThat(read.getType()).isEqualTo(event.type().wireName());
      assertThat(read.getSource()).hasToString(RenderedLog.ORIGIN);
      assertThat(read.getSubject()).isEqualTo(event.subject());
      assertThat(Objects.requireNonNull(read.getTime()).toInstant()).isEqualTo(event.time());
      assertThat(read.getExtension("authid")).isEqualTo(event.actor());
      JsonNode data = RenderedLog.JSON.readTree(Objects.requireNonNull(read.getData()).toBytes());
      assertThat(data.get("findings").asLong()).isEqualTo(entry.receipt().index());
    }
  }

  @Test
  void aLeafOfAWrongShapeIsRefused() throws Exception {
    for (String name : List.of("id", "source", "specversion", "type")) {
      refuses(leaf -> leaf.remove(name));
      refuses(leaf -> leaf.put(name, ""));
      refuses(leaf -> leaf.put(name, 1));
    }
    refuses(leaf -> leaf.put("time", "yesterday"));
    refuses(leaf -> leaf.put("source", "no reference"));
  }

  private void refuses(Consumer<ObjectNode> change) throws Exception {
    ObjectNode leaf = (ObjectNode) RenderedLog.JSON.readTree(RenderedLog.leaf(ENTRIES.getFirst()));
    change.accept(leaf);
    assertThat(RenderedLog.problems(schema, leaf)).as(leaf.toString()).isNotEmpty();
  }
}
