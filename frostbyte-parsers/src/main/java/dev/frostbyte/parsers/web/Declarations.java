package dev.frostbyte.parsers.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declarations of CSS that apply to one element: names and values in lower case. Immutable. */
record Declarations(Map<String, String> values) {
  static final Declarations NONE = new Declarations(Map.of());

  private static final Pattern LENGTH =
      Pattern.compile(
          "([-+]?(?:\\d{1,9}(?:\\.\\d{0,9})?|\\.\\d{1,9}))(px|pt|em|rem|ex|%|vw|vh|cm|mm|in|ch)?");

  /** Reads a style attribute or the inside of a rule. */
  static Declarations parse(String style) {
    Map<String, String> values = new HashMap<>();
    for (String declaration : style.toLowerCase(Locale.ROOT).split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        String value = declaration.substring(colon + 1).replace("!important", "").strip();
        values.put(declaration.substring(0, colon).strip(), value);
      }
    }
    return values.isEmpty() ? NONE : new Declarations(Map.copyOf(values));
  }

  /** These, and the others where both speak. */
  Declarations then(Declarations others) {
    if (values.isEmpty() || others.values.isEmpty()) {
      return values.isEmpty() ? others : this;
    }
    Map<String, String> merged = new HashMap<>(values);
    merged.putAll(others.values);
    return new Declarations(Map.copyOf(merged));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean says(String name, String value) {
    return value.equals(values.get(name));
  }

  /** A length in pixels; empty when absent or of no known unit. */
  OptionalDouble pixels(String name, double fontSize) {
    return value(name).map(value -> length(value, fontSize)).orElse(OptionalDouble.empty());
  }

  /** A length in pixels, percentages and ems of this font size. */
  static OptionalDouble length(String value, double fontSize) {
    Matcher matcher = LENGTH.matcher(value.strip());
    if (!matcher.matches()) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(matcher.group(1));
    String unit = matcher.group(2);
    return OptionalDouble.of(
        number
            * switch (unit == null ? "px" : unit) {
              case "pt" -> 4 / 3.0;
              case "em" -> fontSize;
              case "rem" -> 16;
              case "ex", "ch" -> fontSize / 2;
              case "%" -> fontSize / 100;
              case "vw", "vh" -> 10;
              case "cm" -> 37.8;
              case "mm" -> 3.78;
              case "in" -> 96;
              default -> 1;
            });
  }
}
