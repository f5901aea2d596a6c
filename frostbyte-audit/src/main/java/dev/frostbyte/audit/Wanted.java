package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditQuery.Scope;

/** Says which events a query means, as far as an event alone tells. Immutable. */
record Wanted(AuditQuery query) {
  /** End of the indexes in a tree of this size; never before the first. */
  long end(long size) {
    return Math.max(query.from(), Math.min(query.to(), size));
  }

  /** Whether indexes, times and types let an event through. */
  boolean admits(long index, AuditEvent event) {
    return index >= query.from()
        && index < query.to()
        && !event.time().isBefore(query.since())
        && event.time().isBefore(query.until())
        && (query.types().isEmpty() || query.types().contains(event.type()));
  }

  /** Whether the scope does, too; of chains and open intents only the whole log can tell. */
  boolean isAbout(AuditEvent event) {
    return switch (query.scope()) {
      case Scope.Subject wanted -> event.subject().equals(wanted.subject());
      case Scope.Actor wanted -> event.actor().equals(wanted.actor());
      case Scope.Any any -> true;
      case Scope.Chain chain -> true;
      case Scope.OpenIntents open -> true;
    };
  }
}
