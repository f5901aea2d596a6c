package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event as the bytes that are hashed: a CloudEvents 1.0 JSON object in a strict subset of I-JSON
 * (RFC 7493). Keys sorted, no blanks, ASCII only, whole numbers only, so every event has exactly
 * one spelling; anything else is refused when read back.
 */
final class Leaf {
  /** Most bytes of a leaf: entry bundles count them in 16 bits. */
  static final int MAX_BYTES = 65_535;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private Leaf() {}

  /**
   * Spells an event.
   *
   * @param payloadHash SHA-256 of the sealed payload, absent when there is none
   * @throws IllegalArgumentException when it needs more than {@link #MAX_BYTES}, or its time is
   *     outside the years 0 to 9999
   */
  static byte[] encode(String origin, AuditEvent event, Optional<ContentHash> payloadHash) {
    require(
        !event.time().isBefore(FIRST) && event.time().isBefore(END),
        "its time must lie in the years 0 to 9999");
    TreeMap<String, Object> fields = fields(origin, event);
    payloadHash.ifPresent(hash -> fields.put("payloadhash", hash.hex()));
    if (!event.previous().isEmpty()) {
      fields.put("previous", joined(event.previous()));
    }
    byte[] leaf = FlatJson.write(fields).getBytes(StandardCharsets.US_ASCII);
    require(
        leaf.length <= MAX_BYTES,
        "it takes " + leaf.length + " bytes, more than the limit of " + MAX_BYTES);
    return leaf;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("audit event refused: " + what + "; correct the event");
    }
  }

  private static String joined(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
  }

  private static TreeMap<String, Object> fields(String origin, AuditEvent event) {
    TreeMap<String, Object> data = new TreeMap<>();
    event.data().forEach(data::put);
    TreeMap<String, Object> fields = new TreeMap<>();
    fields.put("authid", event.actor());
    fields.put("authtype", "unknown");
    fields.put("data", data);
    fields.put("id", event.id().toString());
    fields.put("source", origin);
    fields.put("specversion", "1.0");
    fields.put("subject", event.subject());
    fields.put("time", TIME.format(event.time()));
    fields.put("type", event.type().wireName());
    return fields;
  }

  /**
   * Reads a leaf back.
   *
   * @throws BrokenLog when it is not exactly what {@link #encode} writes for this origin
   */
  static Read decode(String origin, byte[] leaf) throws BrokenLog {
    try {
      Read read = read(FlatJson.read(new String(leaf, StandardCharsets.US_ASCII)));
      if (Arrays.equals(leaf, encode(origin, read.event, read.payloadHash))) {
        return read;
      }
    } catch (IllegalArgumentException | ClassCastException | DateTimeException e) {
      throw new BrokenLog("the leaf is no event of this format (" + e.getClass().getName() + ")");
    }
    throw new BrokenLog("the leaf is not spelled canonically, or is of another log");
  }

  /**
   * Reads a leaf back that {@link LeafCheck} has accepted.
   *
   * @throws BrokenLog when it is none after all
   */
  static AuditEvent checked(byte[] leaf) throws BrokenLog {
    try {
      return read(FlatJson.read(new String(leaf, StandardCharsets.US_ASCII))).event;
    } catch (IllegalArgumentException | ClassCastException | DateTimeException e) {
      throw new BrokenLog("the leaf is no event of this format (" + e.getClass().getName() + ")");
    }
  }

  private static Read read(Map<String, Object> fields) {
    AuditEvent event =
        new AuditEvent(
            UUID.fromString(text(fields, "id")),
            EventType.ofWireName(text(fields, "type")),
            Instant.parse(text(fields, "time")),
            text(fields, "authid"),
            text(fields, "subject"),
            data(fields),
            previous(fields));
    return new Read(
        event, Optional.ofNullable((String) fields.get("payloadhash")).map(ContentHash::new));
  }

  private static List<UUID> previous(Map<String, Object> fields) {
    return Stream.ofNullable((String) fields.get("previous"))
        .flatMap(ids -> Arrays.stream(ids.split(" ")))
        .map(UUID::fromString)
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static SortedMap<String, Object> data(Map<String, Object> fields) {
    return new TreeMap<>((Map<String, Object>) require(fields, "data"));
  }

  private static String text(Map<String, Object> fields, String name) {
    return (String) require(fields, name);
  }

  private static Object require(Map<String, Object> fields, String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the field " + name + " is missing");
    }
    return value;
  }

  /**
   * What a leaf holds.
   *
   * @param payloadHash SHA-256 of the sealed payload, absent when there is none
   */
  record Read(AuditEvent event, Optional<ContentHash> payloadHash) {}
}
