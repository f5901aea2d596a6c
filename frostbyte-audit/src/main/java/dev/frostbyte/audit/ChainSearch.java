package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds a chain by reading the log twice: forwards for what follows from a subject, then backwards
 * for what that follows from. One thread, used once.
 */
final class ChainSearch {
  /** Entries read forwards at a time when the log is read backwards. */
  private static final int STRETCH = 4_096;

  private final ProvenSearch search;
  private final Members chain = new Members();

  /** Ids that members name, each with the members that lack an event of this id before them. */
  private final Map<UUID, List<Long>> named = new HashMap<>();

  ChainSearch(ProvenSearch search) {
    this.search = search;
  }

  /** The chain of a subject among the first entries. */
  Members of(String subject, long size) throws IOException, BrokenLog, NotProven {
    Set<UUID> following = new HashSet<>();
    search.read(0, size, entry -> follow(entry, subject, following));
    for (long start = (size - 1) / STRETCH * STRETCH; size > 0 && start >= 0; start -= STRETCH) {
      List<Link> stretch = new ArrayList<>();
      search.read(start, Math.min(size, start + STRETCH), entry -> stretch.add(Link.of(entry)));
      stretch.reversed().forEach(this::trace);
    }
    named.forEach((id, members) -> members.forEach(member -> chain.lacks(member, id)));
    return chain;
  }

  private boolean follow(AuditEntry entry, String subject, Set<UUID> following) {
    AuditEvent event = entry.event();
    boolean member =
        event.subject().equals(subject) || event.previous().stream().anyMatch(following::contains);
    if (member) {
      chain.add(entry.receipt().index());
      following.add(event.id());
    }
    return true;
  }

  private void trace(Link link) {
    if (named.containsKey(link.id)) {
      chain.add(link.index);
      named.put(link.id, new ArrayList<>());
    }
    if (chain.contains(link.index)) {
      link.previous.forEach(
          id -> named.computeIfAbsent(id, any -> new ArrayList<>()).add(link.index));
    }
  }

  /** What the way back needs of an entry. */
  private record Link(long index, UUID id, List<UUID> previous) {
    static Link of(AuditEntry entry) {
      return new Link(entry.receipt().index(), entry.event().id(), entry.event().previous());
    }
  }
}
