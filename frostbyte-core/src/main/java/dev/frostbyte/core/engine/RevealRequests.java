package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.core.Reveals;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Requests to see what was found in documents, read from the journal as it was signed, not from an
 * index of it: whoever can change the index cannot make a permission. One thread, used once.
 */
final class RevealRequests {
  /** What was decided, in an event's data: {@link #ALLOW} or {@link #REFUSE}. */
  static final String DECISION = "decision";

  static final String ALLOW = "allow";
  static final String REFUSE = "refuse";

  /** Which reading is to be shown, in an event's data: the hash of its bundle. */
  static final String BUNDLE = "bundle";

  private final Map<UUID, Standing> standing = new LinkedHashMap<>();
  private final Instant since;

  private RevealRequests(Instant since) {
    this.since = since;
  }

  /**
   * Those that stand now. Only what was asked has an age: a clock that was set back must not hide
   * that a request was refused or read.
   */
  static RevealRequests of(Journal journal) throws IOException {
    journal.seal();
    AuditQuery query =
        AuditQuery.all()
            .types(EventType.REVEAL_ASKED, EventType.REVEAL_DECIDED, EventType.REVEAL_REQUESTED)
            .verified(true);
    RevealRequests requests = new RevealRequests(journal.now().minus(Reveals.STANDS));
    AuditPages.each(journal.log(), query, requests::take);
    return requests;
  }

  /** The oldest first. */
  Collection<Standing> all() {
    return standing.values();
  }

  Optional<Standing> find(UUID request) {
    return Optional.ofNullable(standing.get(request));
  }

  private void take(AuditEntry entry) {
    AuditEvent event = entry.event();
    switch (event.type()) {
      case REVEAL_ASKED -> ask(entry);
      case REVEAL_DECIDED -> decide(event);
      case REVEAL_REQUESTED -> event.previous().forEach(standing::remove);
      default -> {}
    }
  }

  private void ask(AuditEntry entry) {
    if (!entry.event().time().isBefore(since)) {
      standing.put(entry.event().id(), new Standing(entry, Optional.empty()));
    }
  }

  private void decide(AuditEvent event) {
    UUID request = event.previous().getFirst();
    if (ALLOW.equals(event.data().get(DECISION))) {
      standing.computeIfPresent(
          request, (id, asked) -> new Standing(asked.asked, Optional.of(event.id())));
    } else {
      standing.remove(request);
    }
  }

  /**
   * A request.
   *
   * @param asked its event
   * @param allowed id of the event that allows it
   */
  record Standing(AuditEntry asked, Optional<UUID> allowed) {
    /** Whether this is still the reading that was asked for, and not a later one. */
    boolean isAbout(CatalogEntry entry) {
      return entry.bundle() != null
          && entry.bundle().hash().hex().equals(asked.event().data().get(BUNDLE));
    }
  }
}
