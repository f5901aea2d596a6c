package dev.frostbyte.audit;

import dev.frostbyte.audit.JournalReader.Place;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables of the query projection and how rows are read. Rows hold what leaves hold in the
 * clear, and where the frame stands; never a payload. Stateless.
 */
final class ProjectionRows {
  /** Entries a zone sums up. */
  static final int ZONE = 1_024;

  /** Columns of {@link #row}. */
  static final String COLUMNS = "e.idx, e.segment, e.place, e.leaf";

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE reached (one INT PRIMARY KEY, position BIGINT NOT NULL, "
              + "segment BIGINT NOT NULL, place INT NOT NULL, link VARBINARY(32) NOT NULL)",
          "CREATE TABLE entries (idx BIGINT PRIMARY KEY, id UUID NOT NULL, "
              + "type SMALLINT NOT NULL, time BIGINT NOT NULL, actor VARCHAR(80) NOT NULL, "
              + "subject VARCHAR(80) NOT NULL, segment BIGINT NOT NULL, place INT NOT NULL, "
              + "leaf VARBINARY(32) NOT NULL)",
          "CREATE INDEX by_id ON entries(id, idx)",
          "CREATE INDEX by_type ON entries(type, idx)",
          "CREATE INDEX by_actor ON entries(actor, idx)",
          "CREATE INDEX by_subject ON entries(subject, idx)",
          "CREATE TABLE links (child BIGINT NOT NULL, parent UUID NOT NULL, "
              + "PRIMARY KEY (child, parent))",
          "CREATE INDEX by_parent ON links(parent, child)",
          "CREATE TABLE intents (idx BIGINT PRIMARY KEY, id UUID NOT NULL, "
              + "type SMALLINT NOT NULL)",
          "CREATE INDEX intents_by_id ON intents(id)",
          "CREATE TABLE zones (zone BIGINT PRIMARY KEY, first BIGINT NOT NULL, "
              + "last BIGINT NOT NULL)");

  private static final String MADE =
      "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'";

  private ProjectionRows() {}

  /**
   * Makes the tables of an empty database; one that lacks a table stays so and fails when asked.
   */
  static void create(Connection open) throws SQLException {
    try (Statement plain = open.createStatement();
        ResultSet made = plain.executeQuery(MADE)) {
      made.next();
      if (made.getInt(1) == 0) {
        createAll(open);
      }
    }
    open.setAutoCommit(false);
    open.commit();
  }

  private static void createAll(Connection open) throws SQLException {
    try (Statement plain = open.createStatement()) {
      for (String table : TABLES) {
        plain.execute(table);
      }
    }
  }

  /** Every row of an answer that is known to be short. */
  static <T> List<T> all(Connection open, String sql, List<Object> values, Reading<T> reading)
      throws SQLException {
    try (PreparedStatement prepared = prepare(open, sql, values);
        ResultSet rows = prepared.executeQuery()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reading.read(rows));
      }
      return read;
    }
  }

  /** The first row of an answer. */
  static <T> Optional<T> first(Connection open, String sql, List<Object> values, Reading<T> reading)
      throws SQLException {
    return all(open, sql + " FETCH FIRST 1 ROW ONLY", values, reading).stream().findFirst();
  }

  static void update(Connection open, String sql, List<Object> values) throws SQLException {
    try (PreparedStatement prepared = prepare(open, sql, values)) {
      prepared.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection open, String sql, List<Object> values)
      throws SQLException {
    PreparedStatement prepared = open.prepareStatement(sql);
    for (int at = 0; at < values.size(); at++) {
      prepared.setObject(at + 1, values.get(at));
    }
    return prepared;
  }

  /** Where the entry of the current row stands. */
  static Row row(ResultSet columns) throws SQLException {
    return new Row(
        columns.getLong(1), new Place(columns.getLong(2), columns.getInt(3)), columns.getBytes(4));
  }

  /**
   * Where an entry stands.
   *
   * @param leaf its leaf hash
   */
  record Row(long index, Place place, byte[] leaf) {}

  /** Reads the current row. */
  @FunctionalInterface
  interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Work on the database. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection open) throws SQLException, IOException;
  }
}
