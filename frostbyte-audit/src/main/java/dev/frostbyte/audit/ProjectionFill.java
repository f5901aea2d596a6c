package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.audit.JournalReader.Place;
import dev.frostbyte.audit.JournalReader.Read;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Adds entries to the query projection, a few thousand in each transaction, together with the
 * position reached. One thread; whoever opens it closes it, which forgets what was not committed.
 */
final class ProjectionFill implements Closeable {
  private static final int COMMIT_EVERY = 4_096;

  private final Connection open;
  private final PreparedStatement entries;
  private final PreparedStatement links;
  private final TreeMap<Long, Zone> zones = new TreeMap<>();
  private long position;

  private ProjectionFill(Connection open, long position) throws SQLException {
    this.open = open;
    this.position = position;
    this.entries = open.prepareStatement("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    this.links = open.prepareStatement("INSERT INTO links VALUES (?, ?)");
  }

  /** Goes on at a position. */
  static ProjectionFill from(long position, Connection open) throws SQLException {
    ProjectionFill fill = new ProjectionFill(open, position);
    fill.loadZone(position / ProjectionRows.ZONE);
    return fill;
  }

  /** Adds the next entry. */
  void add(AuditEntry entry, Read read) throws SQLException {
    insert(entry, read);
    link(read.index(), entry.event());
    settle(read.index(), entry.event());
    long time = entry.event().time().toEpochMilli();
    zones.merge(read.index() / ProjectionRows.ZONE, new Zone(time, time), Zone::and);
    position = read.index() + 1;
    if (position % COMMIT_EVERY == 0) {
      commit(new Reached(position, new Place(0, 0), new byte[0]));
    }
  }

  /**
   * Makes everything added stay.
   *
   * @param link closes the journal's frames up to here
   */
  void commit(Read link) throws SQLException {
    commit(new Reached(position, link.place(), link.frame().content()));
  }

  private void commit(Reached reached) throws SQLException {
    entries.executeBatch();
    links.executeBatch();
    for (var zone : zones.entrySet()) {
      ProjectionRows.update(
          open,
          "MERGE INTO zones VALUES (?, ?, ?)",
          List.of(zone.getKey(), zone.getValue().first, zone.getValue().last));
    }
    zones.headMap(position / ProjectionRows.ZONE).clear();
    reached.write(open);
    open.commit();
  }

  private void insert(AuditEntry entry, Read read) throws SQLException {
    AuditEvent event = entry.event();
    List<Object> values =
        List.of(
            read.index(),
            event.id(),
            event.type().ordinal(),
            event.time().toEpochMilli(),
            event.actor(),
            event.subject(),
            read.place().segment(),
            read.place().position(),
            read.contentHash());
    for (int at = 0; at < values.size(); at++) {
      entries.setObject(at + 1, values.get(at));
    }
    entries.addBatch();
  }

  private void link(long index, AuditEvent event) throws SQLException {
    for (UUID previous : new LinkedHashSet<>(event.previous())) {
      links.setObject(1, index);
      links.setObject(2, previous);
      links.addBatch();
    }
  }

  /** Removes the intents the event closes and keeps the event when it is one itself. */
  private void settle(long index, AuditEvent event) throws SQLException {
    String closed =
        Arrays.stream(EventType.values())
            .filter(intent -> intent.isIntent() && event.type().closes(intent))
            .map(intent -> String.valueOf(intent.ordinal()))
            .collect(Collectors.joining(", "));
    List<UUID> named = closed.isEmpty() ? List.of() : event.previous();
    for (UUID id : named) {
      String sql = "DELETE FROM intents WHERE id = ? AND type IN (" + closed + ")";
      ProjectionRows.update(open, sql, List.of(id));
    }
    if (event.type().isIntent()) {
      List<Object> intent = new ArrayList<>(List.of(index, event.id(), event.type().ordinal()));
      ProjectionRows.update(open, "INSERT INTO intents VALUES (?, ?, ?)", intent);
    }
  }

  private void loadZone(long zone) throws SQLException {
    ProjectionRows.first(
            open,
            "SELECT first, last FROM zones WHERE zone = ?",
            List.of(zone),
            row -> new Zone(row.getLong(1), row.getLong(2)))
        .ifPresent(begun -> zones.put(zone, begun));
  }

  @Override
  public void close() throws IOException {
    try (entries;
        links) {
      open.rollback();
    } catch (SQLException e) {
      throw new IOException(
          "the audit log's query projection failed (H2 error " + e.getErrorCode() + ")");
    }
  }

  /** Earliest and latest time of some entries. */
  private record Zone(long first, long last) {
    Zone and(Zone other) {
      return new Zone(Math.min(first, other.first), Math.max(last, other.last));
    }
  }
}
