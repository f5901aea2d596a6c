package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.MediaType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which parsers read which media type: the one table of a pipeline. A tenant may choose other
 * chains of the parsers held here. Immutable.
 *
 * @param chains by media type
 * @param offered parsers in no chain, which a tenant may choose, by media type
 */
public record ParserTable(
    SortedMap<MediaType, ParserChain> chains, SortedMap<MediaType, List<ParserRoute>> offered) {
  /** Copies the maps. */
  public ParserTable {
    chains = Collections.unmodifiableSortedMap(new TreeMap<>(chains));
    SortedMap<MediaType, List<ParserRoute>> copies = new TreeMap<>();
    offered.forEach((type, routes) -> copies.put(type, List.copyOf(routes)));
    offered = Collections.unmodifiableSortedMap(copies);
  }

  /** The types that are read. */
  public SortedSet<MediaType> types() {
    return new TreeSet<>(chains.keySet());
  }

  /** How documents of a type that is read are read. */
  public ParserChain chain(MediaType type) {
    return Objects.requireNonNull(chains.get(type), "the type gate lets no other type pass");
  }

  /** Every parser that may be asked for documents of a type, once: those of the chain first. */
  public List<ParserRoute> held(MediaType type) {
    Map<String, ParserRoute> held = new LinkedHashMap<>();
    chain(type).links().stream()
        .map(ParserChain.Link::route)
        .forEach(route -> held.put(route.name(), route));
    offered.getOrDefault(type, List.of()).forEach(route -> held.putIfAbsent(route.name(), route));
    return List.copyOf(held.values());
  }
}
