package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditQuery.Scope;
import dev.frostbyte.api.audit.Verification.Break;
import dev.frostbyte.audit.Journal.End;
import dev.frostbyte.audit.ProjectionRows.Row;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Finds where the events of a query stand. A table beside the journal, opened and brought up to
 * date when it is asked; made anew when it is not of this journal. It decides nothing: whoever asks
 * reads the entries from the journal. One thread at a time; whoever opens it closes it.
 */
final class Projection {
  private final ProjectionFile file;
  private final LogReader log;
  private Optional<Connection> connection = Optional.empty();
  private boolean joined;

  Projection(ProjectionFile file, LogReader log) {
    this.file = file;
    this.log = log;
  }

  /**
   * Finds a page among the first entries.
   *
   * @param size how many entries count; never less than at the call before
   * @throws Stale when it must be {@linkplain #clear cleared}
   */
  Found find(AuditQuery query, long size, End end) throws IOException, Stale {
    try {
      Connection open = connected();
      reach(open, size, end);
      return find(open, query, size);
    } catch (SQLException e) {
      throw Stale.of(e);
    }
  }

  /** Forgets everything; the next call makes it anew. */
  void clear() throws IOException {
    disconnect();
    file.wipe();
  }

  /** Closes and seals it. What goes wrong costs the making of another one, nothing else. */
  void close() {
    if (connection.isEmpty()) {
      return;
    }
    try {
      boolean closed = disconnect();
      if (closed) {
        file.seal();
      }
    } catch (IOException e) {
      connection = Optional.empty();
    }
  }

  private boolean disconnect() {
    try {
      if (connection.isPresent()) {
        connection.get().close();
      }
      return true;
    } catch (SQLException e) {
      return false;
    } finally {
      connection = Optional.empty();
      joined = false;
    }
  }

  private Connection connected() throws IOException, SQLException, Stale {
    if (connection.isPresent()) {
      return connection.get();
    }
    Connection open = file.open();
    connection = Optional.of(open);
    ProjectionRows.create(open);
    requireOfThisJournal(open);
    return open;
  }

  /** Its last entry must stand in the journal, after the same entries. */
  private void requireOfThisJournal(Connection open) throws IOException, SQLException, Stale {
    Reached reached = Reached.read(open);
    List<Row> last = row(open, reached.position() - 1);
    long rows =
        ProjectionRows.first(open, "SELECT COUNT(*) FROM entries", List.of(), row -> row.getLong(1))
            .orElse(0L);
    if (rows != reached.position() || last.isEmpty() != (reached.position() == 0)) {
      throw Stale.different();
    }
    for (Row row : last) {
      requireSame(row, reached);
    }
  }

  private void requireSame(Row row, Reached reached) throws IOException, Stale {
    try (FrameReader frames = log.frames()) {
      frames.read(row.index(), row.place(), row.leaf());
      frames.requireLink(reached.place(), reached.link());
    } catch (BrokenLog notThere) {
      throw Stale.different();
    }
  }

  private static List<Row> row(Connection open, long index) throws SQLException {
    return ProjectionRows.all(
        open,
        "SELECT " + ProjectionRows.COLUMNS + " FROM entries e WHERE e.idx = ?",
        List.of(index),
        ProjectionRows::row);
  }

  /**
   * Adds what is new. Reads on to the end, so that what was added, and what was there when the file
   * was opened, is what the log's own chain goes through.
   */
  private void reach(Connection open, long size, End end) throws IOException, SQLException, Stale {
    Reached reached = Reached.read(open);
    if (reached.position() > size) {
      throw Stale.different();
    }
    if (reached.position() == size && joined) {
      return;
    }
    try (ProjectionFill fill = ProjectionFill.from(reached.position(), open);
        EntryReader entries = log.entriesAfter(reached, end)) {
      fill(fill, entries, size - reached.position());
      joined = entries.passed(reached);
    } catch (BrokenLog broken) {
      clear();
      throw log.refused(broken);
    }
    if (!joined) {
      throw Stale.different();
    }
  }

  private void fill(ProjectionFill fill, EntryReader entries, long count)
      throws IOException, SQLException, BrokenLog {
    for (long added = 0; added < count; added++) {
      JournalReader.Read read = entries.next();
      fill.add(log.entry(read), read);
    }
    if (count > 0) {
      fill.commit(entries.link());
    }
    entries.finish();
  }

  private static Found find(Connection open, AuditQuery query, long size) throws SQLException {
    Members members = members(open, query);
    long end = new Wanted(query).end(size);
    List<Row> rows = ProjectionSelect.rows(open, query, end, members);
    boolean more = rows.size() > query.limit();
    return new Found(
        more ? rows.subList(0, query.limit()) : rows,
        more ? rows.getLast().index() : end,
        more,
        members.breaks());
  }

  private static Members members(Connection open, AuditQuery query) throws SQLException {
    return switch (query.scope()) {
      case Scope.Chain chain -> chain(open, chain.subject());
      case Scope.OpenIntents intents -> openIntents(open);
      case Scope.Any any -> new Members();
      case Scope.Subject about -> new Members();
      case Scope.Actor by -> new Members();
    };
  }

  private static Members chain(Connection open, String subject) throws SQLException {
    try (ChainWalk walk = new ChainWalk(open)) {
      return walk.of(subject);
    }
  }

  private static Members openIntents(Connection open) throws SQLException {
    String sql = "SELECT idx FROM intents WHERE idx > ? ORDER BY idx FETCH FIRST 1000 ROWS ONLY";
    Members members = new Members();
    List<Long> page = ProjectionRows.all(open, sql, List.of(-1L), row -> row.getLong(1));
    while (!page.isEmpty()) {
      page.forEach(members::add);
      page = ProjectionRows.all(open, sql, List.of(page.getLast()), row -> row.getLong(1));
    }
    return members;
  }

  /**
   * A page of places.
   *
   * @param to end of the indexes the page speaks of
   */
  record Found(List<Row> rows, long to, boolean more, List<Break> breaks) {}
}
