package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.audit.TreeHead;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.core.document.Json;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The log of what concerns no tenant's inside: tenants made, callers refused, keys destroyed.
 * Opened for each event under the deployment's lock, since several processes may write it; opening
 * reads its end only, where it was closed in order. Thread-safe.
 */
final class DeploymentLog {
  private static final String NAME = "deployment";

  private final Home home;
  private final AuditProvider audit;
  private final Registry registry;
  private final Clock clock;
  private final Ids ids;
  private final Anchor anchor;
  private final BoundHeadsFile bound;

  DeploymentLog(Home home, AuditProvider audit, Registry registry, Clock clock) throws IOException {
    this.home = home;
    this.audit = audit;
    this.registry = registry;
    this.clock = clock;
    this.ids = new Ids(clock);
    DurableDirectory files = DurableDirectory.at(home.registry());
    this.anchor = new Anchor(files, "deployment-checkpoint", newer -> {});
    this.bound = new BoundHeadsFile(files, registry);
  }

  /**
   * Appends an event of the engine's own, durable on return; the caller holds the lock.
   *
   * @param previous ids of the events it follows from
   * @return its id
   */
  UUID append(
      EventType type, String subject, SortedMap<String, Object> facts, List<UUID> previous) {
    AuditEvent event = event(type, "system", subject, facts, previous);
    append(Draft.plain(event));
    return event.id();
  }

  /**
   * Appends an event that somebody caused, named by a pseudonym; who and why are sealed beside it.
   *
   * @param previous ids of the events it follows from
   * @return its id
   */
  UUID append(EventType type, Caller caller, String subject, List<UUID> previous) {
    return Failures.attempt(
        () -> {
          String actor = registry.pseudonym("act_", caller.principal());
          AuditEvent event = event(type, actor, subject, new TreeMap<>(), previous);
          byte[] who = Json.bytes(new Engine.SessionRecord(caller.principal(), caller.purpose()));
          append(registry.sealed(event, who));
          return event.id();
        });
  }

  /** Binds a sealed head of a tenant's log, durable on return; the caller holds the lock. */
  void bind(String space, TreeHead head) {
    append(EventType.LOG_SEALED, space, BoundHeads.facts(head), List.of());
  }

  /**
   * Every head of a tenant's log that this log binds; the caller holds the lock. Reads only what
   * came since {@link BoundHeads} were kept; {@link #verify} reads everything.
   */
  List<TreeHead> bound(String space) throws IOException {
    BoundHeads known = bound.read();
    try (AuditLog log = open(known.entries() == 0 ? audit::reopen : audit::resume)) {
      bound.catchUp(known, log);
      anchor.keep(log.seal());
    }
    return known.of(space);
  }

  /** Reads all of it again and checks it; the caller holds the lock. */
  Verification verify() throws IOException {
    try (AuditLog log = open(audit::reopen)) {
      return log.verify();
    }
  }

  private AuditEvent event(
      EventType type,
      String actor,
      String subject,
      SortedMap<String, Object> facts,
      List<UUID> previous) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new AuditEvent(ids.next(), type, now, actor, subject, facts, previous);
  }

  private void append(Draft draft) {
    try (AuditLog log = open(audit::resume)) {
      log.append(draft.event(), draft.payload());
      anchor.keep(log.seal());
    } catch (IOException e) {
      throw new FrostbyteException(
          Problem.of(
              ProblemCode.AUDIT_UNAVAILABLE,
              "The deployment's log refused an event; nothing was done without it."),
          e);
    }
  }

  /** A home with tenants has a log, and a checkpoint of it that lies elsewhere. */
  private AuditLog open(Opening opening) throws IOException {
    DurableDirectory files = DurableDirectory.at(home.audit().resolve(NAME));
    boolean first = registry.all().isEmpty() && !anchor.exists();
    return first ? audit.open(files, NAME) : opening.open(files, NAME, anchor.note());
  }

  /** Opens a log that goes on from a note. */
  @FunctionalInterface
  private interface Opening {
    AuditLog open(DurableDirectory files, String name, String kept) throws IOException;
  }
}
