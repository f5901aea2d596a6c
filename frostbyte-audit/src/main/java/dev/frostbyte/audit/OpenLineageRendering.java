package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.audit.EventMeaning.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * OpenLineage 2-0-2 run events, one a line, for lineage tools. A run is a stage of a document; an
 * intent starts it and the outcome ends it. A stage that left one event only is a run that starts
 * and ends there. An intent without outcome stays a run without end, as it stands in the log.
 */
final class OpenLineageRendering implements Rendering {
  private static final String PRODUCER = "urn:frostbyte:audit:1";
  private static final String RUN_EVENT =
      "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";

  private final String namespace;
  private final OpenRuns open = new OpenRuns();

  OpenLineageRendering(String origin) {
    this.namespace = "frostbyte://" + origin;
  }

  @Override
  public String path() {
    return "render/openlineage.jsonl";
  }

  @Override
  public void begin(Appendable out) {}

  @Override
  public void accept(AuditEntry entry, Appendable out) throws IOException {
    EventMeaning meaning = EventMeaning.of(entry.event().type());
    if (meaning.stage() == LineageStage.NONE) {
      return;
    }
    Optional<UUID> run = open.find(meaning.stage(), entry.event());
    if (meaning.outcome() == Outcome.REQUESTED) {
      open.begin(meaning.stage(), entry.event());
      write(out, entry, "START", entry.event().id());
    } else if (run.isPresent()) {
      goOn(meaning.outcome(), run.get());
      write(
          out, entry, meaning.outcome() == Outcome.MIDWAY ? "RUNNING" : ending(meaning), run.get());
    } else {
      write(out, entry, "START", entry.event().id());
      write(out, entry, ending(meaning), entry.event().id());
    }
  }

  @Override
  public void end(Appendable out) {}

  private void goOn(Outcome outcome, UUID run) {
    if (outcome != Outcome.MIDWAY) {
      open.forget(run);
    }
  }

  private static String ending(EventMeaning meaning) {
    return switch (meaning.outcome()) {
      case REQUESTED, MIDWAY, SUCCEEDED -> "COMPLETE";
      case HELD_BACK -> "ABORT";
      case FAILED -> "FAIL";
    };
  }

  private void write(Appendable out, AuditEntry entry, String state, UUID run) throws IOException {
    LineageStage stage = EventMeaning.of(entry.event().type()).stage();
    JsonObject json =
        new JsonObject()
            .put("eventType", state)
            .put("eventTime", entry.event().time().toString())
            .put("run", run(entry, run))
            .put("job", new JsonObject().put("namespace", namespace).put("name", stage.job()))
            .put("inputs", datasets(entry.event(), stage.inputs()))
            .put("outputs", datasets(entry.event(), stage.outputs()))
            .put("producer", PRODUCER)
            .put("schemaURL", RUN_EVENT);
    out.append(json.text()).append('\n');
  }

  private static JsonObject run(AuditEntry entry, UUID run) {
    AuditEvent event = entry.event();
    JsonObject audit =
        facet("audit-facet")
            .put("index", entry.receipt().index())
            .put("leafHash", entry.receipt().leafHash().hex())
            .put("event", event.id().toString())
            .put("type", event.type().wireName())
            .put("actor", event.actor())
            .put("data", new JsonObject().putAll(event.data()));
    return new JsonObject()
        .put("runId", run.toString())
        .put("facets", new JsonObject().put("frostbyte_audit", audit));
  }

  private List<JsonObject> datasets(AuditEvent event, List<String> parts) {
    return parts.stream().map(part -> dataset(event, part)).toList();
  }

  private JsonObject dataset(AuditEvent event, String part) {
    JsonObject dataset =
        new JsonObject().put("namespace", namespace).put("name", event.subject() + "/" + part);
    if (event.data().get(hashOf(part)) instanceof String hash) {
      JsonObject facet = facet("hash-facet").put("algorithm", "SHA-256").put("value", hash);
      dataset.put("facets", new JsonObject().put("frostbyte_hash", facet));
    }
    return dataset;
  }

  /** Name of the fact that holds the hash of a part. */
  private static String hashOf(String part) {
    return part.equals("raw") ? "object" : part;
  }

  private static JsonObject facet(String name) {
    return new JsonObject()
        .put("_producer", PRODUCER)
        .put("_schemaURL", "urn:frostbyte:schema:" + name + ":1");
  }
}
