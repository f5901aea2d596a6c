package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.audit.AuditReceipt;

/** One JSON object on one line. Stateless. */
final class Json {
  /** A document's text may be longer than the 20,000,000 characters that are Jackson's limit. */
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .build());

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An object that the library wrote. */
  static ObjectNode read(String object) throws JsonProcessingException {
    return MAPPER.readValue(object, ObjectNode.class);
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
