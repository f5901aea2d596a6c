package dev.frostbyte.testkit;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditQuery.Scope;
import dev.frostbyte.api.audit.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Random events and queries: subjects and actors that come again, times that go back, events that
 * follow from many, from none, from later or missing ones, outcomes with and without intents. One
 * thread.
 */
final class RandomAudit {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final int SUBJECTS = 12;

  private final Random random;
  private final List<AuditEvent> made = new ArrayList<>();

  RandomAudit(long seed) {
    this.random = new Random(seed);
  }

  AuditEvent event() {
    int number = made.size();
    List<UUID> previous = previous(number);
    AuditEvent event =
        new AuditEvent(
            id(number),
            type(previous),
            START.plusMillis(number * 10L + random.nextInt(200)),
            "actor-" + random.nextInt(4),
            "subject-" + random.nextInt(SUBJECTS),
            new TreeMap<>(),
            previous);
    made.add(event);
    return event;
  }

  byte[] payload() {
    byte[] payload = new byte[random.nextInt(3) * 60];
    random.nextBytes(payload);
    return payload;
  }

  AuditQuery query() {
    long from = edge();
    Instant since = time();
    AuditQuery query =
        AuditQuery.all().scope(scope()).limit(1 + random.nextInt(made.size())).types(types());
    query = random.nextBoolean() ? query : query.from(from).to(Math.max(from, edge()));
    Instant until = time();
    return random.nextBoolean()
        ? query
        : query.since(since).until(until.isBefore(since) ? since : until);
  }

  private Scope scope() {
    String subject = "subject-" + random.nextInt(SUBJECTS + 1);
    return switch (random.nextInt(5)) {
      case 0 -> new Scope.Any();
      case 1 -> new Scope.Subject(subject);
      case 2 -> new Scope.Actor("actor-" + random.nextInt(5));
      case 3 -> new Scope.Chain(subject);
      default -> new Scope.OpenIntents();
    };
  }

  private Set<EventType> types() {
    Set<EventType> types = new TreeSet<>();
    int number = random.nextBoolean() ? 0 : 1 + random.nextInt(6);
    for (int at = 0; at < number; at++) {
      types.add(anyType());
    }
    return types;
  }

  private long edge() {
    return random.nextInt(made.size() + 20);
  }

  private Instant time() {
    return START
        .plusMillis(random.nextInt(made.size() * 10 + 400) - 100L)
        .plusNanos(random.nextInt(3));
  }

  private EventType type(List<UUID> previous) {
    List<EventType> fitting =
        made.stream()
            .filter(event -> previous.contains(event.id()))
            .flatMap(
                intent -> Arrays.stream(EventType.values()).filter(t -> t.closes(intent.type())))
            .toList();
    return fitting.isEmpty() || random.nextInt(4) == 0
        ? anyType()
        : fitting.get(random.nextInt(fitting.size()));
  }

  /** Any but the one that only the log itself writes. */
  private EventType anyType() {
    EventType[] types = EventType.values();
    EventType type = types[random.nextInt(types.length)];
    return type == EventType.LOG_KEY_ROTATED ? EventType.LOG_SEALED : type;
  }

  private List<UUID> previous(int number) {
    List<UUID> previous = new ArrayList<>();
    while (random.nextInt(5) > 2) {
      int far = random.nextInt(40) == 0 ? random.nextInt(1_000) : number - 1 - random.nextInt(30);
      previous.add(id(far));
    }
    return previous;
  }

  private static UUID id(int number) {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
  }
}
