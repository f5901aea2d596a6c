package dev.frostbyte.it;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One log as the engine knows it: entries that it was told are durable, and those it only handed
 * over. Thread-safe.
 */
final class Ledger {
  private final String log;
  private final List<Line> durable = new ArrayList<>();
  private final List<Line> handedOver = new ArrayList<>();

  Ledger(String log) {
    this.log = log;
  }

  String log() {
    return log;
  }

  synchronized void recorded(AuditReceipt receipt, AuditEvent event) {
    handedOver.add(new Line(receipt.index(), receipt.leafHash(), event));
  }

  /** Everything handed over before is durable. */
  synchronized void forced() {
    durable.addAll(handedOver);
    handedOver.clear();
  }

  /** The log was opened and holds this; what was durable must be there. */
  synchronized Optional<String> opened(List<AuditEntry> entries) {
    List<Line> lines = entries.stream().map(Line::of).toList();
    boolean whole =
        durable.size() <= lines.size() && same(durable, lines.subList(0, durable.size()));
    int before = durable.size();
    durable.clear();
    handedOver.clear();
    durable.addAll(lines);
    return whole
        ? Optional.empty()
        : Optional.of(log + ": " + before + " durable entries are not in the log any more");
  }

  synchronized List<Line> durable() {
    return List.copyOf(durable);
  }

  /** Whether a receipt is for a durable entry of this type. */
  synchronized boolean holds(AuditReceipt receipt, EventType type) {
    return receipt.index() < durable.size()
        && durable.get((int) receipt.index()).is(receipt.leafHash(), type);
  }

  synchronized long count(EventType type) {
    return durable.stream().filter(line -> line.event().type() == type).count();
  }

  /** Durable intents that no durable event closed. */
  synchronized Set<EventType> open() {
    return new HashSet<>(openIntents().values());
  }

  /** Durable intents about a subject that no durable event closed. */
  synchronized boolean isOpen(EventType intent, String subject) {
    Map<UUID, EventType> open = openIntents();
    return durable.stream()
        .anyMatch(
            line ->
                open.get(line.event().id()) == intent && line.event().subject().equals(subject));
  }

  /** The newest durable event about a subject that is one of these types. */
  synchronized Optional<EventType> newest(String subject, Collection<EventType> types) {
    return durable.reversed().stream()
        .map(Line::event)
        .filter(event -> event.subject().equals(subject) && types.contains(event.type()))
        .map(AuditEvent::type)
        .findFirst();
  }

  /**
   * The same without attempts that failed and left the document as it was: these name no
   * generation.
   */
  synchronized Optional<EventType> state(String subject, Collection<EventType> types) {
    return durable.reversed().stream()
        .map(Line::event)
        .filter(event -> event.subject().equals(subject) && types.contains(event.type()))
        .filter(
            event ->
                event.type() != EventType.DOCUMENT_FAILED || event.data().containsKey("generation"))
        .map(AuditEvent::type)
        .findFirst();
  }

  private Map<UUID, EventType> openIntents() {
    Map<UUID, EventType> open = new LinkedHashMap<>();
    for (Line line : durable) {
      AuditEvent event = line.event();
      for (UUID before : event.previous()) {
        EventType intent = open.get(before);
        if (intent != null && event.type().closes(intent)) {
          open.remove(before);
        }
      }
      if (event.type().isIntent()) {
        open.put(event.id(), event.type());
      }
    }
    return open;
  }

  private static boolean same(List<Line> some, List<Line> others) {
    for (int i = 0; i < some.size(); i++) {
      if (!some.get(i).leafHash().equals(others.get(i).leafHash())) {
        return false;
      }
    }
    return true;
  }

  /** An entry. */
  record Line(long index, ContentHash leafHash, AuditEvent event) {
    static Line of(AuditEntry entry) {
      return new Line(entry.receipt().index(), entry.receipt().leafHash(), entry.event());
    }

    boolean is(ContentHash hash, EventType type) {
      return leafHash.equals(hash) && event.type() == type;
    }
  }
}
