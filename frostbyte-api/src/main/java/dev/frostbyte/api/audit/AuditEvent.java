package dev.frostbyte.api.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What happened. Holds structure only: no document text, query text, personal data or secret.
 * Immutable.
 *
 * @param id UUIDv7 (RFC 9562)
 * @param type what kind
 * @param time when it happened; cut to milliseconds
 * @param actor pseudonym of who acted, {@code [a-z0-9_-]{1,80}}
 * @param subject pseudonym or id of what it is about, same shape
 * @param data further facts: keys {@code [a-zA-Z]{1,40}}, values {@link String} (at most 256
 *     characters, visible ASCII and blank), {@link Long} within 2^53-1, or {@link Boolean}
 * @param previous ids of the events it follows from
 */
public record AuditEvent(
    UUID id,
    EventType type,
    Instant time,
    String actor,
    String subject,
    SortedMap<String, Object> data,
    List<UUID> previous) {
  private static final long LARGEST_EXACT = (1L << 53) - 1;
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,80}");
  private static final Pattern KEY = Pattern.compile("[a-zA-Z]{1,40}");
  private static final Pattern TEXT = Pattern.compile("[\\x20-\\x7e]{0,256}");

  /** Checks every part. */
  public AuditEvent {
    require(NAME.matcher(actor).matches() && NAME.matcher(subject).matches(), "actor and subject");
    time = time.truncatedTo(ChronoUnit.MILLIS);
    data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    data.forEach(AuditEvent::check);
    previous = List.copyOf(previous);
  }

  /** An event that follows from no other. */
  public static AuditEvent of(
      UUID id,
      EventType type,
      Instant time,
      String actor,
      String subject,
      Map<String, Object> data) {
    return new AuditEvent(id, type, time, actor, subject, new TreeMap<>(data), List.of());
  }

  private static void check(String key, Object value) {
    require(KEY.matcher(key).matches(), "data keys");
    boolean fits =
        switch (value) {
          case String text -> TEXT.matcher(text).matches();
          case Long number -> number >= -LARGEST_EXACT && number <= LARGEST_EXACT;
          case Boolean flag -> true;
          default -> false;
        };
    require(fits, "data value of " + key);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(
          "audit event refused: " + what + " must have the documented shape");
    }
  }
}
