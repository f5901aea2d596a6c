package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.audit.Journal.End;
import dev.frostbyte.audit.Projection.Found;
import dev.frostbyte.audit.ProjectionRows.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers queries over one log, each under a root that is signed first when something is not under
 * one. The projection finds the events and the journal has the word: every entry is read from it
 * and asked again whether it is meant. When the projection cannot be used it is made anew, and when
 * that does not help either, the journal answers alone. Thread-safe, one query at a time.
 */
final class Queries {
  private final GroupCommit commits;
  private final LogReader log;
  private final HashStore hashes;
  private final Projection projection;
  private final Object lock = new Object();

  Queries(GroupCommit commits, LogReader log, HashStore hashes, Projection projection) {
    this.commits = commits;
    this.log = log;
    this.hashes = hashes;
    this.projection = projection;
  }

  AuditPage page(AuditQuery query) throws IOException {
    synchronized (lock) {
      Checkpoint sealed = commits.seal();
      End end = commits.settle();
      return query.verified() ? proven(query, sealed, end) : found(query, sealed, end);
    }
  }

  /** Leaves the projection for the next time; queries fail after. */
  void close() {
    synchronized (lock) {
      projection.close();
    }
  }

  private AuditPage proven(AuditQuery query, Checkpoint sealed, End end) throws IOException {
    return hashes.reading(end, tree -> new ProvenSearch(log, tree, sealed, end).page(query));
  }

  private AuditPage found(AuditQuery query, Checkpoint sealed, End end) throws IOException {
    try {
      return look(query, sealed, end);
    } catch (Stale old) {
      projection.clear();
    }
    try {
      return look(query, sealed, end);
    } catch (Stale unusable) {
      projection.clear();
      return proven(query, sealed, end);
    }
  }

  private AuditPage look(AuditQuery query, Checkpoint sealed, End end) throws IOException, Stale {
    Found found = projection.find(query, sealed.size(), end);
    List<AuditEntry> entries = new ArrayList<>();
    Wanted wanted = new Wanted(query);
    try (FrameReader frames = log.frames()) {
      for (Row row : found.rows()) {
        ContentHash leaf = ContentHash.ofDigest(row.leaf());
        AuditEntry entry = frames.entry(row.index(), row.place(), leaf);
        requireMeant(wanted, entry);
        entries.add(entry);
      }
    } catch (BrokenLog notThere) {
      throw Stale.different();
    }
    return new AuditPage(
        entries, query.from(), found.to(), found.more(), sealed, false, found.breaks());
  }

  private static void requireMeant(Wanted wanted, AuditEntry entry) throws Stale {
    if (!wanted.admits(entry.receipt().index(), entry.event()) || !wanted.isAbout(entry.event())) {
      throw Stale.different();
    }
  }
}
