package dev.frostbyte.api.audit;

import java.util.List;

/**
 * One page of the answer to an {@link AuditQuery}: every event asked for among the entries {@code
 * [from, to)} of the log, in their order. Immutable.
 *
 * <p>What a page proves: each entry has its leaf hash and can be {@linkplain AuditLog#prove proven}
 * to be under the checkpoint. That nothing is <em>missing</em> it proves only when it is {@link
 * #complete}, since indexes leave no gap. Of a page from which a type, a time or a scope kept
 * entries out, whoever did not read the log can not tell whether more was kept out; export the
 * range for that.
 *
 * @param entries the events, by rising index
 * @param from first index the page speaks of
 * @param to end of the indexes the page speaks of, never past the checkpoint unless nothing was
 *     asked for before it
 * @param more whether the query goes on: ask again from {@link #next}
 * @param checkpoint signed root over the log, under which every entry is
 * @param verified whether the log read its journal again for this page, every entry of the range
 *     and not only those answered, and found their leaves under the checkpoint; otherwise the
 *     entries are the journal's, but which ones were asked for was taken from an index beside it
 * @param breaks ids that events of a {@link AuditQuery.Scope.Chain chain} name as previous and that
 *     no event before them has, by the index of the event; those of the whole chain
 */
public record AuditPage(
    List<AuditEntry> entries,
    long from,
    long to,
    boolean more,
    Checkpoint checkpoint,
    boolean verified,
    List<Verification.Break> breaks) {
  /** Copies the lists. */
  public AuditPage {
    entries = List.copyOf(entries);
    breaks = List.copyOf(breaks);
  }

  /** Where the next page begins. */
  public long next() {
    return to;
  }

  /** Whether nothing was kept out: the page holds every entry of its range. */
  public boolean complete() {
    return entries.size() == to - from;
  }
}
