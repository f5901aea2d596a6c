package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Declarations of CSS that apply to one element: names and values in lower case, except those of
 * custom properties. Immutable.
 *
 * @param important names of those that say so
 */
record Declarations(Map<String, String> values, Set<String> important) {
  static final Declarations NONE = new Declarations(Map.of(), Set.of());

  private static final Pattern IMPORTANT = Pattern.compile("(?i)!\\s*important");

  private static final Pattern VAR = Pattern.compile("(?i)var\\(");

  /** Names that hide by one word. */
  private static final Set<String> HIDING_WORDS =
      Set.of("display", "visibility", "opacity", "font-size", "color", "transform", "clip-path");

  /** Names of what can hide text. */
  static final Set<String> HIDING =
      Set.of(
          ("display content-visibility visibility opacity filter zoom font font-size color"
                  + " -webkit-text-fill-color background background-color background-image position"
                  + " text-indent margin margin-left margin-top inset top right bottom left width"
                  + " height max-width max-height overflow mso-hide clip clip-path transform scale"
                  + " translate")
              .split(" "));

  private static final Pattern CALCULATED = Pattern.compile("calc\\(\\s*([^()\\s]+)\\s*\\)");

  private static final Pattern LENGTH =
      Pattern.compile(
          "([-+]?(?:\\d{1,9}(?:\\.\\d{0,9})?|\\.\\d{1,9}))(px|pt|em|rem|ex|%|vw|vh|cm|mm|in|ch)?");

  /** Reads a style attribute or the inside of a rule; a later declaration wins. */
  static Declarations parse(String style) {
    Map<String, String> values = new HashMap<>();
    Set<String> important = new HashSet<>();
    for (String declaration : style.split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        String name = declaration.substring(0, colon).strip();
        boolean custom = CustomProperties.isName(name);
        String value = declaration.substring(colon + 1);
        boolean named = custom || VAR.matcher(value).find();
        add(custom ? name : lower(name), named ? value : lower(value), values, important);
      }
    }
    return of(values, important);
  }

  /** Names of custom properties have a case, all other words of a style have none. */
  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
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
  CustomProperties variables(CustomProperties around) {
    return values.keySet().stream().noneMatch(CustomProperties::isName)
        ? around
        : around.inside(this);
  }

  /** The same with custom properties replaced by their values; nothing where that is invalid. */
  Declarations resolved(CustomProperties variables) {
    if (values.values().stream().noneMatch(value -> VAR.matcher(value).find())) {
      return this;
    }
    Map<String, String> all = new HashMap<>();
    values.forEach(
        (name, value) ->
            all.put(
                name,
                Substitution.in(value, variables).orElse("").strip().toLowerCase(Locale.ROOT)));
    return of(all, important);
  }

  /** Whether a limit keeps it from being told what one of these says that can hide text. */
  boolean untold() {
    return values.entrySet().stream()
        .anyMatch(
            each ->
                each.getValue().equals(CustomProperties.UNTOLD) && HIDING.contains(each.getKey()));
  }

  /**
   * What these may come to say: what stands for something unknown hides, and so does a custom
   * property whose value hides somewhere.
   */
  List<Declarations> worst() {
    List<Declarations> all = new ArrayList<>();
    Map<String, String> own = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (CustomProperties.isName(name)) {
            all.add(everywhere(VAR.matcher(value).find() ? CustomProperties.UNTOLD : lower(value)));
          } else {
            own.put(name, VAR.matcher(value).find() ? CustomProperties.UNTOLD : value);
          }
        });
    all.add(of(own, important));
    return all;
  }

  private static Declarations everywhere(String value) {
    Map<String, String> all = new HashMap<>();
    HIDING_WORDS.forEach(name -> all.put(name, value.strip()));
    return of(all, Set.of());
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
