package dev.frostbyte.audit;

import java.util.Map;
import java.util.TreeMap;

/**
 * JSON objects of strings, whole numbers, booleans and such objects, in printable ASCII and without
 * blanks. What it does not write it does not read.
 */
final class FlatJson {
  private static final int MAX_DEPTH = 2;

  private final String text;
  private int at;

  private FlatJson(String text) {
    this.text = text;
  }

  /** Writes an object; keys in the order of the map. */
  static String write(Map<String, Object> object) {
    StringBuilder out = new StringBuilder(512);
    write(out, object);
    return out.toString();
  }

  private static void write(StringBuilder out, Object value) {
    switch (value) {
      case Map<?, ?> object -> writeObject(out, object);
      case String string -> writeString(out, string);
      case Long number -> out.append(number.longValue());
      case Boolean flag -> out.append(flag.booleanValue());
      default ->
          throw new IllegalArgumentException("no value of " + value.getClass() + " can be written");
    }
  }

  private static void writeObject(StringBuilder out, Map<?, ?> object) {
    char before = '{';
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      out.append(before);
      writeString(out, (String) entry.getKey());
      write(out.append(':'), entry.getValue());
      before = ',';
    }
    out.append(before == '{' ? "{}" : "}");
  }

  private static void writeString(StringBuilder out, String string) {
    out.append('"');
    if (isPlain(string)) {
      out.append(string);
    } else {
      string.chars().forEach(c -> writeCharacter(out, (char) c));
    }
    out.append('"');
  }

  private static void writeCharacter(StringBuilder out, char c) {
    requirePrintable(c);
    out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
  }

  /** Whether a string is printable ASCII of which nothing is escaped. */
  static boolean isPlain(String string) {
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException when the text is not in the subset
   */
  static Map<String, Object> read(String text) {
    FlatJson reader = new FlatJson(text);
    Map<String, Object> object = reader.object(1);
    reader.require(reader.at == text.length());
    return object;
  }

  private Map<String, Object> object(int depth) {
    require(depth <= MAX_DEPTH);
    Map<String, Object> object = new TreeMap<>();
    take('{');
    while (peek() != '}') {
      if (!object.isEmpty()) {
        take(',');
      }
      String key = string();
      take(':');
      require(object.put(key, value(depth)) == null);
    }
    take('}');
    return object;
  }

  private Object value(int depth) {
    return switch (peek()) {
      case '{' -> object(depth + 1);
      case '"' -> string();
      case 't', 'f' -> flag();
      default -> number();
    };
  }

  private String string() {
    take('"');
    int start = at;
    boolean escaped = false;
    while (peek() != '"') {
      escaped |= peek() == '\\';
      at += peek() == '\\' ? 1 : 0;
      requirePrintable(peek());
      at++;
    }
    String string = text.substring(start, at);
    take('"');
    return escaped ? string.replaceAll("\\\\(.)", "$1") : string;
  }

  private Boolean flag() {
    String word = peek() == 't' ? "true" : "false";
    require(text.startsWith(word, at));
    at += word.length();
    return Boolean.valueOf(word);
  }

  private Long number() {
    int start = at;
    while ("-0123456789".indexOf(peek()) >= 0) {
      at++;
    }
    return Long.valueOf(text.substring(start, at));
  }

  private char peek() {
    require(at < text.length());
    return text.charAt(at);
  }

  private void take(char expected) {
    require(peek() == expected);
    at++;
  }

  private static void requirePrintable(char c) {
    if (c < 0x20 || c > 0x7e) {
      throw new IllegalArgumentException("only printable ASCII can be written");
    }
  }

  private void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("not in the JSON subset at character " + at);
    }
  }
}
