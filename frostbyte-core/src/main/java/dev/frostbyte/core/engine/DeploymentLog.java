package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;

/**
 * The log of what concerns no tenant's inside: tenants made, callers refused, keys destroyed.
 * Opened for each event under the deployment's lock, since several processes may write it; these
 * events are rare. Thread-safe.
 */
final class DeploymentLog {
  private static final String NAME = "deployment";

  private final Home home;
  private final AuditProvider audit;
  private final Clock clock;
  private final Ids ids;

  DeploymentLog(Home home, AuditProvider audit, Clock clock) {
    this.home = home;
    this.audit = audit;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** Appends an event, durable on return; the caller holds the deployment's lock. */
  void append(EventType type, String subject, SortedMap<String, Object> facts) {
    AuditEvent event =
        new AuditEvent(
            ids.next(),
            type,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            "system",
            subject,
            facts,
            List.of());
    try (AuditLog log = audit.open(DurableDirectory.at(home.audit().resolve(NAME)), NAME)) {
      log.append(event, new byte[0]);
      log.seal();
    } catch (IOException e) {
      throw new FrostbyteException(
          Problem.of(
              ProblemCode.AUDIT_UNAVAILABLE,
              "The deployment's log refused an event; nothing was done without it."),
          e);
    }
  }
}
