package dev.frostbyte.bench.spine;

import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes many tenants, gives each some documents, opens all at once. Arguments: folder, tenants,
 * documents a tenant.
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class ManyTenants {
  private ManyTenants() {}

  /** Runs the trial and prints its figures. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int tenants = Integer.parseInt(arguments[1]);
    Path documents = Spine.documents(folder, Integer.parseInt(arguments[2]));
    try (Pipeline pipeline = Spine.open(folder)) {
      print("make tenants", tenants, timed(() -> make(pipeline, tenants)));
      print("open, ingest, close", tenants, timed(() -> ingest(pipeline, tenants, documents)));
      List<TenantSession> open = new ArrayList<>();
      print("open all", tenants, timed(() -> openAll(pipeline, tenants, open)));
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          "heap with all open: %d KiB a tenant%n",
          (runtime.totalMemory() - runtime.freeMemory()) / 1024 / tenants);
      System.out.printf("threads: %d%n", Thread.activeCount());
      print("close all", tenants, timed(() -> open.forEach(TenantSession::close)));
    }
  }

  private static void make(Pipeline pipeline, int tenants) {
    for (int i = 0; i < tenants; i++) {
      pipeline.createTenant(Spine.tenant(i), Spine.CALLER);
    }
  }

  private static void ingest(Pipeline pipeline, int tenants, Path documents) throws IOException {
    for (int i = 0; i < tenants; i++) {
      try (TenantSession session = pipeline.open(Spine.tenant(i), Spine.CALLER)) {
        Spine.ingest(session, documents);
      }
    }
  }

  private static void openAll(Pipeline pipeline, int tenants, List<TenantSession> open) {
    for (int i = 0; i < tenants; i++) {
      open.add(pipeline.open(Spine.tenant(i), Spine.CALLER));
    }
  }

  private static long timed(Work work) throws IOException {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }

  private static void print(String what, int tenants, long nanos) {
    System.out.printf(
        "%s: %.2f ms a tenant, %.1f s in all%n", what, nanos / 1e6 / tenants, nanos / 1e9);
  }

  /** Something timed. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }
}
