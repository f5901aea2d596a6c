package dev.frostbyte.hetzner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the fields of one JSON object. Absent and null are the same; a value of the wrong type is
 * {@link HetznerError.Malformed}, naming the place and never the value. Immutable.
 */
final class Fields {
  private static final String AMOUNT = "-?[0-9]{1,20}(\\.[0-9]{1,20})?";

  private final JsonNode node;
  private final String place;

  private Fields(JsonNode node, String place) {
    this.node = node;
    this.place = place;
  }

  static Fields of(JsonNode node, String place) {
    if (!node.isObject()) {
      throw Json.malformed(place + " is not an object");
    }
    return new Fields(node, place);
  }

  /** The positive id that every resource must have. */
  long id() {
    OptionalLong id = whole("id");
    if (id.isEmpty() || id.getAsLong() <= 0) {
      throw Json.malformed(place + ".id is missing or not positive");
    }
    return id.getAsLong();
  }

  /** A text that must be there and not blank. */
  String requiredText(String field) {
    return text(field)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> Json.malformed(place + "." + field + " is missing or blank"));
  }

  /** An object that must be there. */
  Fields required(String field) {
    return object(field).orElseThrow(() -> Json.malformed(place + "." + field + " is missing"));
  }

  Optional<Fields> object(String field) {
    return value(field, JsonNode::isObject, "an object")
        .map(value -> new Fields(value, place + "." + field));
  }

  Optional<String> text(String field) {
    return value(field, JsonNode::isTextual, "a text").map(JsonNode::textValue);
  }

  Optional<Boolean> flag(String field) {
    return value(field, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
  }

  OptionalLong whole(String field) {
    return value(field, Fields::isLong, "a whole number of 64 bits")
        .map(value -> OptionalLong.of(value.longValue()))
        .orElse(OptionalLong.empty());
  }

  /** A whole number, also when written as 2.0: one edition of the document allows it. */
  OptionalInt count(String field) {
    return value(field, Fields::isInt, "a whole number of 32 bits")
        .map(value -> OptionalInt.of(value.intValue()))
        .orElse(OptionalInt.empty());
  }

  OptionalDouble number(String field) {
    return value(field, Fields::isFinite, "a finite number")
        .map(value -> OptionalDouble.of(value.doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  /** A decimal number written as a text, as prices are. */
  Optional<BigDecimal> amount(String field) {
    return value(
            field, value -> value.isTextual() && value.textValue().matches(AMOUNT), "an amount")
        .map(value -> new BigDecimal(value.textValue()));
  }

  Optional<Instant> time(String field) {
    return text(field).map(text -> time(field, text));
  }

  private Instant time(String field, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noTime) {
      throw Json.malformed(place + "." + field + " is not a time with offset");
    }
  }

  /** The objects of an array; empty when absent. */
  <T> List<T> list(String field, Function<Fields, T> reader) {
    return each(field, (entry, at) -> reader.apply(of(entry, at)));
  }

  /** The whole numbers of an array; empty when absent. */
  List<Long> numbers(String field) {
    return each(field, Fields::number);
  }

  private static long number(JsonNode entry, String at) {
    if (!isLong(entry)) {
      throw Json.malformed(at + " is not a whole number of 64 bits");
    }
    return entry.longValue();
  }

  private <T> List<T> each(String field, BiFunction<JsonNode, String, T> reader) {
    List<T> read = new ArrayList<>();
    for (JsonNode entry : array(field).orElse(MissingNode.getInstance())) {
      read.add(reader.apply(entry, place + "." + field + "[" + read.size() + "]"));
    }
    return List.copyOf(read);
  }

  /** The texts of an object by their keys, in order; empty when absent. */
  Map<String, String> texts(String field) {
    Map<String, String> read = new LinkedHashMap<>();
    JsonNode object =
        value(field, JsonNode::isObject, "an object").orElse(MissingNode.getInstance());
    object.properties().forEach(entry -> read.put(entry.getKey(), label(field, entry.getValue())));
    return read;
  }

  private String label(String field, JsonNode value) {
    if (!value.isTextual()) {
      throw Json.malformed(place + "." + field + " holds a value that is not a text");
    }
    return value.textValue();
  }

  /** An array that must be there. */
  void requireList(String field) {
    if (array(field).isEmpty()) {
      throw Json.malformed(place + "." + field + " is missing");
    }
  }

  private Optional<JsonNode> array(String field) {
    return value(field, JsonNode::isArray, "a list");
  }

  private Optional<JsonNode> value(String field, Predicate<JsonNode> type, String typeName) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!type.test(value)) {
      throw Json.malformed(place + "." + field + " is not " + typeName);
    }
    return Optional.of(value);
  }

  private static boolean isLong(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong();
  }

  private static boolean isInt(JsonNode value) {
    return value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToInt();
  }

  private static boolean isFinite(JsonNode value) {
    return value.isNumber() && Double.isFinite(value.doubleValue());
  }
}
