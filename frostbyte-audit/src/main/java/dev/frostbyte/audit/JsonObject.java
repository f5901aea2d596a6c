package dev.frostbyte.audit;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Builds one JSON object as text (RFC 8259): members in the order they are put, no blanks, ASCII
 * only. One thread.
 */
final class JsonObject {
  private final StringBuilder members = new StringBuilder(256);

  JsonObject put(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  JsonObject put(String name, long value) {
    name(name).append(value);
    return this;
  }

  JsonObject put(String name, JsonObject value) {
    value.writeTo(name(name));
    return this;
  }

  JsonObject put(String name, List<JsonObject> values) {
    name(name).append('[');
    for (int i = 0; i < values.size(); i++) {
      members.append(i == 0 ? "" : ",");
      values.get(i).writeTo(members);
    }
    members.append(']');
    return this;
  }

  /** Puts the facts of an event: strings, whole numbers, booleans. */
  JsonObject putAll(Map<String, Object> facts) {
    facts.forEach(this::fact);
    return this;
  }

  /** The whole object. */
  String text() {
    return "{" + members + "}";
  }

  private void writeTo(StringBuilder out) {
    out.append('{').append(members).append('}');
  }

  private void fact(String name, Object value) {
    name(name);
    switch (value) {
      case String string -> quote(string);
      case Long number -> members.append(number.longValue());
      case Boolean flag -> members.append(flag.booleanValue());
      default ->
          throw new IllegalArgumentException("no fact of " + value.getClass() + " can be written");
    }
  }

  private StringBuilder name(String name) {
    if (!members.isEmpty()) {
      members.append(',');
    }
    quote(name);
    return members.append(':');
  }

  private void quote(String string) {
    members.append('"');
    if (FlatJson.isPlain(string)) {
      members.append(string);
    } else {
      string.chars().forEach(c -> quote((char) c));
    }
    members.append('"');
  }

  private void quote(char c) {
    if (c < 0x20 || c > 0x7e) {
      members.append("\\u").append(HexFormat.of().toHexDigits(c));
    } else {
      members.append(c == '"' || c == '\\' ? "\\" : "").append(c);
    }
  }
}
