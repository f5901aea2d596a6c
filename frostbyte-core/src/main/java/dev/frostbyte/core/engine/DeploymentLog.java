package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.core.document.Json;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The log of what concerns no tenant's inside: tenants made, callers refused, keys destroyed.
 * Opened for each event under the deployment's lock, since several processes may write it; these
 * events are rare. Thread-safe.
 */
final class DeploymentLog {
  private static final String NAME = "deployment";

  private final Home home;
  private final AuditProvider audit;
  private final Registry registry;
  private final Clock clock;
  private final Ids ids;
  private final Anchor anchor;

  DeploymentLog(Home home, AuditProvider audit, Registry registry, Clock clock) throws IOException {
    this.home = home;
    this.audit = audit;
    this.registry = registry;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.anchor = new Anchor(DurableDirectory.at(home.registry()), "deployment-checkpoint");
  }

  /** Appends an event of the engine's own, durable on return; the caller holds the lock. */
  void append(EventType type, String subject) {
    append(event(type, "system", subject), new byte[0]);
  }

  /**
   * Appends an event that somebody caused, named by a pseudonym; who and why are sealed beside it.
   */
  void append(EventType type, Caller caller, String subject) {
    try {
      AuditEvent event = event(type, registry.pseudonym("act_", caller.principal()), subject);
      byte[] who = Json.bytes(new Engine.SessionRecord(caller.principal(), caller.purpose()));
      append(event, registry.seal(who, context(event.id())));
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }

  private AuditEvent event(EventType type, String actor, String subject) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new AuditEvent(ids.next(), type, now, actor, subject, new TreeMap<>(), List.of());
  }

  private void append(AuditEvent event, byte[] payload) {
    try (AuditLog log = open()) {
      log.append(event, payload);
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
  private AuditLog open() throws IOException {
    DurableDirectory files = DurableDirectory.at(home.audit().resolve(NAME));
    boolean first = registry.all().isEmpty() && !anchor.exists();
    return first ? audit.open(files, NAME) : audit.reopen(files, NAME, anchor.note());
  }

  private static SealContext context(UUID event) {
    return SealContext.of("event", event.toString());
  }
}
