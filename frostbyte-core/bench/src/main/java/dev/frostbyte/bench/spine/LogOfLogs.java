package dev.frostbyte.bench.spine;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.audit.FileAuditProvider;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.keys.FileKeyProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What it costs to check a small tenant's log against the log of logs, in which many heads of other
 * tenants stand; and, in turns, what reading the log of logs whole costs. Arguments: folder, heads,
 * rounds.
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class LogOfLogs {
  private static final String NAME = "deployment";
  private static final int TENANTS = 1_000;
  private static final int TOGETHER = 1_000;
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private LogOfLogs() {}

  /** Runs the trial and prints its figures. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int heads = Integer.parseInt(arguments[1]);
    try (Pipeline pipeline = Spine.open(folder)) {
      pipeline.createTenant(Spine.tenant(0), Spine.CALLER);
    }
    fill(folder, heads);
    try (Pipeline pipeline = Spine.open(folder);
        TenantSession session = pipeline.open(Spine.tenant(0), Spine.CALLER)) {
      print(
          "first check, which reads everything",
          List.of(timed(() -> Spine.requireIntact(session))));
      List<Double> checks = new ArrayList<>();
      List<Double> readings = new ArrayList<>();
      for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
        readings.add(timed(() -> readAll(folder)));
        checks.add(timed(() -> Spine.requireIntact(session)));
      }
      print("reading the log of logs whole", readings);
      print("check of a tenant's log, which asks it", checks);
    }
  }

  private static void fill(Path folder, int heads) throws IOException {
    try (FileKeyProvider keys = FileKeyProvider.open(folder.resolve("keys"));
        FileAuditProvider provider = provider(folder, keys);
        AuditLog log = provider.open(files(folder), NAME)) {
      for (int number = 1; number <= heads; number++) {
        if (number % TOGETHER == 0 || number == heads) {
          log.append(head(number), new byte[0]);
        } else {
          log.record(head(number), new byte[0]);
        }
      }
      log.seal();
    }
  }

  private static void readAll(Path folder) throws IOException {
    String kept =
        Files.readString(folder.resolve("home").resolve("registry/deployment-checkpoint"));
    AtomicLong found = new AtomicLong();
    try (FileKeyProvider keys = FileKeyProvider.open(folder.resolve("keys"));
        FileAuditProvider provider = provider(folder, keys);
        AuditLog log = provider.reopen(files(folder), NAME, kept)) {
      log.replay(0, entry -> found.addAndGet(entry.event().subject().equals("t-1") ? 1 : 0));
    }
    if (found.get() == 0) {
      throw new IllegalStateException("no head of the tenant was found");
    }
  }

  private static FileAuditProvider provider(Path folder, FileKeyProvider keys) throws IOException {
    DurableDirectory signing = DurableDirectory.at(folder.resolve("home").resolve("signing"));
    return FileAuditProvider.open(signing, keys, "frostbyte/spine");
  }

  private static DurableDirectory files(Path folder) throws IOException {
    return DurableDirectory.at(folder.resolve("home").resolve("audit").resolve(NAME));
  }

  private static AuditEvent head(long number) {
    String root = ContentHash.of(Long.toString(number).getBytes(StandardCharsets.UTF_8)).hex();
    return AuditEvent.of(
        new UUID(0x0190_0000_0000_7000L + (number << 16), 0x8000_0000_0000_0000L + number),
        EventType.LOG_SEALED,
        START.plusMillis(number),
        "system",
        "t-" + number % TENANTS,
        Map.of("size", number, "root", root));
  }

  private static double timed(Step step) throws IOException {
    long start = System.nanoTime();
    step.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String what, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        "%s: %.0f ms [%.0f .. %.0f]%n",
        what, sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
  }

  /** Something that takes time. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}
