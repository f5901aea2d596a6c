package dev.frostbyte.parsers.web;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The custom properties in force at an element, as computed values (Custom Properties Level 1, 2
 * and 3). What the limits leave no room for is kept as {@link #UNTOLD}. Immutable.
 *
 * @param full whether there were more than {@value #MOST}, so that one that is absent may exist
 */
record CustomProperties(Map<String, String> values, boolean full) {
  static final CustomProperties NONE = new CustomProperties(Map.of(), false);

  /** Stands where a limit keeps a value from being known; no value of CSS is written so. */
  static final String UNTOLD = "var()";

  /** Properties at one element; the largest sites have about two thousand. */
  static final int MOST = 4_000;

  /** Letters of a value; nothing that hides needs so many. */
  static final int LONGEST = 2_000;

  static boolean isName(String name) {
    return name.startsWith("--");
  }

  /** Those in force inside an element that says this. */
  CustomProperties inside(Declarations said) {
    CustomProperties written = with(said);
    Map<String, String> all = new HashMap<>(values);
    for (String name : said.values().keySet()) {
      if (isName(name) && written.values.containsKey(name)) {
        written.compute(name, all);
      }
    }
    boolean same = written.full == full && all.equals(values);
    return same ? this : new CustomProperties(Collections.unmodifiableMap(all), written.full);
  }

  /** The same with what an element says, as it is written. */
  private CustomProperties with(Declarations said) {
    Map<String, String> all = new HashMap<>(values);
    boolean more = full;
    for (Map.Entry<String, String> each : said.values().entrySet()) {
      boolean own = isName(each.getKey()) && !isInherited(each.getValue());
      boolean room = all.size() < MOST || all.containsKey(each.getKey());
      if (own && room) {
        all.put(each.getKey(), each.getValue());
      }
      more |= own && !room;
    }
    return new CustomProperties(all, more);
  }

  private void compute(String name, Map<String, String> into) {
    Substitution.of(name, this)
        .ifPresentOrElse(value -> into.put(name, value), () -> into.remove(name));
  }

  /** The value of a name; empty when it has none, {@link #UNTOLD} when that is not known. */
  Optional<String> value(String name) {
    String value = values.get(name);
    if (value == null) {
      return full ? Optional.of(UNTOLD) : Optional.empty();
    }
    return value.strip().equalsIgnoreCase("initial") ? Optional.empty() : Optional.of(value);
  }

  private static boolean isInherited(String value) {
    String word = value.strip().toLowerCase(Locale.ROOT);
    return word.equals("inherit") || word.equals("unset");
  }
}
