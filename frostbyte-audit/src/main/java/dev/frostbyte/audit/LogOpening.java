package dev.frostbyte.audit;

import dev.frostbyte.api.audit.TreeHead;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.audit.FileAuditProvider.Options;
import dev.frostbyte.audit.Journal.End;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Puts a log together from its files. Immutable.
 *
 * @param keyFile holds the older keys that a log may have to be handed over from
 */
record LogOpening(KeyFile keyFile, Options options, JournalShape shape, LogThreads threads) {
  /**
   * Recovers the journal and hands it over to the newest key where it must be.
   *
   * @param noted heads the log must go through
   * @param released closed with the log
   */
  FileAuditLog open(
      DurableDirectory files,
      String origin,
      KeyChain chain,
      List<TreeHead> noted,
      Closeable released)
      throws IOException {
    Segments segments = new Segments(files, shape);
    Recovered recovered = recover(segments, origin, chain, noted);
    return open(files, origin, chain, segments, recovered, released);
  }

  /**
   * As {@link #open}, but reads only the end of a journal that was closed in order and whose {@link
   * ResumeFile} is believed, and leaves one on close.
   *
   * @param kept the root that was kept of the log
   */
  FileAuditLog resume(
      DurableDirectory files, String origin, KeyChain chain, TreeHead kept, Closeable released)
      throws IOException {
    Segments segments = new Segments(files, shape);
    ResumeFile file = new ResumeFile(files, segments, origin, chain);
    Optional<Recovered> known = file.recovered(kept);
    Recovered recovered =
        known.isPresent() ? known.get() : recover(segments, origin, chain, List.of(kept));
    return open(files, origin, chain, segments, recovered, released).resumedWith(file, recovered);
  }

  private FileAuditLog open(
      DurableDirectory files,
      String origin,
      KeyChain chain,
      Segments segments,
      Recovered recovered,
      Closeable released)
      throws IOException {
    Journal journal = Journal.open(segments, recovered);
    LogReader reader = new LogReader(origin, segments, journal, chain.keys());
    GroupCommit commits = begun(origin, chain, journal, recovered.roots());
    HashStore hashes = new HashStore(files, reader);
    ProjectionFile file = new ProjectionFile(files, origin, chain.current().log());
    Queries queries = new Queries(commits, reader, hashes, new Projection(file, reader));
    FileAuditLog.Exports exports = end -> export(origin, reader, chain, end);
    return new FileAuditLog(origin, commits, reader, hashes, queries, exports, released);
  }

  private static Recovered recover(
      Segments segments, String origin, KeyChain chain, List<TreeHead> noted) throws IOException {
    try {
      return Recovery.open(segments, origin, chain.keys(), noted);
    } catch (BrokenLog broken) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "The audit log " + origin + " does not verify: " + broken.what() + ".");
    }
  }

  private GroupCommit begun(String origin, KeyChain chain, Journal journal, Roots roots)
      throws IOException {
    boolean done = false;
    try (Handover handover = new Handover(origin, keyFile, chain, options)) {
      LogWriter writer = new LogWriter(origin, journal, roots, handover.start(roots));
      GroupCommit commits = new GroupCommit(writer, shape.sealing(), threads);
      handover.run(roots, commits);
      done = true;
      return commits;
    } finally {
      if (!done) {
        journal.abandon();
      }
    }
  }

  private static LogExport export(String origin, LogReader reader, KeyChain chain, End end)
      throws IOException {
    KeptAttestations kept = KeptAttestations.read(reader, end, chain.keys().getFirst());
    return new LogExport(reader, chain.current().log(), kept, Renderings.of(origin));
  }
}
