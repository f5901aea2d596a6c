package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.audit.EventMeaning.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One OCSF 1.7.0 event a line, for security monitoring. What OCSF has no place for stands in {@code
 * unmapped}: the leaf's hash, the ids it follows from, and its facts under their own names.
 */
final class OcsfRendering implements Rendering {
  /** The version of the schema. */
  static final String VERSION = "1.7.0";

  private static final String PRODUCT = "Frostbyte";
  private static final int OTHER = 99;

  private final String origin;

  OcsfRendering(String origin) {
    this.origin = origin;
  }

  @Override
  public String path() {
    return "render/ocsf.jsonl";
  }

  @Override
  public void begin(Appendable out) {}

  @Override
  public void accept(AuditEntry entry, Appendable out) throws IOException {
    EventMeaning meaning = EventMeaning.of(entry.event().type());
    JsonObject json = new JsonObject();
    classify(json, meaning.activity());
    grade(json, meaning);
    Object code = entry.event().data().get("code");
    if (code instanceof String text) {
      json.put("status_code", text);
    }
    json.put("time", entry.event().time().toEpochMilli());
    json.put("metadata", metadata(entry));
    describe(json, meaning.activity().type(), entry.event());
    json.put("unmapped", unmapped(entry));
    out.append(json.text()).append('\n');
  }

  @Override
  public void end(Appendable out) {}

  private static void classify(JsonObject json, OcsfActivity activity) {
    OcsfClass type = activity.type();
    json.put("class_uid", type.uid())
        .put("class_name", type.caption())
        .put("category_uid", type.categoryUid())
        .put("category_name", type.category())
        .put("activity_id", activity.id())
        .put("activity_name", activity.caption())
        .put("type_uid", type.uid() * 100L + activity.id())
        .put("type_name", type.caption() + ": " + activity.caption());
  }

  private static void grade(JsonObject json, EventMeaning meaning) {
    Severity severity = Severity.of(meaning);
    json.put("severity_id", severity.id).put("severity", severity.caption);
    switch (meaning.activity()) {
      case FINDING_CREATE -> json.put("status_id", 1).put("status", "New");
      case FINDING_CLOSE -> json.put("status_id", 4).put("status", "Resolved");
      default -> status(json, meaning.outcome());
    }
  }

  private static void status(JsonObject json, Outcome outcome) {
    switch (outcome) {
      case REQUESTED -> json.put("status_id", OTHER).put("status", "Requested");
      case MIDWAY, SUCCEEDED -> json.put("status_id", 1).put("status", "Success");
      case HELD_BACK, FAILED -> json.put("status_id", 2).put("status", "Failure");
    }
  }

  private JsonObject metadata(AuditEntry entry) {
    return new JsonObject()
        .put("version", VERSION)
        .put("product", named(PRODUCT).put("vendor_name", PRODUCT))
        .put("uid", entry.event().id().toString())
        .put("sequence", entry.receipt().index())
        .put("log_name", origin)
        .put("event_code", entry.event().type().wireName());
  }

  private void describe(JsonObject json, OcsfClass type, AuditEvent event) {
    switch (type) {
      case DATA_SECURITY_FINDING -> finding(json, event);
      case ENTITY_MANAGEMENT -> json.put("actor", actor(event)).put("entity", entity(event));
      case API_ACTIVITY -> apiCall(json, event);
      case DATASTORE_ACTIVITY -> datastore(json, event);
      case SCAN_ACTIVITY -> scan(json, event);
    }
  }

  private static void finding(JsonObject json, AuditEvent event) {
    json.put("actor", actor(event))
        .put(
            "finding_info",
            new JsonObject()
                .put("uid", event.id().toString())
                .put("title", event.type().wireName()))
        .put("resources", List.of(identified(event)));
  }

  private void apiCall(JsonObject json, AuditEvent event) {
    json.put("actor", actor(event))
        .put(
            "api",
            new JsonObject()
                .put("operation", event.type().wireName())
                .put("service", named(PRODUCT)))
        .put("src_endpoint", source())
        .put("resources", List.of(identified(event)));
  }

  private void datastore(JsonObject json, AuditEvent event) {
    json.put("actor", actor(event))
        .put("src_endpoint", source())
        .put(
            "databucket",
            identified(event)
                .put("namespace", origin)
                .put("type_id", OTHER)
                .put("type", "sealed objects"));
  }

  private static void scan(JsonObject json, AuditEvent event) {
    json.put(
        "scan",
        new JsonObject()
            .put("uid", event.id().toString())
            .put("name", event.type().wireName())
            .put("type_id", OTHER)
            .put("type", "gates"));
    if (event.data().get("findings") instanceof Long findings) {
      json.put("num_detections", findings);
    }
  }

  private static JsonObject actor(AuditEvent event) {
    return new JsonObject().put("user", new JsonObject().put("uid", event.actor()));
  }

  private static JsonObject entity(AuditEvent event) {
    String domain = event.type().wireName().split("\\.")[2];
    return identified(event).put("type_id", OTHER).put("type", domain);
  }

  /** The library runs in its caller's process: what acts is the service that keeps this log. */
  private JsonObject source() {
    return new JsonObject().put("uid", origin).put("svc_name", PRODUCT);
  }

  private static JsonObject identified(AuditEvent event) {
    return new JsonObject().put("uid", event.subject());
  }

  private static JsonObject named(String name) {
    return new JsonObject().put("name", name);
  }

  private static JsonObject unmapped(AuditEntry entry) {
    AuditEvent event = entry.event();
    JsonObject rest =
        new JsonObject()
            .put("subject", event.subject())
            .put("leafhash", entry.receipt().leafHash().hex());
    if (entry.payload().length > 0) {
      rest.put("payloadhash", ContentHash.of(entry.payload()).hex());
    }
    if (!event.previous().isEmpty()) {
      rest.put(
          "previous",
          event.previous().stream().map(UUID::toString).collect(Collectors.joining(" ")));
    }
    return rest.put("data", new JsonObject().putAll(event.data()));
  }

  /** The grades of OCSF that are used. */
  private enum Severity {
    INFORMATIONAL(1, "Informational"),
    MEDIUM(3, "Medium"),
    HIGH(4, "High");

    private final int id;
    private final String caption;

    Severity(int id, String caption) {
      this.id = id;
      this.caption = caption;
    }

    private static Severity of(EventMeaning meaning) {
      return switch (meaning.outcome()) {
        case HELD_BACK -> HIGH;
        case FAILED -> MEDIUM;
        case MIDWAY -> meaning.activity() == OcsfActivity.FINDING_CREATE ? MEDIUM : INFORMATIONAL;
        case REQUESTED, SUCCEEDED -> INFORMATIONAL;
      };
    }
  }
}
