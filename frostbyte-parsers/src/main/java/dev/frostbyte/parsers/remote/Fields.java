package dev.frostbyte.parsers.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Takes values out of an answer; what is not there or of another kind is nothing. Stateless. */
final class Fields {
  private Fields() {}

  /** A text; empty for none. */
  static String text(JsonNode of, String name) {
    JsonNode value = of.path(name);
    return value.isTextual() ? value.textValue() : "";
  }

  /** A whole number that fits; otherwise this one. */
  static int whole(JsonNode of, String name, int otherwise) {
    JsonNode value = of.path(name);
    return value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : otherwise;
  }

  /** A number; not a number for none, and for one beyond what floats hold. */
  static float number(JsonNode value) {
    float number = value.isNumber() ? value.floatValue() : Float.NaN;
    return Float.isFinite(number) ? number : Float.NaN;
  }

  static boolean flag(JsonNode of, String name) {
    return of.path(name).booleanValue();
  }

  /** The members of an array; none when it is not one. */
  static Iterable<JsonNode> list(JsonNode value) {
    return value.isArray() ? value : List.of();
  }
}
