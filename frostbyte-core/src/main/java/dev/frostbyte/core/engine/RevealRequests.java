package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Reveals;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Requests to see what was found in documents, read from the journal as it was signed, not from an
 * index of it: whoever can change the index cannot make a permission. Every entry is read once, in
 * order, and found under a signed root before it counts; what was read is kept as long as the
 * tenant is open, so that a step takes as long as what was written since the one before. What is
 * changed on disk after it was read changes nothing here. Thread-safe.
 */
final class RevealRequests {
  /** What was decided, in an event's data: {@link #ALLOW} or {@link #REFUSE}. */
  static final String DECISION = "decision";

  static final String ALLOW = "allow";
  static final String REFUSE = "refuse";

  /** Which reading is to be shown, in an event's data: the hash of its bundle. */
  static final String BUNDLE = "bundle";

  private static final AuditQuery STEPS =
      AuditQuery.all()
          .types(EventType.REVEAL_ASKED, EventType.REVEAL_DECIDED, EventType.REVEAL_REQUESTED)
          .verified(true)
          .limit(AuditQuery.MAX_LIMIT);

  private final AuditLog log;
  private final Object lock = new Object();
  private final Map<UUID, Standing> open = new LinkedHashMap<>();
  private long position;

  /** Requests in a log; whoever opened it closes it. */
  RevealRequests(AuditLog log) {
    this.log = log;
  }

  /**
   * Those that stand, the oldest first. Only what was asked has an age: a clock that was set back
   * must not hide that a request was refused or read, and does not make one young again.
   *
   * @throws FrostbyteException {@code INTEGRITY_BROKEN} when the log does not answer from its
   *     journal
   * @throws dev.frostbyte.api.seal.SealBrokenException when the journal does not verify
   */
  List<Standing> at(Instant now, Moments moments) throws IOException {
    synchronized (lock) {
      readOn();
      return open.values().stream().filter(standing -> !standing.isOver(now, moments)).toList();
    }
  }

  /** One that stands; as {@link #at}. */
  Optional<Standing> find(UUID request, Instant now, Moments moments) throws IOException {
    return at(now, moments).stream()
        .filter(standing -> standing.asked().event().id().equals(request))
        .findFirst();
  }

  /** Takes a page only once all of it was found under the root. */
  private void readOn() throws IOException {
    boolean more = true;
    while (more) {
      AuditPage page = log.query(STEPS.from(position));
      requireVerified(page);
      page.entries().forEach(this::take);
      position = page.next();
      more = page.more();
    }
  }

  private void take(AuditEntry entry) {
    AuditEvent event = entry.event();
    switch (event.type()) {
      case REVEAL_ASKED -> open.put(event.id(), new Standing(entry, Optional.empty()));
      case REVEAL_DECIDED -> decide(event);
      case REVEAL_REQUESTED -> event.previous().forEach(open::remove);
      default -> {}
    }
  }

  private void decide(AuditEvent event) {
    UUID request = event.previous().getFirst();
    if (ALLOW.equals(event.data().get(DECISION))) {
      open.computeIfPresent(
          request, (id, asked) -> new Standing(asked.asked, Optional.of(event.id())));
    } else {
      open.remove(request);
    }
  }

  private static void requireVerified(AuditPage page) {
    if (!page.verified()) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "The audit log answered from an index; permissions are read from its journal alone.");
    }
  }

  /**
   * A request.
   *
   * @param asked its event
   * @param allowed id of the event that allows it
   */
  record Standing(AuditEntry asked, Optional<UUID> allowed) {
    private boolean isOver(Instant now, Moments moments) {
      Instant began = asked.event().time();
      return moments.isOver(asked.receipt().index(), began, began.plus(Reveals.STANDS), now);
    }

    /** Whether this is still the reading that was asked for, and not a later one. */
    boolean isAbout(CatalogEntry entry) {
      return entry.bundle() != null
          && entry.bundle().hash().hex().equals(asked.event().data().get(BUNDLE));
    }
  }
}
