package dev.frostbyte.bench.audit;

import dev.frostbyte.api.audit.AuditLog;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The journal against H2 made durable, in alternating rounds of one run: 16 callers append events
 * of about 512 bytes, or insert rows of as many, each alone and durable before the caller goes on.
 * H2 is durable only with {@code CHECKPOINT SYNC} after each commit; it runs with 16 connections
 * and with one, and the faster counts.
 *
 * <p>{@code java -cp CLASSPATH dev.frostbyte.bench.audit.AgainstH2 FOLDER ROUNDS SECONDS}
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class AgainstH2 {
  private static final int CALLERS = 16;
  private static final int ROW_BYTES = 512;
  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS EVENTS(NR BIGINT PRIMARY KEY, SUBJECT VARCHAR, ENTRY VARBINARY)";

  private final Path folder;
  private final double seconds;
  private final AtomicLong number = new AtomicLong();

  private AgainstH2(Path folder, double seconds) {
    this.folder = folder;
    this.seconds = seconds;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    new AgainstH2(folder, Double.parseDouble(arguments[2])).run(rounds);
  }

  private void run(int rounds) throws Exception {
    double[] journal = new double[rounds];
    double[] many = new double[rounds];
    double[] single = new double[rounds];
    double[] ratios = new double[rounds];
    try (Logs logs = Logs.in(folder)) {
      for (int round = 0; round < rounds; round++) {
        journal[round] = journal(logs);
        many[round] = database(CALLERS);
        single[round] = database(1);
        ratios[round] = journal[round] / Math.max(many[round], single[round]);
      }
    }
    Report report = new Report();
    report.figure("journal, 16 callers: events/s", Report.spread(journal));
    report.figure("H2 durable, 16 connections: rows/s", Report.spread(many));
    report.figure("H2 durable, one connection: rows/s", Report.spread(single));
    double ratio = Report.median(ratios);
    report.goal("journal / faster H2", Report.spread(ratios), ">= 10", ratio >= 10);
    report.print();
  }

  private double journal(Logs logs) throws Exception {
    try (AuditLog log = logs.open("h2/log-" + number.incrementAndGet(), Disk.counting())) {
      return perSecond(
          CALLERS, caller -> log.append(Logs.event(number.incrementAndGet()), Logs.NO_PAYLOAD));
    }
  }

  private double database(int callers) throws Exception {
    String url = "jdbc:h2:" + folder.resolve("h2-" + number.incrementAndGet()).toAbsolutePath();
    List<Connection> connections = new ArrayList<>();
    try (Connection first = DriverManager.getConnection(url, "sa", "")) {
      execute(first, TABLE);
      execute(first, "CREATE INDEX EVENTS_SUBJECT ON EVENTS(SUBJECT)");
      for (int i = 0; i < callers; i++) {
        connections.add(DriverManager.getConnection(url, "sa", ""));
      }
      double done = perSecond(callers, caller -> insert(connections.get(caller)));
      for (Connection connection : connections) {
        connection.close();
      }
      return done;
    }
  }

  private void insert(Connection connection) throws SQLException {
    long row = number.incrementAndGet();
    byte[] entry = new byte[ROW_BYTES];
    Arrays.fill(entry, (byte) row);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO EVENTS VALUES(?, ?, ?)")) {
      insert.setLong(1, row);
      insert.setString(2, "document-" + row);
      insert.setBytes(3, entry);
      insert.executeUpdate();
    }
    execute(connection, "CHECKPOINT SYNC");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private double perSecond(int callers, Callers.Call call) throws Exception {
    long start = System.nanoTime();
    long calls = Callers.run(callers, seconds, call).length;
    return calls / ((System.nanoTime() - start) / 1e9);
  }
}
