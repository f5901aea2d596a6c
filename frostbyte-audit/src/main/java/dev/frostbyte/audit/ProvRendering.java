package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The log as W3C PROV in the serialization PROV-JSONLD (W3C Member Submission of 25 August 2024).
 * Every event is an activity, every actor an agent, every subject an entity. An event that changes
 * its subject generates a new state of it, so that no entity is generated twice; a removal
 * generates a state, too. The ids of previous events are communications.
 */
final class ProvRendering implements Rendering {
  private static final int REMEMBERED = 4_096;
  private static final String CONTEXT = "https://openprovenance.org/prov-jsonld/context.jsonld";

  private final String origin;
  private final Set<String> declared = new LinkedHashSet<>();
  private String before = "\n";

  ProvRendering(String origin) {
    this.origin = origin;
  }

  @Override
  public String path() {
    return "render/prov.json";
  }

  @Override
  public void begin(Appendable out) throws IOException {
    String log = "urn:frostbyte:" + origin + ":";
    JsonObject names =
        new JsonObject()
            .put("prov", "http://www.w3.org/ns/prov#")
            .put("xsd", "http://www.w3.org/2001/XMLSchema#")
            .put("event", "urn:uuid:")
            .put("actor", log + "actor:")
            .put("subject", log + "subject:")
            .put("state", log + "state:")
            .put("sha256", "urn:frostbyte:sha256:")
            .put("log", "urn:frostbyte:log:")
            .put("fact", "urn:frostbyte:fact:");
    out.append("{\"@context\":[" + names.text() + ",\"" + CONTEXT + "\"],\"@graph\":[");
  }

  @Override
  public void accept(AuditEntry entry, Appendable out) throws IOException {
    for (JsonObject statement : statements(entry)) {
      out.append(before).append(statement.text());
      before = ",\n";
    }
  }

  @Override
  public void end(Appendable out) throws IOException {
    out.append("\n]}\n");
  }

  private List<JsonObject> statements(AuditEntry entry) {
    AuditEvent event = entry.event();
    List<JsonObject> statements = new ArrayList<>();
    declare(statements, "Agent", "actor:" + event.actor());
    declare(statements, "Entity", "subject:" + event.subject());
    statements.add(activity(entry));
    statements.add(relation("Association", event).put("agent", "actor:" + event.actor()));
    statements.add(timed("Usage", event).put("entity", "subject:" + event.subject()));
    event.previous().forEach(informant -> statements.add(communication(informant, event)));
    if (EventMeaning.of(event.type()).changesSubject()) {
      addState(statements, event);
    }
    return statements;
  }

  private static JsonObject communication(UUID informant, AuditEvent event) {
    return statement("Communication")
        .put("informed", "event:" + event.id())
        .put("informant", "event:" + informant);
  }

  private static JsonObject activity(AuditEntry entry) {
    AuditEvent event = entry.event();
    String time = event.time().toString();
    JsonObject activity =
        statement("Activity")
            .put("@id", "event:" + event.id())
            .put("startTime", time)
            .put("endTime", time)
            .put("log:type", List.of(typed(event.type().wireName(), "xsd:string")))
            .put("log:index", List.of(typed("" + entry.receipt().index(), "xsd:long")))
            .put("log:leafHash", List.of(typed(entry.receipt().leafHash().hex(), "xsd:hexBinary")));
    for (Map.Entry<String, Object> fact : event.data().entrySet()) {
      activity.put("fact:" + fact.getKey(), List.of(typed(fact.getValue())));
    }
    return activity;
  }

  private static void addState(List<JsonObject> statements, AuditEvent event) {
    String state = "state:" + event.id();
    statements.add(statement("Entity").put("@id", state));
    statements.add(
        statement("Specialization")
            .put("specificEntity", state)
            .put("generalEntity", "subject:" + event.subject()));
    statements.add(timed("Generation", event).put("entity", state));
    for (String part : List.of("object", "bundle")) {
      if (event.data().get(part) instanceof String hash) {
        statements.add(statement("Entity").put("@id", "sha256:" + hash));
        statements.add(
            statement("Specialization")
                .put("specificEntity", "sha256:" + hash)
                .put("generalEntity", state));
      }
    }
  }

  /** Declared again when it was not used for long; the same declaration twice means the same. */
  private void declare(List<JsonObject> statements, String type, String id) {
    if (declared.add(id)) {
      statements.add(statement(type).put("@id", id));
    }
    if (declared.size() > REMEMBERED) {
      declared.remove(declared.iterator().next());
    }
  }

  private static JsonObject timed(String type, AuditEvent event) {
    return relation(type, event).put("time", event.time().toString());
  }

  private static JsonObject relation(String type, AuditEvent event) {
    return statement(type).put("activity", "event:" + event.id());
  }

  private static JsonObject statement(String type) {
    return new JsonObject().put("@type", type);
  }

  private static JsonObject typed(Object fact) {
    return switch (fact) {
      case Long number -> typed(number.toString(), "xsd:long");
      case Boolean flag -> typed(flag.toString(), "xsd:boolean");
      default -> typed(fact.toString(), "xsd:string");
    };
  }

  private static JsonObject typed(String value, String type) {
    return new JsonObject().put("@value", value).put("@type", type);
  }
}
