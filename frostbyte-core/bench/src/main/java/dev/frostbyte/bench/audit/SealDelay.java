package dev.frostbyte.bench.audit;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * How long after its acknowledgement an event is under a durable signed root, at 5,000 events a
 * second that come whether earlier ones are done or not. A root counts from the end of the force
 * that made its frame durable.
 *
 * <p>{@code java -cp CLASSPATH dev.frostbyte.bench.audit.SealDelay FOLDER EVENTS_PER_SECOND
 * SECONDS}
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class SealDelay {
  private final int total;
  private final long gapNanos;
  private final AtomicLongArray acknowledged;
  private final AtomicLongArray sealed;
  private final double[] latencies;
  private int sealedTo;
  private int roots;

  private SealDelay(int total, long gapNanos) {
    this.total = total;
    this.gapNanos = gapNanos;
    this.acknowledged = new AtomicLongArray(total);
    this.sealed = new AtomicLongArray(total);
    this.latencies = new double[total];
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int rate = Integer.parseInt(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    new SealDelay(rate * seconds, 1_000_000_000L / rate).run(Path.of(arguments[0]), seconds);
  }

  private void run(Path folder, int seconds) throws Exception {
    Disk disk = new Disk(this::sealed);
    long start;
    long end;
    try (Logs logs = Logs.in(folder);
        AuditLog log = logs.open("delay/" + System.nanoTime(), disk)) {
      disk.begin();
      start = System.nanoTime();
      appendAll(log, start);
      end = System.nanoTime();
    }
    report(seconds, (end - start) / 1e9, disk);
  }

  private void appendAll(AuditLog log, long start) {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < total; number++) {
        int event = number;
        long due = start + event * gapNanos;
        for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
          LockSupport.parkNanos(due - now);
        }
        callers.execute(() -> append(log, event, due));
      }
    }
  }

  private void append(AuditLog log, int event, long due) {
    try {
      AuditReceipt receipt = log.append(Logs.event(event), Logs.NO_PAYLOAD);
      long now = System.nanoTime();
      acknowledged.set((int) receipt.index(), now);
      latencies[event] = (now - due) / 1e6;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Called by the writer after the force. */
  private void sealed(long size) {
    long now = System.nanoTime();
    roots++;
    for (; sealedTo < size; sealedTo++) {
      sealed.set(sealedTo, now);
    }
  }

  private void report(int seconds, double took, Disk disk) {
    double[] delays = new double[total];
    for (int i = 0; i < total; i++) {
      delays[i] = Math.max(0, (sealed.get(i) - acknowledged.get(i)) / 1e6);
    }
    Arrays.sort(delays);
    Arrays.sort(latencies);
    double p99 = Report.quantile(delays, 0.99);
    Report report = new Report();
    report.figure(
        "events, seconds wanted, seconds taken",
        total + ", " + seconds + ", " + Report.number(took));
    report.figure("roots, forces", roots + ", " + disk.forces());
    report.figure("due to acknowledged, ms p50 p99 max", three(latencies));
    report.goal(
        "acknowledged to sealed, ms p50 p99 max", three(delays), "p99 <= 1500", p99 <= 1500);
    report.print();
  }

  private static String three(double[] sorted) {
    return Report.number(Report.quantile(sorted, 0.5))
        + ", "
        + Report.number(Report.quantile(sorted, 0.99))
        + ", "
        + Report.number(sorted[sorted.length - 1]);
  }
}
