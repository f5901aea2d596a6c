package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts opened parsers into the table of a pipeline, those asked first before all others. */
final class ParserRows {
  private final List<Problem> problems;
  private final SortedMap<MediaType, ParserChain> chains = new TreeMap<>();
  private final SortedMap<MediaType, List<ParserRoute>> offered = new TreeMap<>();
  private final SortedMap<String, MediaType> extensions = new TreeMap<>();

  /** Adds what is wrong to these. */
  ParserRows(List<Problem> problems) {
    this.problems = problems;
  }

  ParserTable table() {
    return new ParserTable(chains, offered);
  }

  SortedMap<String, MediaType> extensions() {
    return extensions;
  }

  void add(ParserRoute route, Selection.Turn turn) {
    for (MediaType type : route.plugin().mediaTypes()) {
      switch (turn) {
        case Selection.Turn.First first -> addFirst(type, route);
        case Selection.Turn.Fallback fallback -> addAfter(type, route, fallback);
        case Selection.Turn.Offered offer -> addBeside(type, route, offer);
      }
    }
    route
        .plugin()
        .extensions()
        .forEach(
            (extension, type) -> {
              if (chains.containsKey(type)) {
                claim(extension, type, route.plugin());
              }
            });
  }

  private void addFirst(MediaType type, ParserRoute route) {
    ParserChain other = chains.putIfAbsent(type, ParserChain.of(route));
    if (other != null) {
      report(
          ProblemCode.PLUGIN_CONFLICT,
          "Two parsers read "
              + type
              + ": "
              + other.links().getFirst().route().plugin()
              + " and "
              + route.plugin()
              + "; choose one of them as the fallback of the other.");
    }
  }

  private void addAfter(MediaType type, ParserRoute route, Selection.Turn.Fallback fallback) {
    ParserChain before = chains.get(type);
    if (!fallback.covers(type)) {
      return;
    }
    if (before == null) {
      chains.put(type, ParserChain.of(route));
    } else if (before.links().size() == ParserChain.MOST) {
      report(
          ProblemCode.CONFIGURATION_INVALID,
          "More than " + ParserChain.MOST + " parsers are chosen for " + type + ".");
    } else {
      chains.put(type, before.then(route, fallback.leastQuality()));
    }
  }

  private void addBeside(MediaType type, ParserRoute route, Selection.Turn.Offered offer) {
    if (offer.covers(type)) {
      offered.computeIfAbsent(type, any -> new ArrayList<>()).add(route);
    }
  }

  private void claim(String extension, MediaType type, Plugin plugin) {
    MediaType other = extensions.putIfAbsent(extension, type);
    if (other != null && !other.equals(type)) {
      report(
          ProblemCode.PLUGIN_CONFLICT,
          "Two parsers claim the extension ." + extension + "; one of them is " + plugin + ".");
    }
  }

  private void report(ProblemCode code, String message) {
    problems.add(Problem.of(code, message));
  }
}
