package dev.frostbyte.api.spi;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A slot of parsers with {@link Parses#pageModels} for a model that a pipeline chose. The choice
 * goes with the parser's own configuration, wherever that goes: the key of the slot has the class
 * name of the model's provider, and each key of the model's configuration stands behind it and a
 * dot. So it enters the parser's fingerprint. Whoever opens such a parser takes the choice out
 * before the parser's own keys are read.
 */
public enum ModelSlot {
  /** For a {@link LayoutModel}. */
  LAYOUT("layoutModel"),
  /** For a {@link TableModel}. */
  TABLE("tableModel");

  private final String key;

  ModelSlot(String key) {
    this.key = key;
  }

  /** The key that names the provider. */
  public String key() {
    return key;
  }

  /** A parser's configuration with a model in this slot. */
  public StageConfig put(StageConfig parser, Choice choice) {
    SortedMap<String, String> values = new TreeMap<>(parser.values());
    values.put(key, choice.provider());
    choice.config().values().forEach((name, value) -> values.put(prefix() + name, value));
    return new StageConfig(values);
  }

  /** The model in this slot of a parser's configuration; empty when there is none. */
  public Optional<Choice> in(StageConfig parser) {
    String provider = parser.values().get(key);
    if (provider == null) {
      return Optional.empty();
    }
    SortedMap<String, String> values = new TreeMap<>();
    for (Map.Entry<String, String> entry : parser.values().entrySet()) {
      if (entry.getKey().startsWith(prefix())) {
        values.put(entry.getKey().substring(prefix().length()), entry.getValue());
      }
    }
    return Optional.of(new Choice(provider, new StageConfig(values)));
  }

  /** The parser's own keys. */
  public static StageConfig without(StageConfig parser) {
    SortedMap<String, String> values = new TreeMap<>(parser.values());
    values.keySet().removeIf(name -> Arrays.stream(values()).anyMatch(slot -> slot.owns(name)));
    return new StageConfig(values);
  }

  private boolean owns(String name) {
    return name.equals(key) || name.startsWith(prefix());
  }

  private String prefix() {
    return key + ".";
  }

  /**
   * A model that was chosen. Immutable.
   *
   * @param provider class name of its provider
   * @param config what to open it with
   */
  public record Choice(String provider, StageConfig config) {}
}
