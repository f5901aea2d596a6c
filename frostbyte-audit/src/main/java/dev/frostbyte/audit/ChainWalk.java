package dev.frostbyte.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds a chain by walking the links of the query projection: down from a subject's entries, then
 * up from everything found. Reads a page of links at a time. One thread; whoever opens it closes
 * it.
 */
final class ChainWalk implements AutoCloseable {
  private static final int PAGE = 1_000;

  private final PreparedStatement seeds;
  private final PreparedStatement children;
  private final PreparedStatement parents;
  private final Members members = new Members();

  ChainWalk(Connection open) throws SQLException {
    this.seeds =
        open.prepareStatement(
            "SELECT idx FROM entries USE INDEX (by_subject) WHERE subject = ? AND idx > ? "
                + "ORDER BY subject, idx FETCH FIRST "
                + PAGE
                + " ROWS ONLY");
    this.children =
        open.prepareStatement(
            "SELECT child FROM links USE INDEX (by_parent) "
                + "WHERE parent = (SELECT id FROM entries WHERE idx = ?) AND child > ? "
                + "ORDER BY parent, child FETCH FIRST "
                + PAGE
                + " ROWS ONLY");
    this.parents =
        open.prepareStatement(
            "SELECT l.parent, e.idx FROM links l LEFT JOIN entries e "
                + "ON e.id = l.parent AND e.idx < l.child WHERE l.child = ?");
  }

  /** The chain of a subject. */
  Members of(String subject) throws SQLException {
    addAll(seeds, subject, -1);
    for (long next = members.next(0); next >= 0; next = members.next(next + 1)) {
      addAll(children, next, next);
    }
    for (long last = members.last(); last >= 0; last = members.before(last)) {
      addParents(last);
    }
    return members;
  }

  /** What an entry follows from stands before it, so going backwards meets everything added. */
  private void addParents(long child) throws SQLException {
    for (Parent parent : parents(child)) {
      if (parent.index.isPresent()) {
        members.add(parent.index.get());
      } else {
        members.lacks(child, parent.id);
      }
    }
  }

  /** Adds every index behind another one of an answer that is read in pages. */
  private void addAll(PreparedStatement paged, Object of, long behind) throws SQLException {
    long last = behind;
    int rows = PAGE;
    while (rows == PAGE) {
      rows = 0;
      paged.setObject(1, of);
      paged.setLong(2, last);
      try (ResultSet page = paged.executeQuery()) {
        while (page.next()) {
          last = page.getLong(1);
          members.add(last);
          rows++;
        }
      }
    }
  }

  private List<Parent> parents(long child) throws SQLException {
    List<Parent> found = new ArrayList<>();
    parents.setLong(1, child);
    try (ResultSet rows = parents.executeQuery()) {
      while (rows.next()) {
        long index = rows.getLong(2);
        Optional<Long> known = rows.wasNull() ? Optional.empty() : Optional.of(index);
        found.add(new Parent(rows.getObject(1, UUID.class), known));
      }
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    try (seeds;
        children) {
      parents.close();
    }
  }

  /** What an entry follows from; without an index when it does not stand before the entry. */
  private record Parent(UUID id, Optional<Long> index) {}
}
