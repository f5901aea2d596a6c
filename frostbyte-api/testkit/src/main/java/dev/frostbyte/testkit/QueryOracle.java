package dev.frostbyte.testkit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditQuery.Scope;
import dev.frostbyte.api.audit.Verification.Break;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Answers queries by looking at every replayed entry, as plainly as they are defined. Immutable.
 *
 * @param entries every entry of the log
 */
record QueryOracle(List<AuditEntry> entries) {
  /** Indexes of the entries a query means, on all its pages together. */
  List<Long> indexes(AuditQuery query) {
    Set<Integer> scope = scope(query.scope());
    return IntStream.range(0, entries.size())
        .filter(index -> index >= query.from() && index < query.to())
        .filter(index -> scope.contains(index) && admits(query, event(index)))
        .mapToObj(index -> (long) index)
        .toList();
  }

  /** Indexes of members of a chain that follow from events which are not there. */
  Set<Long> broken(AuditQuery query) {
    Set<Long> broken = new TreeSet<>();
    if (query.scope() instanceof Scope.Chain) {
      scope(query.scope()).stream()
          .filter(
              index -> event(index).previous().stream().anyMatch(id -> before(id, index).isEmpty()))
          .forEach(index -> broken.add((long) index));
    }
    return broken;
  }

  /** Indexes that breaks name. */
  static Set<Long> indexes(List<Break> breaks) {
    return new TreeSet<>(breaks.stream().map(Break::index).toList());
  }

  private static boolean admits(AuditQuery query, AuditEvent event) {
    return !event.time().isBefore(query.since())
        && event.time().isBefore(query.until())
        && (query.types().isEmpty() || query.types().contains(event.type()));
  }

  private Set<Integer> scope(Scope scope) {
    return switch (scope) {
      case Scope.Any any -> all();
      case Scope.Subject wanted -> about(wanted.subject());
      case Scope.Actor wanted -> where(all(), index -> event(index).actor().equals(wanted.actor()));
      case Scope.Chain wanted -> chain(wanted.subject());
      case Scope.OpenIntents open -> where(all(), this::isOpen);
    };
  }

  private Set<Integer> chain(String subject) {
    Set<Integer> chain = about(subject);
    int size = -1;
    while (size != chain.size()) {
      size = chain.size();
      chain.addAll(where(all(), index -> parents(index).stream().anyMatch(chain::contains)));
    }
    size = -1;
    while (size != chain.size()) {
      size = chain.size();
      List.copyOf(chain).forEach(index -> chain.addAll(parents(index)));
    }
    return chain;
  }

  private Set<Integer> parents(int index) {
    Set<Integer> parents = new HashSet<>();
    event(index).previous().forEach(id -> parents.addAll(before(id, index)));
    return parents;
  }

  private List<Integer> before(UUID id, int index) {
    List<Integer> before = new ArrayList<>();
    for (int earlier = 0; earlier < index; earlier++) {
      if (event(earlier).id().equals(id)) {
        before.add(earlier);
      }
    }
    return before;
  }

  private boolean isOpen(int index) {
    AuditEvent intent = event(index);
    return intent.type().isIntent()
        && entries.subList(index + 1, entries.size()).stream()
            .map(AuditEntry::event)
            .noneMatch(
                later ->
                    later.type().closes(intent.type()) && later.previous().contains(intent.id()));
  }

  private Set<Integer> about(String subject) {
    return where(all(), index -> event(index).subject().equals(subject));
  }

  private Set<Integer> all() {
    return new HashSet<>(IntStream.range(0, entries.size()).boxed().toList());
  }

  private static Set<Integer> where(Set<Integer> indexes, Predicate<Integer> holds) {
    return new HashSet<>(indexes.stream().filter(holds).toList());
  }

  private AuditEvent event(int index) {
    return entries.get(index).event();
  }
}
