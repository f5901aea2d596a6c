package dev.frostbyte.bench.audit;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.model.ContentHash;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What an append costs: records for each force with 1 to 16 callers, and CPU time of the writing
 * thread for each record. Rounds alternate over the numbers of callers; 16 callers run twice in
 * each, and the ratio of the two says how much this machine's noise is.
 *
 * <p>Writer CPU is that of the whole thread (signing roots, waking callers) less what the operating
 * system takes inside of write and fdatasync, which is shown beside it. It depends on how many
 * records share a force; the goal is for two callers that record 255 or 2,047 events each before
 * they append one. What SHA-256 of 64 bytes costs at the same time is shown too: four such blocks
 * and a 512-byte checksum are the least a record needs.
 *
 * <p>{@code java -cp CLASSPATH dev.frostbyte.bench.audit.AppendCost FOLDER ROUNDS SECONDS}
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class AppendCost {
  private static final int[] CALLERS = {1, 2, 4, 8, 16, 16};
  private static final int RECORDERS = 2;
  private static final int[] TOGETHER = {256, 2048};

  private static final int HASHES = 50_000;

  private final Logs logs;
  private final double seconds;
  private final AtomicLong number = new AtomicLong();

  private AppendCost(Logs logs, double seconds) {
    this.logs = logs;
    this.seconds = seconds;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[1]);
    try (Logs logs = Logs.in(Path.of(arguments[0]))) {
      new AppendCost(logs, Double.parseDouble(arguments[2])).run(rounds);
    }
  }

  private void run(int rounds) throws Exception {
    List<List<Round>> single = lists(CALLERS.length);
    List<List<Round>> batches = lists(TOGETHER.length);
    for (int round = -1; round < rounds; round++) {
      for (int i = 0; i < CALLERS.length; i++) {
        single.get(i).add(round(CALLERS[i], 1));
      }
      for (int i = 0; i < TOGETHER.length; i++) {
        batches.get(i).add(round(RECORDERS, TOGETHER[i]));
      }
    }
    single.forEach(List::removeFirst);
    batches.forEach(List::removeFirst);
    report(single, batches);
  }

  private static List<List<Round>> lists(int number) {
    return Stream.generate(() -> (List<Round>) new ArrayList<Round>()).limit(number).toList();
  }

  private Round round(int callers, int together) throws Exception {
    Disk disk = Disk.counting();
    try (AuditLog log = logs.open("append/" + number.incrementAndGet(), disk)) {
      disk.begin();
      long start = System.nanoTime();
      long calls = Callers.run(callers, seconds, caller -> append(log, together)).length;
      long wall = System.nanoTime() - start;
      long own = disk.writerNanos() - disk.systemNanos();
      return new Round(calls * together, disk.forces(), wall, own, disk.systemNanos(), sha());
    }
  }

  /** Microseconds of CPU for one SHA-256 of 64 bytes, as the machine is now. */
  private static double sha() {
    MessageDigest digest = ContentHash.digest();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    byte[] block = new byte[64];
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < HASHES; i++) {
      digest.update(block, 0, block.length);
      block[i % block.length] ^= digest.digest()[0];
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1e3 / HASHES;
  }

  private void append(AuditLog log, int together) throws Exception {
    for (int i = 1; i < together; i++) {
      log.record(Logs.event(number.incrementAndGet()), Logs.NO_PAYLOAD);
    }
    log.append(Logs.event(number.incrementAndGet()), Logs.NO_PAYLOAD);
  }

  private static void report(List<List<Round>> single, List<List<Round>> batches) {
    Report report = new Report();
    for (int i = 0; i < CALLERS.length - 1; i++) {
      report.figure(CALLERS[i] + " callers: records/s", spread(single.get(i), Round::perSecond));
      shared(report, CALLERS[i], single.get(i));
      cpu(report, CALLERS[i] + " callers", single.get(i));
    }
    nullPair(report, single.get(CALLERS.length - 2), single.get(CALLERS.length - 1));
    for (int i = 0; i < TOGETHER.length; i++) {
      batches(report, RECORDERS + " callers x " + TOGETHER[i], batches.get(i));
    }
    report.figure("SHA-256 of 64 bytes now, us CPU", spread(batches.getLast(), Round::sha));
    report.print();
  }

  private static void batches(Report report, String what, List<Round> rounds) {
    report.figure(what + ": records/s", spread(rounds, Round::perSecond));
    report.figure(what + ": records/fdatasync", spread(rounds, Round::perForce));
    report.figure(what + ": in write and fdatasync", spread(rounds, Round::systemMicros));
    double own = Report.median(values(rounds, Round::ownMicros));
    String figure = spread(rounds, Round::ownMicros);
    report.goal(what + ": writer CPU us/record, own", figure, "<= 1.00", own <= 1);
  }

  private static void shared(Report report, int callers, List<Round> rounds) {
    String figure = spread(rounds, Round::perForce);
    double median = Report.median(values(rounds, Round::perForce));
    if (callers == 16) {
      report.goal("16 callers: records/fdatasync", figure, ">= 8", median >= 8);
    } else {
      report.figure(callers + " callers: records/fdatasync", figure);
    }
  }

  private static void cpu(Report report, String what, List<Round> rounds) {
    report.figure(what + ": writer CPU us/record, own", spread(rounds, Round::ownMicros));
    report.figure(what + ": in write and fdatasync", spread(rounds, Round::systemMicros));
  }

  private static void nullPair(Report report, List<Round> one, List<Round> two) {
    double[] ratios = new double[one.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = one.get(i).perSecond() / two.get(i).perSecond();
    }
    report.figure("16 callers against themselves (noise)", Report.spread(ratios));
  }

  private static String spread(List<Round> rounds, Measure measure) {
    return Report.spread(values(rounds, measure));
  }

  private static double[] values(List<Round> rounds, Measure measure) {
    return rounds.stream().mapToDouble(measure::of).toArray();
  }

  /** A figure of a round. */
  @FunctionalInterface
  private interface Measure {
    double of(Round round);
  }

  private record Round(long records, long forces, long wall, long own, long system, double sha) {
    double perSecond() {
      return records / (wall / 1e9);
    }

    double perForce() {
      return (double) records / forces;
    }

    double ownMicros() {
      return own / 1e3 / records;
    }

    double systemMicros() {
      return system / 1e3 / records;
    }
  }
}
