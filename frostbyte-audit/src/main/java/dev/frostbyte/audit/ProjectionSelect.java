package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditQuery.Scope;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.audit.ProjectionRows.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the rows of a page. Every statement follows one index in the order of entries and stops
 * with the page, so that nothing is sorted and memory holds a page only. One thread, used once.
 */
final class ProjectionSelect {
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private static final long PAST_ALL = 1L << 40;
  private static final long BEFORE_ALL = -1;

  private final Connection open;
  private final AuditQuery query;
  private final long since;
  private final long until;
  private final long from;
  private final long to;

  private ProjectionSelect(Connection open, AuditQuery query, long end) throws SQLException {
    this.open = open;
    this.query = query;
    this.since = millis(query.since());
    this.until = millis(query.until());
    this.from = Math.max(query.from(), zone("MIN", "last >= ?", since, PAST_ALL));
    this.to = Math.min(end, zone("MAX", "first < ?", until, BEFORE_ALL) + ProjectionRows.ZONE);
  }

  /**
   * The rows of a page up to an end, and one more when there is one.
   *
   * @param members of a chain, or the open intents
   */
  static List<Row> rows(Connection open, AuditQuery query, long end, Members members)
      throws SQLException {
    ProjectionSelect select = new ProjectionSelect(open, query, end);
    return switch (query.scope()) {
      case Scope.Any any -> query.types().isEmpty() ? select.everything() : select.byType();
      case Scope.Subject about -> select.by("subject", about.subject());
      case Scope.Actor by -> select.by("actor", by.actor());
      case Scope.OpenIntents intents -> select.members(members);
      case Scope.Chain chain -> select.members(members);
    };
  }

  private List<Row> everything() throws SQLException {
    return rows("entries e WHERE TRUE", List.of(), "e.idx");
  }

  private List<Row> by(String column, Object value) throws SQLException {
    return rows(
        "entries e USE INDEX (by_" + column + ") WHERE e." + column + " = ?" + types(),
        List.of(value),
        "e." + column + ", e.idx");
  }

  /** One index run for each type, then merged. */
  private List<Row> byType() throws SQLException {
    List<Row> merged = new ArrayList<>();
    for (EventType type : query.types()) {
      merged.addAll(
          rows(
              "entries e USE INDEX (by_type) WHERE e.type = ?",
              List.of(type.ordinal()),
              "e.type, e.idx"));
    }
    return merged.stream().sorted(Comparator.comparingLong(Row::index)).limit(most()).toList();
  }

  private List<Row> members(Members members) throws SQLException {
    List<Row> rows = new ArrayList<>();
    long at = from < to ? members.next(from) : -1;
    while (at >= 0 && at < to && rows.size() < most()) {
      rows.addAll(rows("entries e WHERE e.idx = ?" + types(), List.of(at), "e.idx"));
      at = members.next(at + 1);
    }
    return rows;
  }

  private List<Row> rows(String source, List<Object> values, String order) throws SQLException {
    String sql =
        "SELECT "
            + ProjectionRows.COLUMNS
            + " FROM "
            + source
            + " AND e.idx >= ? AND e.idx < ? AND e.time >= ? AND e.time < ? ORDER BY "
            + order
            + " FETCH FIRST ? ROWS ONLY";
    List<Object> all =
        Stream.concat(values.stream(), Stream.<Object>of(from, to, since, until, most())).toList();
    return from < to ? ProjectionRows.all(open, sql, all, ProjectionRows::row) : List.of();
  }

  private String types() {
    return query.types().isEmpty()
        ? ""
        : query.types().stream()
            .map(type -> String.valueOf(type.ordinal()))
            .collect(Collectors.joining(", ", " AND e.type IN (", ")"));
  }

  private int most() {
    return query.limit() + 1;
  }

  /** First entry of the first or last zone that can hold wanted times; past all when none can. */
  private long zone(String which, String can, long time, long none) throws SQLException {
    String sql = "SELECT COALESCE(" + which + "(zone), ?) FROM zones WHERE " + can;
    return ProjectionRows.ZONE
        * ProjectionRows.first(open, sql, List.of(none, time), row -> row.getLong(1)).orElse(none);
  }

  /** The time in milliseconds, rounded up: times of events are whole ones. */
  private static long millis(Instant time) {
    Instant within = time.isBefore(FIRST) ? FIRST : time.isAfter(END) ? END : time;
    long millis = within.toEpochMilli();
    return Instant.ofEpochMilli(millis).isBefore(within) ? millis + 1 : millis;
  }
}
