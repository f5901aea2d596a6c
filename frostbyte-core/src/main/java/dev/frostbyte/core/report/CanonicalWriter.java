package dev.frostbyte.core.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Writes a tree of JSON in the one spelling of RFC 8785 (JSON Canonicalization Scheme): keys sorted
 * by UTF-16 code units, no blanks, the shortest escapes, UTF-8. Numbers are whole, or have at most
 * three decimals and no exponent, for which plain decimals are that scheme's spelling. Half a
 * surrogate pair, which the scheme forbids, is written as U+FFFD. One thread.
 */
final class CanonicalWriter {
  private static final int MOST_DECIMALS = 3;

  private final StringBuilder out = new StringBuilder(1 << 14);

  private CanonicalWriter() {}

  static byte[] bytes(JsonNode tree) {
    CanonicalWriter writer = new CanonicalWriter();
    writer.value(tree);
    return writer.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void value(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case STRING -> string(node.textValue());
      case NUMBER -> number(node.decimalValue());
      case BOOLEAN, NULL -> out.append(node.asText());
      case BINARY, MISSING, POJO ->
          throw new IllegalStateException("no JSON value: " + node.getNodeType());
    }
  }

  private void object(JsonNode node) {
    out.append('{');
    String comma = "";
    for (String key : new TreeSet<>(keys(node))) {
      out.append(comma);
      string(key);
      out.append(':');
      value(node.get(key));
      comma = ",";
    }
    out.append('}');
  }

  private static List<String> keys(JsonNode node) {
    return node.properties().stream().map(entry -> entry.getKey()).toList();
  }

  private void array(JsonNode node) {
    out.append('[');
    String comma = "";
    for (JsonNode item : node) {
      out.append(comma);
      value(item);
      comma = ",";
    }
    out.append(']');
  }

  private void number(BigDecimal number) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    if (plain.scale() > MOST_DECIMALS || plain.precision() - plain.scale() > 15) {
      throw new IllegalStateException("a number has no spelling that is the same everywhere");
    }
    out.append(plain.toPlainString());
  }

  private void string(String text) {
    out.append('"');
    text.codePoints().forEach(this::character);
    out.append('"');
  }

  private void character(int point) {
    switch (point) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> other(point);
    }
  }

  private void other(int point) {
    if (point < ' ') {
      out.append(String.format(Locale.ROOT, "\\u%04x", point));
    } else {
      boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      out.appendCodePoint(half ? 0xfffd : point);
    }
  }
}
