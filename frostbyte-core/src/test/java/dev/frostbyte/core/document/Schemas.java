package dev.frostbyte.core.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** Schemas on the class path and what they say of a text. */
final class Schemas {
  static final ObjectMapper JSON = new ObjectMapper();

  private Schemas() {}

  static JsonSchema of(Class<?> beside, String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(javaPatterns(text));
    }
  }

  static Set<ValidationMessage> problems(JsonSchema schema, String json) throws IOException {
    return schema.validate(tree(json));
  }

  static JsonNode tree(String json) throws IOException {
    return JSON.readTree(json);
  }

  /** Python spells a named group in another way. */
  private static String javaPatterns(String schema) {
    return schema.replace("(?P<", "(?<");
  }
}
