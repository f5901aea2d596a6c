package dev.frostbyte.audit;

import dev.frostbyte.audit.JournalReader.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * How far the query projection is. Immutable.
 *
 * @param position entries it holds
 * @param place where the journal's link that closes them stands
 * @param link the link; empty while the projection is being filled, which nothing in the journal is
 */
record Reached(long position, Place place, byte[] link) {
  /** Of an empty projection nothing. */
  static Reached read(Connection open) throws SQLException {
    return ProjectionRows.first(
            open,
            "SELECT position, segment, place, link FROM reached",
            List.of(),
            row ->
                new Reached(
                    row.getLong(1), new Place(row.getLong(2), row.getInt(3)), row.getBytes(4)))
        .orElse(new Reached(0, new Place(0, 0), new byte[0]));
  }

  /** Replaces what was written before. */
  void write(Connection open) throws SQLException {
    ProjectionRows.update(
        open,
        "MERGE INTO reached VALUES (1, ?, ?, ?, ?)",
        List.of(position, place.segment(), place.position(), link));
  }
}
