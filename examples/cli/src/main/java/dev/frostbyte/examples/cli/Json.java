package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.audit.AuditReceipt;

/** One JSON object on one line. Stateless. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String line(ObjectNode object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes cannot be written", e);
    }
  }

  static ObjectNode receipt(AuditReceipt receipt) {
    return object()
        .put("origin", receipt.origin())
        .put("index", receipt.index())
        .put("leaf_hash", receipt.leafHash().hex());
  }
}
