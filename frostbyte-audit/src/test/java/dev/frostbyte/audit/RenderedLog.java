package dev.frostbyte.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Logs to render, and the published schemas to judge what comes out. */
final class RenderedLog {
  static final String ORIGIN = "example.com/frostbyte/tenants/a";
  static final JsonMapper JSON = new JsonMapper();

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final List<String> CODES = List.of("LIMIT_EXCEEDED", "CONTENT_SUSPICIOUS");

  private RenderedLog() {}

  /** An entry of every type, each following from the one before. */
  static List<AuditEntry> everyType() {
    return of(Arrays.asList(EventType.values()));
  }

  /** Entries of these types about one document. */
  static List<AuditEntry> of(List<EventType> types) {
    List<AuditEntry> entries = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      List<UUID> previous = i == 0 ? List.of() : List.of(id(i - 1));
      entries.add(entry(i, types.get(i), "document-1", previous));
    }
    return entries;
  }

  /** Entries of random types about random subjects. */
  static List<AuditEntry> random(Random random, int size) {
    EventType[] types = EventType.values();
    List<AuditEntry> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<UUID> previous =
          i == 0 || random.nextBoolean() ? List.of() : List.of(id(random.nextInt(i)));
      EventType type = types[random.nextInt(types.length)];
      entries.add(entry(i, type, "document-" + random.nextInt(5), previous));
    }
    return entries;
  }

  static AuditEntry entry(long index, EventType type, String subject, List<UUID> previous) {
    AuditEvent event =
        new AuditEvent(
            id(index),
            type,
            START.plusMillis(index * 7),
            "actor-" + index % 3,
            subject,
            new TreeMap<>(facts(index)),
            previous);
    byte[] payload = index % 2 == 0 ? Events.NO_PAYLOAD : new byte[] {(byte) index};
    ContentHash leaf = ContentHash.ofDigest(new Sha256().leaf(leaf(event, payload)));
    return new AuditEntry(new AuditReceipt(ORIGIN, index, leaf), event, payload);
  }

  /** The bytes that stand in the log for an entry. */
  static byte[] leaf(AuditEntry entry) {
    return leaf(entry.event(), entry.payload());
  }

  private static byte[] leaf(AuditEvent event, byte[] payload) {
    return Leaf.encode(
        ORIGIN,
        event,
        payload.length == 0 ? Optional.empty() : Optional.of(ContentHash.of(payload)));
  }

  private static Map<String, Object> facts(long index) {
    String hash = ContentHash.of(new byte[] {(byte) index}).hex();
    return Map.of(
        "object",
        hash,
        "bundle",
        hash,
        "code",
        CODES.get((int) index % 2),
        "findings",
        index,
        "complete",
        index % 3 == 0,
        "note",
        "plain \"text\" with a \\");
  }

  static UUID id(long number) {
    return new UUID(0x0190_0000_0000_7000L + (number << 16), 0x8000_0000_0000_0000L + number);
  }

  static String render(Rendering rendering, List<AuditEntry> entries) throws IOException {
    StringBuilder out = new StringBuilder();
    rendering.begin(out);
    for (AuditEntry entry : entries) {
      rendering.accept(entry, out);
    }
    rendering.end(out);
    return out.toString();
  }

  static List<JsonNode> lines(Rendering rendering, List<AuditEntry> entries) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : render(rendering, entries).lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  /** A published JSON schema among the test resources; formats such as date-time count. */
  static JsonSchema schema(String resource, VersionFlag version) throws IOException {
    return schema(resource, json -> {}, version);
  }

  /** A published JSON schema of which a part was chosen. */
  static JsonSchema schema(String resource, Consumer<ObjectNode> choice, VersionFlag version)
      throws IOException {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    try (InputStream in = RenderedLog.class.getResourceAsStream("/schemas/" + resource)) {
      ObjectNode json = (ObjectNode) JSON.readTree(Objects.requireNonNull(in));
      choice.accept(json);
      return JsonSchemaFactory.getInstance(version).getSchema(json, config);
    }
  }

  /** What a schema finds wrong. */
  static List<String> problems(JsonSchema schema, JsonNode json) {
    return schema.validate(json).stream().map(ValidationMessage::getMessage).toList();
  }
}
