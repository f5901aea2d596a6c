package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.spi.ParseLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Budgets a tenant set for its documents, as its journal says them. Thread-safe. */
final class TenantLimits {
  private static final String LIMITS = "parse-limits";

  /** As much as an event takes; no document reaches it. */
  private static final long LARGEST = (1L << 53) - 1;

  private volatile Optional<SortedMap<String, Long>> set = Optional.empty();

  /** Takes up where a snapshot ended; empty when none was set. */
  void begin(SortedMap<String, Long> numbers) {
    set = numbers.isEmpty() ? Optional.empty() : Optional.of(numbers);
  }

  /** What was set; empty when nothing was. */
  SortedMap<String, Long> all() {
    return set.orElseGet(TreeMap::new);
  }

  /** The tenant's budgets within the pipeline's. */
  ParseLimits within(ParseLimits pipeline) {
    return set.map(numbers -> read(numbers).atMost(pipeline)).orElse(pipeline);
  }

  /** Sets them; durable, and heeded by every document that is read later, on return. */
  static AuditReceipt change(TenantRuntime runtime, String actor, ParseLimits limits) {
    SortedMap<String, Object> facts = SettingEvents.facts(LIMITS);
    facts.putAll(numbers(limits));
    return SettingEvents.write(runtime, EventType.TENANT_CONFIG_UPDATED, actor, facts);
  }

  /** Takes the next event of the journal. */
  void take(AuditEvent event) {
    if (SettingEvents.isOf(event, LIMITS)) {
      SortedMap<String, Long> numbers = new TreeMap<>();
      event.data().forEach((name, value) -> keep(numbers, name, value));
      set = Optional.of(numbers);
    }
  }

  private static void keep(SortedMap<String, Long> numbers, String name, Object value) {
    if (value instanceof Long number) {
      numbers.put(name, number);
    }
  }

  /** By name; the deadline in milliseconds. */
  static SortedMap<String, Long> numbers(ParseLimits limits) {
    SortedMap<String, Long> numbers = new TreeMap<>();
    numbers.put("maxPages", (long) limits.maxPages());
    numbers.put("maxElements", (long) limits.maxElements());
    numbers.put("maxCharacters", Math.min(limits.maxCharacters(), LARGEST));
    numbers.put("maxEntries", (long) limits.maxEntries());
    numbers.put("maxInflatedBytes", Math.min(limits.maxInflatedBytes(), LARGEST));
    numbers.put("maxInflationRatio", (long) limits.maxInflationRatio());
    numbers.put("maxDepth", (long) limits.maxDepth());
    numbers.put("deadline", Math.max(1, millis(limits.deadline())));
    numbers.put("maxNameLength", (long) limits.maxNameLength());
    numbers.put("maxObjects", (long) limits.maxObjects());
    numbers.put("maxPixels", Math.min(limits.maxPixels(), LARGEST));
    return numbers;
  }

  static ParseLimits read(SortedMap<String, Long> numbers) {
    return new ParseLimits(
        small(numbers, "maxPages"),
        small(numbers, "maxElements"),
        number(numbers, "maxCharacters"),
        small(numbers, "maxEntries"),
        number(numbers, "maxInflatedBytes"),
        small(numbers, "maxInflationRatio"),
        small(numbers, "maxDepth"),
        Duration.ofMillis(number(numbers, "deadline")),
        small(numbers, "maxNameLength"),
        small(numbers, "maxObjects"),
        number(numbers, "maxPixels"));
  }

  private static long millis(Duration deadline) {
    Duration longest = Duration.ofMillis(LARGEST);
    return (deadline.compareTo(longest) < 0 ? deadline : longest).toMillis();
  }

  private static int small(SortedMap<String, Long> numbers, String name) {
    return Math.toIntExact(number(numbers, name));
  }

  /** An event that lacks a number was written by another version: its budget is then the least. */
  private static long number(SortedMap<String, Long> numbers, String name) {
    return numbers.getOrDefault(name, 1L);
  }
}
