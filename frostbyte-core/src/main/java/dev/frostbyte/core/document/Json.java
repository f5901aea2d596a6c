package dev.frostbyte.core.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.CellValue;
import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.SubmissionId;
import dev.frostbyte.api.model.UntrustedText;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** JSON of the api's values, with the same bytes for the same value. Thread-safe. */
public final class Json {
  /** A list or a sorted map that an older version did not write is empty. */
  private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

  private static final JsonMapper MAPPER = mapper();

  private Json() {}

  /** Compact bytes, UTF-8, keys in the order of the components. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a value of " + value.getClass().getName() + " cannot be written as JSON", e);
    }
  }

  /** An empty object to be filled. */
  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** An empty array to be filled. */
  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** Indented text for people. */
  public static String pretty(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a value of " + value.getClass().getName() + " cannot be written as JSON", e);
    }
  }

  /**
   * Reads bytes written by {@link #bytes}.
   *
   * @throws IOException when they are no such value; its message quotes nothing
   */
  public static <T> T read(byte[] bytes, Class<T> type) throws IOException {
    try {
      T value = MAPPER.readValue(bytes, type);
      if (value == null) {
        throw new EOFException();
      }
      return value;
    } catch (IOException e) {
      throw new IOException(
          "JSON of a " + type.getSimpleName() + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  /** A text may be as long as the parse limits allow; Jackson's own limit is 20,000,000. */
  private static JsonFactory factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
        .build();
  }

  private static JsonMapper mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder(factory())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withConfigOverride(List.class, absent -> absent.setSetterInfo(EMPTY))
            .withConfigOverride(SortedMap.class, absent -> absent.setSetterInfo(EMPTY))
            .addModule(
                new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new TimeReader()))
            .addMixIn(Element.class, KindOfElement.class)
            .addMixIn(Element.Cell.class, CellJson.Cell.class)
            .addMixIn(CellValue.class, CellJson.Value.class)
            .addMixIn(Span.class, SpanShape.class);
    List.of(
            BatchId.class,
            CanonicalId.class,
            ChunkId.class,
            ContentHash.class,
            DocumentId.class,
            MediaType.class,
            SubmissionId.class,
            UntrustedText.class)
        .forEach(
            type -> builder.addMixIn(type, type == ContentHash.class ? Hex.class : Value.class));
    return builder.build();
  }

  /** A time is written as ISO 8601 says. */
  private static final class TimeReader extends FromStringDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    TimeReader() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String value, DeserializationContext context) {
      return Instant.parse(value);
    }
  }

  /** Elements carry their kind. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Element.Heading.class, name = ElementKind.HEADING),
    @JsonSubTypes.Type(value = Element.Paragraph.class, name = ElementKind.PARAGRAPH),
    @JsonSubTypes.Type(value = Element.ListItem.class, name = ElementKind.LIST_ITEM),
    @JsonSubTypes.Type(value = Element.Table.class, name = ElementKind.TABLE),
    @JsonSubTypes.Type(value = Element.Preformatted.class, name = ElementKind.PREFORMATTED),
    @JsonSubTypes.Type(value = Element.Figure.class, name = ElementKind.FIGURE),
    @JsonSubTypes.Type(value = Element.Formula.class, name = ElementKind.FORMULA),
    @JsonSubTypes.Type(value = Element.Footnote.class, name = ElementKind.FOOTNOTE),
    @JsonSubTypes.Type(value = Element.Furniture.class, name = ElementKind.FURNITURE)
  })
  private interface KindOfElement {}

  /** Derived facts are not written. */
  private interface SpanShape {
    @JsonIgnore
    int length();

    @JsonIgnore
    int page();
  }

  /** A record of one value is written as that value. */
  private abstract static class Value {
    @JsonCreator
    Value(String value) {}

    @JsonValue
    abstract String value();
  }

  /** A hash is written as its digits. */
  private abstract static class Hex {
    @JsonCreator
    Hex(String hex) {}

    @JsonValue
    abstract String hex();
  }
}
