package dev.frostbyte.store.h2;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.h2.api.ErrorCode;

/**
 * One tenant's H2 database through one connection, so that readers see what was applied before it
 * is committed and rows and position share a transaction. The file is encrypted with {@link
 * RowFileKey}. A database that does not open or read is thrown away: it is a projection. H2's
 * messages quote values, so only its error codes pass. Thread-safe: one call at a time.
 */
final class Database implements AutoCloseable {
  private static final String NAME = "rows";
  private static final String FILE = NAME + ".mv.db";
  private static final String FORMAT = "rows.format";
  private static final String BROKEN = "rows.broken";
  private static final int MAGIC = 0x46425231;
  private static final int VERSION = 3;

  private final TenantSpace space;
  private final RowSettings settings;
  private final Object lock = new Object();
  private Optional<Connection> connection = Optional.empty();

  /** Work on the connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException, IOException;
  }

  private Database(TenantSpace space, RowSettings settings) {
    this.space = space;
    this.settings = settings;
  }

  static Database open(TenantSpace space, RowSettings settings) throws IOException {
    Database database = new Database(space, settings);
    if (database.broken()) {
      database.wipe();
    }
    database.connectOrStartAnew();
    return database;
  }

  /** Does some work; a broken database is marked so that it starts anew when opened again. */
  <T> T with(Work<T> work) throws IOException {
    synchronized (lock) {
      Connection open =
          connection.orElseThrow(() -> new IOException("the row store is closed; open it again"));
      try {
        return work.on(open);
      } catch (SQLException e) {
        throw failed(e);
      }
    }
  }

  /** Work that is done wholly or, when it fails, not at all. */
  <T> T atomically(Work<T> work) throws IOException {
    return with(
        open -> {
          java.sql.Savepoint before = open.setSavepoint();
          try {
            T result = work.on(open);
            open.releaseSavepoint(before);
            return result;
          } catch (SQLException | IOException | RuntimeException e) {
            open.rollback(before);
            throw e;
          }
        });
  }

  /** Writes the file anew without anything that was deleted. */
  void compact() throws IOException {
    synchronized (lock) {
      with(
          open -> {
            open.commit();
            return execute(open, "SHUTDOWN COMPACT");
          });
      closeQuietly();
      connectOrStartAnew();
    }
  }

  private void connectOrStartAnew() throws IOException {
    requireReadableFormat();
    try {
      connect();
    } catch (SealBrokenException e) {
      wipe();
      connectAnew();
    } catch (SQLException e) {
      closeQuietly();
      requireNotBusy(e);
      wipe();
      connectAnew();
    }
  }

  private void connectAnew() throws IOException {
    try {
      connect();
    } catch (SQLException e) {
      closeQuietly();
      throw plain(e);
    }
  }

  private void connect() throws SQLException, IOException {
    Properties login = new Properties();
    login.put("password", RowFileKey.password(space));
    Connection open = new org.h2.Driver().connect(url(), login);
    connection = Optional.of(open);
    open.setAutoCommit(false);
    for (String statement : Schema.STATEMENTS) {
      execute(open, statement);
    }
    open.commit();
    writeFormat();
    Schema.check(open);
  }

  private String url() {
    Path file = space.path().toAbsolutePath().resolve(NAME);
    if (file.toString().contains(";")) {
      throw FrostbyteException.of(
          ProblemCode.CONFIGURATION_INVALID,
          "The path of the home holds a semicolon, which the database does not take.");
    }
    return "jdbc:h2:retry:"
        + file
        + ";USER=frostbyte;CIPHER=AES"
        + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;WRITE_DELAY=0"
        + ";CACHE_SIZE="
        + settings.cacheKilobytes();
  }

  private void requireReadableFormat() throws IOException {
    if (!space.files().exists(FORMAT)) {
      return;
    }
    byte[] format = space.files().read(FORMAT, 1024);
    ByteBuffer header = ByteBuffer.wrap(format);
    boolean ours = format.length >= 2 * Integer.BYTES && header.getInt() == MAGIC;
    int version = ours ? header.getInt() : 0;
    if (version > VERSION) {
      throw FrostbyteException.of(
          ProblemCode.FORMAT_TOO_NEW,
          "The row store has format " + version + "; this version reads up to " + VERSION + ".");
    }
    if (version != VERSION) {
      wipe();
    }
  }

  private void writeFormat() throws IOException {
    if (!space.files().exists(FORMAT)) {
      byte[] format = ByteBuffer.allocate(8).putInt(MAGIC).putInt(VERSION).array();
      space.files().replace(FORMAT, format);
    }
  }

  private static void requireNotBusy(SQLException e) {
    if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
      throw FrostbyteException.of(
          ProblemCode.TENANT_BUSY, "The row store is open in another process.");
    }
  }

  private IOException failed(SQLException e) throws IOException {
    boolean corrupt =
        switch (e.getErrorCode()) {
          case ErrorCode.FILE_CORRUPTED_1,
              ErrorCode.IO_EXCEPTION_1,
              ErrorCode.IO_EXCEPTION_2,
              ErrorCode.GENERAL_ERROR_1 ->
              true;
          default -> false;
        };
    if (corrupt) {
      space.files().replace(BROKEN, new byte[0]);
    }
    return plain(e);
  }

  private static IOException plain(SQLException e) {
    return new IOException(
        "the row store failed (H2 error " + e.getErrorCode() + ", " + e.getClass().getName() + ")");
  }

  private boolean broken() throws IOException {
    return space.files().exists(BROKEN);
  }

  private void wipe() throws IOException {
    DurableDirectory files = space.files();
    for (String name : files.list()) {
      boolean rows = name.startsWith(FILE) || name.startsWith(NAME + ".mv");
      if (rows || name.equals(FORMAT) || name.equals(RowFileKey.FILE)) {
        files.delete(name);
      }
    }
    files.delete(BROKEN);
    files.sync();
  }

  static boolean execute(Connection open, String statement) throws SQLException {
    try (Statement plain = open.createStatement()) {
      return plain.execute(statement);
    }
  }

  static int update(Connection open, String statement, List<Object> values) throws SQLException {
    try (PreparedStatement prepared = prepare(open, statement, values)) {
      return prepared.executeUpdate();
    }
  }

  static PreparedStatement prepare(Connection open, String statement, List<Object> values)
      throws SQLException {
    PreparedStatement prepared = open.prepareStatement(statement);
    for (int i = 0; i < values.size(); i++) {
      prepared.setObject(i + 1, values.get(i));
    }
    return prepared;
  }

  /** The first row of an answer. */
  static <T> Optional<T> first(
      Connection open, String statement, List<Object> values, RowReading<T> reading)
      throws SQLException, IOException {
    try (PreparedStatement prepared = prepare(open, statement, values);
        ResultSet rows = prepared.executeQuery()) {
      return rows.next() ? Optional.of(reading.read(rows)) : Optional.empty();
    }
  }

  /** Reads the current row. */
  interface RowReading<T> {
    T read(ResultSet row) throws SQLException, IOException;
  }

  private void closeQuietly() {
    try {
      if (connection.isPresent()) {
        connection.get().close();
      }
    } catch (SQLException e) {
      connection = Optional.empty();
    }
    connection = Optional.empty();
  }

  /** Leaves the state of the last commit. */
  @Override
  public void close() throws IOException {
    synchronized (lock) {
      if (connection.isEmpty()) {
        return;
      }
      try (Connection open = connection.get()) {
        open.rollback();
      } catch (SQLException e) {
        throw failed(e);
      } finally {
        connection = Optional.empty();
      }
    }
  }
}
