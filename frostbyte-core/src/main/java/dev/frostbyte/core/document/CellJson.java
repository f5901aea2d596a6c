package dev.frostbyte.core.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.frostbyte.api.model.CellValue;
import dev.frostbyte.api.model.UntrustedText;
import java.io.IOException;

/**
 * How cells of tables are written as JSON: what they hold only where more than the text is known,
 * as most cells hold no more. Stateless.
 */
final class CellJson {
  private CellJson() {}

  /** Shape of a cell. */
  abstract static class Cell {
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Plain.class)
    abstract CellValue value();
  }

  /** Shape of what it holds. */
  @JsonDeserialize(using = Reader.class)
  abstract static class Value {
    @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unsaid.class)
    abstract UntrustedText exact();
  }

  /** Is asked whether a value says no more than its text. */
  static final class Plain {
    @Override
    public boolean equals(Object value) {
      return CellValue.TEXT.equals(value);
    }

    @Override
    public int hashCode() {
      return CellValue.TEXT.hashCode();
    }
  }

  /** Is asked whether there is no exact value. */
  static final class Unsaid {
    @Override
    public boolean equals(Object value) {
      return UntrustedText.EMPTY.equals(value);
    }

    @Override
    public int hashCode() {
      return UntrustedText.EMPTY.hashCode();
    }
  }

  /** Reads what a cell holds; where it is not said, its text is all. */
  static final class Reader extends StdDeserializer<CellValue> {
    private static final long serialVersionUID = 1;

    Reader() {
      super(CellValue.class);
    }

    @Override
    public CellValue deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode value = context.readTree(parser);
      String kind = value.path("kind").asText();
      for (CellValue.Kind known : CellValue.Kind.values()) {
        if (known.name().equals(kind)) {
          return new CellValue(known, UntrustedText.of(value.path("exact").asText()));
        }
      }
      throw context.weirdStringException("", CellValue.Kind.class, "not a kind of cell");
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return CellValue.TEXT;
    }
  }
}
