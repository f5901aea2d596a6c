package dev.frostbyte.store.h2;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The tables. Ids are pseudonyms; whatever says something about a document is sealed. */
final class Schema {
  static final List<String> STATEMENTS =
      List.of(
          "CREATE TABLE IF NOT EXISTS meta (" + "one INT PRIMARY KEY, position BIGINT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS documents ("
              + "id VARCHAR(64) PRIMARY KEY, generation BIGINT NOT NULL, chunks INT NOT NULL, "
              + "sealed VARBINARY NOT NULL)",
          "CREATE TABLE IF NOT EXISTS chunks ("
              + "id VARCHAR(64) PRIMARY KEY, document VARCHAR(64) NOT NULL, "
              + "generation BIGINT NOT NULL, sealed VARBINARY NOT NULL)",
          "CREATE INDEX IF NOT EXISTS chunks_of ON chunks(document)");

  private Schema() {}

  /** Reads a little of every table, so that a broken file is noticed when it is opened. */
  static void check(Connection open) throws SQLException, IOException {
    for (String table : List.of("meta", "documents", "chunks")) {
      Database.first(open, "SELECT COUNT(*) FROM " + table, List.of(), row -> row.getLong(1));
    }
  }
}
