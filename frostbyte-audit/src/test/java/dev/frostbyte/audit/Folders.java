package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditQuery.Scope;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.file.DurableDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Logs of one deployment in folders of the real file system. One thread. */
record Folders(Path folder) {
  /** Every type that callers may write. */
  private static final List<EventType> TYPES =
      Stream.of(EventType.values()).filter(type -> type != EventType.LOG_KEY_ROTATED).toList();

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final List<Scope> SCOPES =
      List.of(
          new Scope.Any(),
          new Scope.Subject("subject-1"),
          new Scope.Actor("actor-1"),
          new Scope.Chain("subject-2"),
          new Scope.OpenIntents());

  /** A closed log that was asked something. */
  Path written(String place, String name, long seed, int events) throws IOException {
    Path log = Files.createDirectories(folder.resolve(place));
    append(log, name, seed, events);
    return log;
  }

  /** A closed log that was never asked. */
  Path unasked(String place, String name, long seed, int events) throws IOException {
    Path log = Files.createDirectories(folder.resolve(place));
    try (AuditLog open = open(log, name)) {
      append(open, seed, events);
    }
    return log;
  }

  void append(Path log, String name, long seed, int events) throws IOException {
    try (AuditLog open = open(log, name)) {
      append(open, seed, events);
      open.query(AuditQuery.all());
    }
  }

  AuditLog open(Path log, String name) throws IOException {
    FileAuditProvider provider = TestLog.provider(TestLog.SMALL);
    return provider.open(DurableDirectory.at(log), name);
  }

  /** Opens a log and compares what its projection finds with what the journal says. */
  void answersTheSame(Path log) throws IOException {
    try (AuditLog open = open(log, TestLog.NAME)) {
      for (Scope scope : SCOPES) {
        AuditQuery query = AuditQuery.all().scope(scope).limit(1_000);
        compare(open, query);
        compare(open, query.types(EventType.DOCUMENT_PARSED, EventType.PUBLISH_REQUESTED));
        compare(open, query.since(START.plusMillis(300)).until(START.plusMillis(900)));
      }
    }
  }

  private static void compare(AuditLog log, AuditQuery query) throws IOException {
    AuditPage found = log.query(query);
    AuditPage read = log.query(query.verified(true));
    assertThat(found.verified()).isFalse();
    assertThat(receipts(found)).as(query.toString()).isEqualTo(receipts(read));
    assertThat(found.to()).isEqualTo(read.to());
    assertThat(found.breaks()).isEqualTo(read.breaks());
  }

  private static List<Object> receipts(AuditPage page) {
    return new ArrayList<>(page.entries().stream().map(entry -> entry.receipt()).toList());
  }

  private static void append(AuditLog log, long seed, int events) throws IOException {
    Random random = new Random(seed);
    for (int number = 0; number < events; number++) {
      long index = log.size();
      UUID id = new UUID(seed, index);
      UUID before = new UUID(seed, index - 1 - random.nextInt(5));
      log.record(
          new AuditEvent(
              id,
              TYPES.get(random.nextInt(TYPES.size())),
              START.plusMillis(index * 10 + random.nextInt(50)),
              "actor-" + random.nextInt(3),
              "subject-" + random.nextInt(6),
              new TreeMap<>(),
              random.nextBoolean() ? List.of() : List.of(before)),
          new byte[random.nextInt(20)]);
    }
  }

  /** Changes a sealed projection and seals it again, as only this deployment can. */
  static void rewrite(Path log, String statement) throws IOException, SQLException {
    String url = "jdbc:h2:" + log.resolve("projection") + ";USER=frostbyte;PASSWORD=";
    try (Connection open = new org.h2.Driver().connect(url, new Properties());
        Statement plain = open.createStatement()) {
      plain.execute(statement);
    }
    String origin = TestLog.DEPLOYMENT + "/" + TestLog.NAME;
    try (SigningKey key = TestLog.key()) {
      new ProjectionFile(DurableDirectory.at(log), origin, key).seal();
    }
  }

  static Path copied(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
      }
    }
    return to;
  }

  /** Puts files of one log in the place of those of another. */
  static void exchange(Path from, Path to, String... names) throws IOException {
    for (String name : names) {
      Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static void turnABit(Path file, int position) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[position] ^= 1;
    Files.write(file, bytes);
  }
}
