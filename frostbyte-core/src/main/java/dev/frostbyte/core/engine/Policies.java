package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.policy.GatePolicy;
import dev.frostbyte.core.policy.PersonalAction;
import dev.frostbyte.core.policy.Reach;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tenant's policy as its journal says it; the default until it was changed. Thread-safe. */
final class Policies {
  private static final String FLAG = "flag";
  private static final String QUARANTINE = "quarantine";
  private static final String REVIEW = "review";
  private static final String REACH = "reach";
  private static final String OTHERWISE = "otherwise";

  /** Followed by an action in lower case: the types of personal data it is for. */
  private static final String PERSONAL = "personal";

  private static final int LONGEST = 256;
  private static final double THOUSAND = 1_000;

  private volatile GatePolicy current = GatePolicy.DEFAULT;

  /** Takes up where a snapshot ended. */
  void begin(GatePolicy policy) {
    current = policy;
  }

  GatePolicy current() {
    return current;
  }

  /**
   * Changes it; durable, and heeded by every document that is read later, on return.
   *
   * @throws FrostbyteException {@code INVALID_ARGUMENT} when it names too many types for one event,
   *     or one that nothing finds
   */
  static AuditReceipt change(TenantRuntime runtime, String actor, GatePolicy policy) {
    GatePolicy stands = runtime.parts().catalog().settings().policies().current();
    requireKnown(policy.personal().keySet(), stands.personal().keySet(), types(runtime));
    return SettingEvents.write(runtime, EventType.POLICY_CHANGED, actor, facts(policy));
  }

  /** Types of personal data that the pipeline finds, sorted. */
  static List<String> types(TenantRuntime runtime) {
    return runtime.parts().stages().inspectors().values().stream()
        .flatMap(inspector -> inspector.personalTypes().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** A type that stands may stay, also when no plugin finds it any more. */
  private static void requireKnown(Set<String> named, Set<String> standing, List<String> known) {
    for (String type : named) {
      if (!known.contains(type) && !standing.contains(type)) {
        throw FrostbyteException.of(
            ProblemCode.INVALID_ARGUMENT,
            "This pipeline finds no personal data of type "
                + type
                + "; it finds "
                + (known.isEmpty() ? "none" : String.join(", ", known))
                + ".");
      }
    }
  }

  /** Takes the next event of the journal. */
  void take(AuditEvent event) {
    if (event.type() == EventType.POLICY_CHANGED) {
      current = read(event.data());
    }
  }

  /** What the event of a change says: thresholds in thousandths, types by their action. */
  static SortedMap<String, Object> facts(GatePolicy policy) {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put(FLAG, Math.round(policy.flag() * THOUSAND));
    facts.put(QUARANTINE, Math.round(policy.quarantine() * THOUSAND));
    facts.put(REVIEW, Math.round(policy.review() * THOUSAND));
    facts.put(REACH, word(policy.reach()));
    facts.put(OTHERWISE, word(policy.fallback()));
    for (PersonalAction action : PersonalAction.values()) {
      String types =
          policy.personal().entrySet().stream()
              .filter(entry -> entry.getValue() == action)
              .map(Map.Entry::getKey)
              .collect(Collectors.joining(","));
      requireFitting(types);
      facts.put(key(action), types);
    }
    return facts;
  }

  static GatePolicy read(SortedMap<String, Object> facts) {
    SortedMap<String, PersonalAction> personal = new TreeMap<>();
    for (PersonalAction action : PersonalAction.values()) {
      String types = String.valueOf(facts.get(key(action)));
      for (String type : types.isEmpty() ? List.<String>of() : List.of(types.split(","))) {
        personal.put(type, action);
      }
    }
    return new GatePolicy(
        thousandths(facts.get(FLAG)),
        thousandths(facts.get(QUARANTINE)),
        PersonalAction.valueOf(upper(facts.get(OTHERWISE))),
        personal,
        thousandths(facts.get(REVIEW)),
        Reach.valueOf(upper(facts.get(REACH))));
  }

  private static double thousandths(@Nullable Object fact) {
    return fact instanceof Long number ? number / THOUSAND : 0;
  }

  private static String key(PersonalAction action) {
    String word = word(action);
    return PERSONAL + word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(@Nullable Object fact) {
    return String.valueOf(fact).toUpperCase(Locale.ROOT);
  }

  private static void requireFitting(String types) {
    if (types.length() > LONGEST) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT,
          "The names of types with one action have "
              + types.length()
              + " characters together; an event takes "
              + LONGEST
              + ". Let the action for all others be theirs.");
    }
  }
}
