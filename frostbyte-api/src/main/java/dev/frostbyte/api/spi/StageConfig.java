package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a stage was configured with: keys and values as text, bound to a record of the stage's own.
 * Immutable.
 *
 * @param values keys sorted; never secrets
 */
public record StageConfig(SortedMap<String, String> values) {
  /** Copies the map. */
  public StageConfig {
    values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** Defaults only. */
  public static StageConfig none() {
    return new StageConfig(new TreeMap<>());
  }

  /** These values. */
  public static StageConfig of(Map<String, String> values) {
    return new StageConfig(new TreeMap<>(values));
  }

  /** SHA-256 over the sorted pairs, each part with its length, for fingerprints. */
  public ContentHash hash() {
    StringBuilder canonical = new StringBuilder();
    values.forEach(
        (key, value) ->
            canonical
                .append(key.length())
                .append(':')
                .append(key)
                .append(value.length())
                .append(':')
                .append(value));
    return ContentHash.of(canonical.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * For a stage without settings.
   *
   * @throws FrostbyteException {@code CONFIGURATION_INVALID} when there is any key
   */
  public void requireNone() {
    if (!values.isEmpty()) {
      throw FrostbyteException.of(
          ProblemCode.CONFIGURATION_INVALID,
          "Unknown configuration key '" + values.firstKey() + "'; this stage has no settings.");
    }
  }

  /**
   * A copy of the defaults with these values in place; component names are the keys. Components may
   * be {@code String, int, long, double, boolean}, {@link java.time.Duration} (ISO-8601) or an enum
   * (its name in any case).
   *
   * @throws FrostbyteException {@code CONFIGURATION_INVALID} for an unknown key or a value that
   *     does not fit
   */
  public <R extends Record> R bind(R defaults) {
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    SortedSet<String> known = new TreeSet<>();
    Arrays.stream(components).forEach(component -> known.add(component.getName()));
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw FrostbyteException.of(
            ProblemCode.CONFIGURATION_INVALID,
            "Unknown configuration key '" + key + "'; known keys: " + known + ".");
      }
    }
    return RecordBinder.bind(defaults, components, values);
  }
}
