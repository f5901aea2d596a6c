package dev.frostbyte.testkit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** A provider with one of its logs, and events to put into it. */
record OpenedLog(AuditProvider provider, AuditLog log) implements AutoCloseable {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  /** Every type a caller may append. */
  private static final List<EventType> TYPES =
      Arrays.stream(EventType.values()).filter(type -> type != EventType.LOG_KEY_ROTATED).toList();

  /** The event of a number, with values of every kind. */
  static AuditEvent event(int number) {
    return new AuditEvent(
        new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number),
        TYPES.get(number % TYPES.size()),
        START.plusMillis(number),
        "actor-" + number % 3,
        "subject-" + number,
        new TreeMap<>(
            Map.of("text", "~ \"quoted\" \\ text", "least", -(long) number, "flag", number > 1)),
        number < 2 ? List.of() : List.of(new UUID(7, number), new UUID(8, 1)));
  }

  /** The payload of a number; every seventh is empty. */
  static byte[] payload(int number) {
    byte[] payload = new byte[number % 7 * 100];
    new Random(number).nextBytes(payload);
    return payload;
  }

  AuditReceipt append(int number) throws IOException {
    return log.append(event(number), payload(number));
  }

  AuditReceipt appendUnchecked(int number) {
    try {
      return append(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<AuditReceipt> appendUpTo(int end) throws IOException {
    List<AuditReceipt> receipts = new ArrayList<>();
    for (int number = 0; number < end; number++) {
      receipts.add(append(number));
    }
    return receipts;
  }

  List<AuditEntry> entries(long from) throws IOException {
    List<AuditEntry> entries = new ArrayList<>();
    log.replay(from, entries::add);
    return entries;
  }

  @Override
  public void close() throws IOException {
    try (provider) {
      log.close();
    }
  }
}
