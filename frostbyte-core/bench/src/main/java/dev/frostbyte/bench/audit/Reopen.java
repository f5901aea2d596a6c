package dev.frostbyte.bench.audit;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.Checkpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log costs that is opened for one event, as the log of logs is: opened, one event appended,
 * sealed, closed. Once with everything read, once gone on with from its end, in turns.
 *
 * <p>{@code java -cp CLASSPATH dev.frostbyte.bench.audit.Reopen FOLDER EVENTS ROUNDS}
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class Reopen {
  private static final String NAME = "reopen";
  private static final int TOGETHER = 1_000;

  private final Logs logs;
  private final Report report = new Report();
  private Checkpoint kept;
  private long size;

  private Reopen(Logs logs, int events) throws IOException {
    this.logs = logs;
    try (AuditLog log = logs.open(NAME, Disk.counting())) {
      for (int number = 1; number < events; number++) {
        append(log, number % TOGETHER == 0);
      }
      append(log, true);
      this.kept = log.seal();
    }
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    try (Logs logs = Logs.in(Path.of(arguments[0]))) {
      new Reopen(logs, Integer.parseInt(arguments[1])).run(Integer.parseInt(arguments[2]));
    }
  }

  private void run(int rounds) throws IOException {
    List<Double> whole = new ArrayList<>();
    List<Double> resumed = new ArrayList<>();
    appendOne(logs::resume);
    for (int round = 0; round < rounds; round++) {
      whole.add(appendOne(logs::reopen));
      appendOne(logs::resume);
      resumed.add(appendOne(logs::resume));
    }
    report.figure("entries", Long.toString(size));
    tell("open, append, seal, close: all read, ms", whole);
    tell("open, append, seal, close: from its end, ms", resumed);
    report.print();
  }

  private double appendOne(Way way) throws IOException {
    long start = System.nanoTime();
    try (AuditLog log = way.open(NAME, kept)) {
      append(log, true);
      kept = log.seal();
    }
    return millis(start);
  }

  private void append(AuditLog log, boolean forced) throws IOException {
    AuditEvent event = Logs.event(size);
    size++;
    if (forced) {
      log.append(event, Logs.NO_PAYLOAD);
    } else {
      log.record(event, Logs.NO_PAYLOAD);
    }
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private void tell(String what, List<Double> millis) {
    report.figure(what, Report.spread(millis.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  /** A way to open a log that was closed in order. */
  @FunctionalInterface
  private interface Way {
    AuditLog open(String name, Checkpoint kept) throws IOException;
  }
}
