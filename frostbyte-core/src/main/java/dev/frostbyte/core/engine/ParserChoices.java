package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.ParserChoice;
import dev.frostbyte.core.plugin.ParserChain;
import dev.frostbyte.core.plugin.ParserRoute;
import dev.frostbyte.core.plugin.ParserTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * Which parsers a tenant chose for which types, made from its journal. What was chosen is never
 * given up silently: where the pipeline no longer holds a parser, documents of the type fail.
 * Thread-safe.
 */
final class ParserChoices {
  private static final String CHAIN = "parser-chain";
  private static final String TYPE = "type";
  private static final String PARSER = "parser";
  private static final String QUALITY = "quality";

  private final Map<MediaType, ParserChoice> chosen = new ConcurrentSkipListMap<>();

  /** Takes up where a snapshot ended. */
  void addAll(Collection<ParserChoice> choices) {
    choices.forEach(choice -> chosen.put(choice.type(), choice));
  }

  /** What stands, by type. */
  List<ParserChoice> all() {
    return List.copyOf(chosen.values());
  }

  /**
   * How documents of a type that is read are read for this tenant.
   *
   * @throws FrostbyteException {@code PLUGIN_UNKNOWN} when the pipeline does not hold a parser that
   *     was chosen
   */
  ParserChain chain(MediaType type, ParserTable table) {
    return Optional.ofNullable(chosen.get(type))
        .map(choice -> resolved(choice, table))
        .orElseGet(() -> table.chain(type));
  }

  /**
   * Chooses; durable, and heeded by every document that is read later, on return.
   *
   * @throws FrostbyteException {@code INVALID_ARGUMENT} when the pipeline does not read the type,
   *     {@code PLUGIN_UNKNOWN} when it does not hold a parser for it
   */
  static AuditReceipt choose(TenantRuntime runtime, String actor, ParserChoice choice) {
    ParserTable table = runtime.parts().stages().routes();
    if (!table.types().contains(choice.type())) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT,
          "This pipeline reads no " + choice.type() + "; it reads " + table.types() + ".");
    }
    resolved(choice, table);
    return change(runtime, actor, facts(choice));
  }

  /** Goes back to the pipeline's chain; durable on return. */
  static AuditReceipt forget(TenantRuntime runtime, String actor, MediaType type) {
    return change(runtime, actor, facts(type));
  }

  /** What the event of a choice says: parsers lettered in their order, quality in thousandths. */
  static SortedMap<String, Object> facts(ParserChoice choice) {
    SortedMap<String, Object> facts = facts(choice.type());
    char letter = 'A';
    for (ParserChoice.Step step : choice.steps()) {
      facts.put(PARSER + letter, step.parser());
      facts.put(QUALITY + letter, Math.round(step.leastQuality() * 1000));
      letter++;
    }
    return facts;
  }

  /** What the event of going back says: no parser. */
  static SortedMap<String, Object> facts(MediaType type) {
    SortedMap<String, Object> facts = SettingEvents.facts(CHAIN);
    facts.put(TYPE, type.value());
    return facts;
  }

  /** Takes the next event of the journal. */
  void take(AuditEvent event) {
    SortedMap<String, Object> facts = event.data();
    if (SettingEvents.isOf(event, CHAIN)) {
      MediaType type = new MediaType(String.valueOf(facts.get(TYPE)));
      List<ParserChoice.Step> steps = steps(facts);
      if (steps.isEmpty()) {
        chosen.remove(type);
      } else {
        chosen.put(type, new ParserChoice(type, steps));
      }
    }
  }

  private static AuditReceipt change(
      TenantRuntime runtime, String actor, SortedMap<String, Object> facts) {
    return SettingEvents.write(runtime, EventType.TENANT_CONFIG_UPDATED, actor, facts);
  }

  private static List<ParserChoice.Step> steps(SortedMap<String, Object> facts) {
    List<ParserChoice.Step> steps = new ArrayList<>();
    char letter = 'A';
    while (facts.get(PARSER + letter) instanceof String parser) {
      Object quality = facts.getOrDefault(QUALITY + letter, 0L);
      steps.add(new ParserChoice.Step(parser, quality instanceof Long known ? known / 1000.0 : 0));
      letter++;
    }
    return steps;
  }

  private static ParserChain resolved(ParserChoice choice, ParserTable table) {
    List<ParserChain.Link> links = new ArrayList<>();
    for (ParserChoice.Step step : choice.steps()) {
      ParserRoute route = held(choice.type(), step.parser(), table.held(choice.type()));
      links.add(new ParserChain.Link(route, links.isEmpty() ? 0 : step.leastQuality()));
    }
    return new ParserChain(links);
  }

  /** The parser of exactly this name, or else the only one of that plugin. */
  private static ParserRoute held(MediaType type, String name, List<ParserRoute> held) {
    List<ParserRoute> exact = held.stream().filter(route -> route.name().equals(name)).toList();
    List<ParserRoute> named =
        exact.isEmpty()
            ? held.stream().filter(route -> route.plugin().name().equals(name)).toList()
            : exact;
    if (named.size() != 1) {
      throw FrostbyteException.of(ProblemCode.PLUGIN_UNKNOWN, unknown(type, name, named, held));
    }
    return named.getFirst();
  }

  private static String unknown(
      MediaType type, String name, List<ParserRoute> named, List<ParserRoute> held) {
    String there = held.stream().map(ParserRoute::name).collect(Collectors.joining(", "));
    return (named.isEmpty() ? "No parser" : "More than one parser")
        + " of this pipeline is called '"
        + name
        + "' and reads "
        + type
        + "; there are: "
        + there
        + ".";
  }
}
