package dev.frostbyte.bench.audit;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.bench.audit.Callers.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many small logs on one disk against a single one: making, opening and memory for each, then one
 * caller going round and 16 callers choosing at random, in rounds that alternate with the same
 * callers on one log. 16 callers of one log share forces and those of many cannot; so the fair
 * comparison is with one caller of one log, whose every append needs a force too.
 *
 * <p>{@code java -cp CLASSPATH dev.frostbyte.bench.audit.ManyTenants FOLDER LOGS ROUNDS SECONDS}
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class ManyTenants {
  private static final int CALLERS = 16;
  private static final double COLLAPSE = 0.5;

  private final int count;
  private final double seconds;
  private final Disk disk = Disk.counting();
  private final List<AuditLog> many = new ArrayList<>();
  private final AtomicLong number = new AtomicLong();
  private final Report report = new Report();

  private ManyTenants(int count, double seconds) {
    this.count = count;
    this.seconds = seconds;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    ManyTenants run = new ManyTenants(count, Double.parseDouble(arguments[3]));
    try (Logs logs = Logs.in(Path.of(arguments[0]))) {
      run.open(logs);
      run.compare(logs, rounds);
    }
    run.report.print();
  }

  private void open(Logs logs) throws IOException {
    String each = " ms for each of " + count + " logs";
    report.figure("make," + each, millis(() -> openAll(logs)));
    for (AuditLog log : many) {
      append(log);
    }
    report.figure("seal and close," + each, millis(this::closeAll));
    long before = usedHeap();
    report.figure("open," + each, millis(() -> openAll(logs)));
    long heap = (usedHeap() - before) / count;
    report.figure("heap of an open log, bytes", Report.number(heap));
    report.figure("threads with all open", Integer.toString(Thread.activeCount()));
  }

  private void compare(Logs logs, int rounds) throws Exception {
    Trial one = new Trial("one log, one caller", rounds);
    Trial round = new Trial(count + " logs, one caller going round", rounds);
    Trial shared = new Trial("one log, 16 callers", rounds);
    Trial random = new Trial(count + " logs, 16 callers at random", rounds);
    try (AuditLog single = logs.open("single/" + System.nanoTime(), disk)) {
      for (int i = 0; i < rounds; i++) {
        one.run(i, 1, caller -> append(single));
        round.run(i, 1, caller -> append(many.get((int) (number.get() % count))));
        shared.run(i, CALLERS, caller -> append(single));
        random.run(i, CALLERS, caller -> append(any()));
      }
    }
    closeAll();
    List.of(one, round, shared, random).forEach(Trial::report);
    ratio("going round / one caller of one log", round, one);
    ratio("at random / one caller of one log", random, one);
    report.figure("at random / 16 callers of one log", Report.spread(random.over(shared)));
  }

  private void ratio(String what, Trial trial, Trial base) {
    double[] ratios = trial.over(base);
    report.goal(what, Report.spread(ratios), ">= 0.5", Report.median(ratios) >= COLLAPSE);
  }

  private AuditLog any() {
    return many.get(ThreadLocalRandom.current().nextInt(count));
  }

  private void append(AuditLog log) throws IOException {
    log.append(Logs.event(number.incrementAndGet()), Logs.NO_PAYLOAD);
  }

  private void openAll(Logs logs) throws IOException {
    for (int i = 0; i < count; i++) {
      many.add(logs.open("tenants/" + i, disk));
    }
  }

  private void closeAll() throws IOException {
    for (AuditLog log : many) {
      log.close();
    }
    many.clear();
  }

  private String millis(Step step) throws IOException {
    long start = System.nanoTime();
    step.run();
    return Report.number((System.nanoTime() - start) / 1e6 / count);
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Something timed. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  /** The rounds of one way of writing. */
  private final class Trial {
    private final String what;
    private final double[] perSecond;
    private final double[] p99;

    private Trial(String what, int rounds) {
      this.what = what;
      this.perSecond = new double[rounds];
      this.p99 = new double[rounds];
    }

    private void run(int round, int callers, Call call) throws Exception {
      long start = System.nanoTime();
      double[] millis = Callers.run(callers, seconds, call);
      perSecond[round] = millis.length / ((System.nanoTime() - start) / 1e9);
      Arrays.sort(millis);
      p99[round] = Report.quantile(millis, 0.99);
    }

    private double[] over(Trial base) {
      double[] ratios = new double[perSecond.length];
      for (int i = 0; i < ratios.length; i++) {
        ratios[i] = perSecond[i] / base.perSecond[i];
      }
      return ratios;
    }

    private void report() {
      report.figure(what + ": appends/s", Report.spread(perSecond));
      report.figure(what + ": p99 ms", Report.spread(p99));
    }
  }
}
