package dev.frostbyte.parsers.web;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Declarations of CSS that apply to one element: names and values in lower case. Immutable.
 *
 * @param important names of those that say so
 */
record Declarations(Map<String, String> values, Set<String> important) {
  static final Declarations NONE = new Declarations(Map.of(), Set.of());

  private static final Pattern IMPORTANT = Pattern.compile("!\\s*important");

  /** Custom properties longer than this, or beyond this number, are no words for a style. */
  private static final int LONGEST_VARIABLE = 1_000;

  private static final int MOST_VARIABLES = 1_000;
  private static final Pattern VARIABLE =
      Pattern.compile("var\\(\\s*(--[\\w-]+)\\s*(?:,([^()]*))?\\)");
  private static final Pattern CALCULATED = Pattern.compile("calc\\(\\s*([^()\\s]+)\\s*\\)");

  private static final Pattern LENGTH =
      Pattern.compile(
          "([-+]?(?:\\d{1,9}(?:\\.\\d{0,9})?|\\.\\d{1,9}))(px|pt|em|rem|ex|%|vw|vh|cm|mm|in|ch)?");

  /** Reads a style attribute or the inside of a rule; a later declaration wins. */
  static Declarations parse(String style) {
    Map<String, String> values = new HashMap<>();
    Set<String> important = new HashSet<>();
    for (String declaration : style.toLowerCase(Locale.ROOT).split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        String name = declaration.substring(0, colon).strip();
        add(name, declaration.substring(colon + 1), values, important);
      }
    }
    return of(values, important);
  }

  private static void add(
      String name, String value, Map<String, String> values, Set<String> important) {
    boolean strong = IMPORTANT.matcher(value).find();
    if (strong || !important.contains(name)) {
      values.put(name, IMPORTANT.matcher(value).replaceAll("").strip());
    }
    if (strong) {
      important.add(name);
    }
  }

  /** Over maps that names made to collide do not slow down, and that no one else holds. */
  private static Declarations of(Map<String, String> values, Set<String> important) {
    return new Declarations(
        Collections.unmodifiableMap(values), Collections.unmodifiableSet(important));
  }

  /** These, and the others where both speak, unless only these are important. */
  Declarations then(Declarations others) {
    if (values.isEmpty() || others.values.isEmpty()) {
      return values.isEmpty() ? others : this;
    }
    Map<String, String> merged = new HashMap<>(values);
    others.values.forEach(
        (name, value) -> {
          if (!important.contains(name) || others.important.contains(name)) {
            merged.put(name, value);
          }
        });
    Set<String> strong = new HashSet<>(important);
    strong.addAll(others.important);
    return of(merged, strong);
  }

  /** The custom properties in force inside an element with these declarations. */
  Map<String, String> variables(Map<String, String> around) {
    if (values.keySet().stream().noneMatch(name -> name.startsWith("--"))) {
      return around;
    }
    Map<String, String> all = new HashMap<>(around);
    values.forEach(
        (name, value) -> {
          boolean room = all.size() < MOST_VARIABLES || all.containsKey(name);
          if (name.startsWith("--") && room) {
            all.put(name, value.length() < LONGEST_VARIABLE ? value : "");
          }
        });
    return Collections.unmodifiableMap(all);
  }

  /** The same with custom properties replaced by their values. */
  Declarations resolved(Map<String, String> variables) {
    if (values.values().stream().noneMatch(value -> value.contains("var("))) {
      return this;
    }
    Map<String, String> all = new HashMap<>();
    values.forEach((name, value) -> all.put(name, resolved(value, variables)));
    return of(all, important);
  }

  /** Follows names that stand for names, a few times. */
  private static String resolved(String value, Map<String, String> variables) {
    String known = value;
    for (int i = 0; i < 4 && known.length() < 1_000; i++) {
      known =
          VARIABLE
              .matcher(known)
              .replaceAll(
                  found ->
                      Matcher.quoteReplacement(
                          variables
                              .getOrDefault(
                                  found.group(1), found.group(2) == null ? "" : found.group(2))
                              .strip()));
    }
    return known;
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
    Matcher matcher = LENGTH.matcher(CALCULATED.matcher(value.strip()).replaceAll("$1"));
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
