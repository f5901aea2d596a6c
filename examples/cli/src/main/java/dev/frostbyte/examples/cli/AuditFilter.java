package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditQuery.Scope;
import dev.frostbyte.api.audit.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that pick events of a log. Ranges are half-open. */
final class AuditFilter {
  @Option(names = "--from", paramLabel = "I", description = "First index.")
  private @Nullable Long from;

  @Option(names = "--to", paramLabel = "I", description = "Index before which to end.")
  private @Nullable Long to;

  @Option(
      names = "--since",
      paramLabel = "T",
      description = "Earliest time, such as 2026-03-01 or 2026-03-01T08:00:00Z; days are UTC.")
  private @Nullable Instant since;

  @Option(names = "--until", paramLabel = "T", description = "Time before which to end.")
  private @Nullable Instant until;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Type such as document_published, or as in the log; may be given again.")
  private List<EventType> types = new ArrayList<>();

  @Option(
      names = "--subject",
      paramLabel = "S",
      description = "What events are about, as the list shows it; of a document its id.")
  private @Nullable String subject;

  @Option(
      names = "--actor",
      paramLabel = "A",
      description = "Who acted: the pseudonym that --json shows.")
  private @Nullable String actor;

  @Option(names = "--open", description = "Only intents whose outcome is missing.")
  private boolean open;

  @Option(
      names = "--verified",
      description = "Read the journal again and check every entry in the range against the root.")
  private boolean verified;

  @Option(names = "-k", paramLabel = "N", description = "Most events; all when not given.")
  private @Nullable Long most;

  /** Whether any option was given. */
  boolean given() {
    return picksAScope()
        || verified
        || !types.isEmpty()
        || Stream.of(from, to, since, until, most).anyMatch(Objects::nonNull);
  }

  /** Whether an option says what the events have to do with. */
  boolean picksAScope() {
    return open || subject != null || actor != null;
  }

  /** Most events to print. */
  long most() {
    return most == null ? Long.MAX_VALUE : most;
  }

  /**
   * What the options ask for.
   *
   * @throws IllegalArgumentException when they do not go together
   */
  AuditQuery query() {
    AuditQuery all = AuditQuery.all();
    if (most() < 1) {
      throw new IllegalArgumentException("-k must be at least 1, not " + most + ".");
    }
    return new AuditQuery(
        from == null ? 0 : from,
        to == null ? all.to() : to,
        since == null ? all.since() : since,
        until == null ? all.until() : until,
        new HashSet<>(types),
        scope(),
        verified,
        (int) Math.min(most(), AuditQuery.MAX_LIMIT));
  }

  private Scope scope() {
    List<Scope> scopes = new ArrayList<>();
    if (subject != null) {
      scopes.add(new Scope.Subject(subject));
    }
    if (actor != null) {
      scopes.add(new Scope.Actor(actor));
    }
    if (open) {
      scopes.add(new Scope.OpenIntents());
    }
    if (scopes.size() > 1) {
      throw new IllegalArgumentException("Name one of --subject, --actor and --open.");
    }
    return scopes.isEmpty() ? new Scope.Any() : scopes.getFirst();
  }
}
