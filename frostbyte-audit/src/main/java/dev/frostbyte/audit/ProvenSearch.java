package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditQuery.Scope;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.Verification.Break;
import dev.frostbyte.audit.Journal.End;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Answers queries from the journal alone. Every run of entries that decides what a page holds is
 * read anew and must lead to the checkpoint's root, so that neither a changed entry nor a changed
 * file beside the journal can put an event in or keep one out. Takes as long as reading those runs;
 * holds a page and, for chains, the ids of the chain. One thread, used once.
 */
final class ProvenSearch {
  private final LogReader log;
  private final TreeHashes hashes;
  private final Checkpoint sealed;
  private final End end;

  /** Searches below a checkpoint, which the journal reaches at this end. */
  ProvenSearch(LogReader log, TreeHashes hashes, Checkpoint sealed, End end) {
    this.log = log;
    this.hashes = hashes;
    this.sealed = sealed;
    this.end = end;
  }

  AuditPage page(AuditQuery query) throws IOException, BrokenLog, NotProven {
    Wanted wanted = new Wanted(query);
    return switch (query.scope()) {
      case Scope.Any any -> page(wanted, index -> true, List.of());
      case Scope.Subject subject -> page(wanted, index -> true, List.of());
      case Scope.Actor actor -> page(wanted, index -> true, List.of());
      case Scope.OpenIntents open ->
          page(wanted, new OpenIntents(this).within(wanted, sealed.size())::contains, List.of());
      case Scope.Chain about -> {
        Members chain = new ChainSearch(this).of(about.subject(), sealed.size());
        yield page(wanted, chain::contains, chain.breaks());
      }
    };
  }

  private AuditPage page(Wanted wanted, LongPredicate members, List<Break> breaks)
      throws IOException, BrokenLog, NotProven {
    long from = wanted.query().from();
    long to = wanted.end(sealed.size());
    List<AuditEntry> entries = new ArrayList<>();
    long stopped = read(from, to, entry -> take(entry, wanted, members, entries));
    return new AuditPage(entries, from, stopped, stopped < to, sealed, true, breaks);
  }

  /** Refuses the first entry that is meant when the page is full. */
  private static boolean take(
      AuditEntry entry, Wanted wanted, LongPredicate members, List<AuditEntry> entries) {
    long index = entry.receipt().index();
    AuditEvent event = entry.event();
    boolean meant = wanted.admits(index, event) && wanted.isAbout(event) && members.test(index);
    boolean full = entries.size() == wanted.query().limit();
    if (meant && !full) {
      entries.add(entry);
    }
    return !meant || !full;
  }

  /**
   * Reads entries until one is refused or the end is reached, and checks them against the root.
   *
   * @return index of the refused entry, or the end
   */
  long read(long from, long to, Taker taker) throws IOException, BrokenLog, NotProven {
    if (from >= to) {
      return to;
    }
    ProvenRange range = ProvenRange.from(from, hashes);
    long at = from;
    try (EntryReader reader = log.entriesFrom(from, end)) {
      boolean taken = true;
      while (taken && at < to) {
        JournalReader.Read read = reader.next();
        range.append(read.contentHash());
        taken = taker.take(log.entry(read));
        at += taken ? 1 : 0;
      }
    }
    if (!Arrays.equals(range.root(sealed.size()), sealed.root().bytes())) {
      throw new NotProven();
    }
    return at;
  }

  /** Takes entries. */
  @FunctionalInterface
  interface Taker {
    /** Takes the next entry, or refuses it and all after it. */
    boolean take(AuditEntry entry);
  }
}
