package dev.frostbyte.bench.audit;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How long a log of a million events takes to write, open, prove from, export and verify. Run it
 * with {@code -Xmx256m} to see that memory is bounded.
 *
 * <p>What follows the number of events is a command that verifies the export; {@code EXPORT} and
 * {@code KEY} in it are replaced by the export's folder and the verifier key. It runs as a process
 * of its own, whose whole time counts. Without one, the log checks itself.
 *
 * <p>{@code java -Xmx256m -cp CLASSPATH dev.frostbyte.bench.audit.VerifySpeed FOLDER EVENTS [java
 * -Xmx256m -cp CLASSPATH VERIFIER EXPORT KEY]}
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class VerifySpeed {
  private static final int TOGETHER = 1_000;
  private static final double GOAL_SECONDS = 10;

  private final Report report = new Report();
  private final int events;

  private VerifySpeed(int events) {
    this.events = events;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    VerifySpeed run = new VerifySpeed(Integer.parseInt(arguments[1]));
    List<String> command = List.of(arguments).subList(2, arguments.length);
    run.run(Path.of(arguments[0]), command);
    run.report.print();
  }

  private void run(Path folder, List<String> command) throws Exception {
    String name = "verify/" + System.nanoTime();
    Path export = folder.resolve("export-" + System.nanoTime());
    try (Logs logs = Logs.in(folder)) {
      AuditReceipt first = write(logs, name);
      long start = System.nanoTime();
      try (AuditLog log = logs.open(name, Disk.counting())) {
        took("open: read and check the whole journal, s", start);
        prove(log, first);
        start = System.nanoTime();
        log.export(export);
        took("export, s", start);
        verify(log, export, command.stream().map(part -> filled(part, export, logs)).toList());
      }
    }
  }

  private AuditReceipt write(Logs logs, String name) throws IOException {
    Optional<AuditReceipt> first = Optional.empty();
    long start = System.nanoTime();
    try (AuditLog log = logs.open(name, Disk.counting())) {
      for (int i = 0; i < events; i++) {
        AuditReceipt receipt =
            i % TOGETHER == 0
                ? log.append(Logs.event(i), Logs.NO_PAYLOAD)
                : log.record(Logs.event(i), Logs.NO_PAYLOAD);
        first = first.isEmpty() ? Optional.of(receipt) : first;
      }
    }
    took("write " + events + " events, s", start);
    return first.orElseThrow();
  }

  private void prove(AuditLog log, AuditReceipt receipt) throws IOException {
    long start = System.nanoTime();
    log.prove(receipt);
    took("first proof: hashes caught up, s", start);
    double[] millis = new double[21];
    for (int i = 0; i < millis.length; i++) {
      start = System.nanoTime();
      log.prove(receipt);
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    report.figure("later proofs, ms", Report.spread(millis));
  }

  private void verify(AuditLog log, Path export, List<String> command) throws Exception {
    long start = System.nanoTime();
    boolean intact = command.isEmpty() ? log.verify().intact() : verifies(command);
    double seconds = (System.nanoTime() - start) / 1e9;
    String who = command.isEmpty() ? "the log itself" : "the given verifier";
    report.goal(
        "verify by " + who + ", s",
        Report.number(seconds),
        "<= 10",
        intact && seconds <= GOAL_SECONDS);
    report.figure(
        "verified, most heap of this process",
        intact + ", " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB");
  }

  private static boolean verifies(List<String> command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }

  private static String filled(String part, Path export, Logs logs) {
    return part.replace("EXPORT", export.toString()).replace("KEY", logs.verifierKey());
  }

  private void took(String what, long start) {
    report.figure(what, Report.number((System.nanoTime() - start) / 1e9));
  }
}
