package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import java.util.Locale;
import java.util.stream.Collectors;

/** One event of a log as one line or object. Stateless. */
final class EventLine {
  private EventLine() {}

  static ObjectNode json(AuditEntry entry) {
    AuditEvent event = entry.event();
    ObjectNode object =
        Json.object()
            .put("index", entry.receipt().index())
            .put("id", event.id().toString())
            .put("type", event.type().wireName())
            .put("time", event.time().toString())
            .put("actor", event.actor())
            .put("subject", event.subject());
    ObjectNode data = object.putObject("data");
    event.data().forEach((key, value) -> put(data, key, value));
    event.previous().forEach(id -> object.withArray("previous").add(id.toString()));
    return object.put("leaf_hash", entry.receipt().leafHash().hex());
  }

  static String text(AuditEntry entry) {
    AuditEvent event = entry.event();
    String data =
        event.data().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(" "));
    return String.format(
            Locale.ROOT,
            "%6d  %s  %-22s  %s  %s",
            entry.receipt().index(),
            event.time(),
            event.type().name().toLowerCase(Locale.ROOT),
            event.subject(),
            data)
        .stripTrailing();
  }

  private static void put(ObjectNode data, String key, Object value) {
    switch (value) {
      case Long number -> data.put(key, number);
      case Boolean flag -> data.put(key, flag);
      default -> data.put(key, value.toString());
    }
  }
}
