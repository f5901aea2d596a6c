package dev.frostbyte.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Judges events by the published OCSF definitions: which attributes a class or object has, which it
 * requires, of what type they are, which values an enumeration has, and of which at least one must
 * be there. Definitions inherit through {@code extends}, attribute by attribute.
 */
final class OcsfSchema {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<List<String>> CAPTIONED =
      List.of(
          List.of("activity_id", "activity_name"),
          List.of("status_id", "status"),
          List.of("severity_id", "severity"));

  private final Map<String, JsonNode> definitions = new HashMap<>();
  private final JsonNode dictionary;
  private final JsonNode categories;

  private OcsfSchema(Path directory) throws IOException {
    dictionary = read(directory.resolve("dictionary.json")).get("attributes");
    categories = read(directory.resolve("categories.json")).get("attributes");
    for (String kind : List.of("events", "objects")) {
      try (Stream<Path> files = Files.walk(directory.resolve(kind))) {
        files.filter(Files::isRegularFile).map(OcsfSchema::read).forEach(this::define);
      }
    }
  }

  /** Reads the definitions among the test resources. */
  static OcsfSchema load() throws IOException, URISyntaxException {
    return new OcsfSchema(
        Path.of(Objects.requireNonNull(OcsfSchema.class.getResource("/schemas/ocsf")).toURI()));
  }

  /** What is wrong with an event; empty when it is valid. */
  List<String> problems(JsonNode event) {
    long uid = event.path("class_uid").asLong();
    return definitions.values().stream()
        .filter(definition -> definition.has("uid") && uidOf(definition) == uid)
        .findFirst()
        .map(definition -> problems(definition, event))
        .orElse(List.of("there is no class " + uid));
  }

  private List<String> problems(JsonNode definition, JsonNode event) {
    List<String> found = new ArrayList<>();
    checkObject(found, "", definition.get("name").asText(), event);
    checkClass(found, definition, event);
    for (List<String> pair : CAPTIONED) {
      checkCaption(found, definition, event, pair.getFirst(), pair.getLast());
    }
    return found;
  }

  private void checkClass(List<String> found, JsonNode definition, JsonNode event) {
    JsonNode category = categories.get(categoryOf(definition));
    String caption = definition.get("caption").asText();
    long type = uidOf(definition) * 100 + event.path("activity_id").asLong();
    expect(found, "category_uid", event, category.get("uid").asText());
    expect(found, "category_name", event, category.get("caption").asText());
    expect(found, "class_name", event, caption);
    expect(found, "type_uid", event, "" + type);
    expect(found, "type_name", event, caption + ": " + event.path("activity_name").asText());
  }

  private void checkCaption(
      List<String> found, JsonNode definition, JsonNode event, String id, String name) {
    String value = event.path(id).asText();
    JsonNode attribute = attribute(definition.get("name").asText(), id).orElseThrow();
    if (event.has(name) && !value.equals("99")) {
      expect(found, name, event, attribute.path("enum").path(value).path("caption").asText());
    }
  }

  private void checkObject(List<String> found, String at, String name, JsonNode object) {
    if (name.equals("object")) {
      return;
    }
    if (object.isObject()) {
      object.properties().forEach(member -> checkMember(found, at, name, member));
      checkPresence(found, at, name, object);
    } else {
      found.add(at + " is no object");
    }
  }

  private void checkPresence(List<String> found, String at, String name, JsonNode object) {
    for (String required : requiredOf(name)) {
      if (!object.has(required)) {
        found.add(at + " lacks " + required);
      }
    }
    List<String> alternatives = alternativesOf(name);
    if (!alternatives.isEmpty() && alternatives.stream().noneMatch(object::has)) {
      found.add(at + " has none of " + alternatives);
    }
  }

  private void checkMember(
      List<String> found, String within, String owner, Map.Entry<String, JsonNode> member) {
    String at = within + "/" + member.getKey();
    JsonNode value = member.getValue();
    Optional<JsonNode> attribute = attribute(owner, member.getKey());
    if (attribute.isEmpty()) {
      found.add(at + " is not defined");
    } else if (attribute.get().path("is_array").asBoolean() != value.isArray()) {
      found.add(at + (value.isArray() ? " is an array" : " is no array"));
    } else {
      Iterable<JsonNode> values = value.isArray() ? value : List.of(value);
      values.forEach(each -> checkValue(found, at, attribute.get(), each));
    }
  }

  private void checkValue(List<String> found, String at, JsonNode attribute, JsonNode value) {
    JsonNode choices = attribute.path("enum");
    if (!choices.isMissingNode() && !choices.has(value.asText())) {
      found.add(at + " has no value " + value);
    }
    String type = attribute.path("type").asText();
    boolean fits =
        switch (type) {
          case "string_t", "username_t", "resource_uid_t" -> value.isTextual();
          case "integer_t", "long_t", "timestamp_t" -> value.isIntegralNumber();
          case "boolean_t" -> value.isBoolean();
          default -> definitions.containsKey(type);
        };
    if (!fits) {
      found.add(at + " is no " + type);
    }
    if (definitions.containsKey(type)) {
      checkObject(found, at, type, value);
    }
  }

  private static void expect(List<String> found, String name, JsonNode event, String value) {
    if (!event.path(name).asText().equals(value)) {
      found.add("/" + name + " is not " + value);
    }
  }

  /** An attribute as its owner sees it: dictionary, then the ancestors, then the owner. */
  private Optional<JsonNode> attribute(String owner, String name) {
    ObjectNode merged = JSON.createObjectNode();
    boolean defined = false;
    if (dictionary.has(name)) {
      merge(merged, dictionary.get(name));
    }
    for (JsonNode definition : lineage(owner).reversed()) {
      JsonNode own = definition.get("attributes").path(name);
      defined |= !own.isMissingNode();
      merge(merged, own);
    }
    return defined ? Optional.of(merged) : Optional.empty();
  }

  private static void merge(ObjectNode into, JsonNode from) {
    from.properties()
        .forEach(
            property -> {
              if (property.getKey().equals("enum")) {
                into.withObjectProperty("enum").setAll((ObjectNode) property.getValue());
              } else {
                into.set(property.getKey(), property.getValue());
              }
            });
  }

  private List<String> requiredOf(String owner) {
    return lineage(owner).stream()
        .flatMap(definition -> definition.get("attributes").propertyStream())
        .map(Map.Entry::getKey)
        .distinct()
        .filter(
            name ->
                attribute(owner, name)
                    .filter(a -> a.path("requirement").asText().equals("required"))
                    .isPresent())
        .toList();
  }

  /** The nearest definition decides. */
  private List<String> alternativesOf(String owner) {
    return lineage(owner).stream()
        .map(definition -> definition.path("constraints").path("at_least_one"))
        .filter(JsonNode::isArray)
        .findFirst()
        .map(all -> StreamSupport.stream(all.spliterator(), false).map(JsonNode::asText).toList())
        .orElse(List.of());
  }

  /** A definition and its ancestors, nearest first. */
  private List<JsonNode> lineage(String name) {
    List<JsonNode> lineage = new ArrayList<>();
    JsonNode next = definitions.get(name);
    while (next != null) {
      lineage.add(next);
      next = definitions.get(next.path("extends").asText());
    }
    return lineage;
  }

  private long uidOf(JsonNode definition) {
    return categories.get(categoryOf(definition)).get("uid").asLong() * 1000
        + definition.get("uid").asLong();
  }

  private String categoryOf(JsonNode definition) {
    return lineage(definition.get("name").asText()).stream()
        .filter(each -> each.has("category"))
        .findFirst()
        .orElseThrow()
        .get("category")
        .asText();
  }

  private void define(JsonNode definition) {
    definitions.put(definition.get("name").asText(), definition);
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
