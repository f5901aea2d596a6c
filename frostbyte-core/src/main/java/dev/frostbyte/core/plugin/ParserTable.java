package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.MediaType;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which parsers read which media type: the one table of a pipeline; a tenant that is read otherwise
 * has a copy with rows of its own. Immutable.
 *
 * @param chains by media type
 */
public record ParserTable(SortedMap<MediaType, ParserChain> chains) {
  /** Copies the map. */
  public ParserTable {
    chains = Collections.unmodifiableSortedMap(new TreeMap<>(chains));
  }

  /** The types that are read. */
  public SortedSet<MediaType> types() {
    return new TreeSet<>(chains.keySet());
  }

  /** How documents of a type that is read are read. */
  public ParserChain chain(MediaType type) {
    return Objects.requireNonNull(chains.get(type), "the type gate lets no other type pass");
  }

  /** A copy with another row for this type. */
  public ParserTable with(MediaType type, ParserChain chain) {
    SortedMap<MediaType, ParserChain> changed = new TreeMap<>(chains);
    changed.put(type, chain);
    return new ParserTable(changed);
  }
}
