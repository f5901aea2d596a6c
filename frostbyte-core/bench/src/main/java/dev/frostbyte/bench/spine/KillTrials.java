package dev.frostbyte.bench.spine;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.TenantSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Kills a process in mid-ingest, again and again, and counts acknowledged documents that are not
 * there afterwards. Arguments: folder, trials, seed.
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class KillTrials {
  private static final int DOCUMENTS = 200;

  private KillTrials() {}

  /** Runs the trials; exits with 1 when anything was lost. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    int trials = Integer.parseInt(arguments[1]);
    Random random = new Random(Long.parseLong(arguments[2]));
    long acknowledged = 0;
    long lost = 0;
    for (int trial = 0; trial < trials; trial++) {
      Path place = Files.createDirectories(folder.resolve("trial" + trial));
      Path documents = Spine.documents(place, DOCUMENTS);
      List<String> kept = killAfter(place, random.nextInt(DOCUMENTS));
      acknowledged += kept.size();
      lost += missing(place, documents, kept);
    }
    System.out.printf(
        "%d kills, %d documents acknowledged before them, %d lost%n", trials, acknowledged, lost);
    System.exit(lost == 0 ? 0 : 1);
  }

  private static List<String> killAfter(Path place, int outcomes)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                place.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && acknowledged.size() < outcomes) {
        acknowledged.add(line);
        line = lines.readLine();
      }
      child.destroyForcibly();
    }
    child.waitFor();
    return acknowledged;
  }

  private static long missing(Path place, Path documents, List<String> acknowledged)
      throws IOException {
    try (Pipeline pipeline = Spine.open(place);
        TenantSession session = pipeline.open(Spine.tenant(0), Spine.CALLER)) {
      Spine.requireIntact(session);
      long lost =
          acknowledged.stream()
              .filter(id -> session.document(new DocumentId(id)).isEmpty())
              .count();
      List<DocumentOutcome> again = Spine.ingest(session, documents);
      if (session.counts().documents() != DOCUMENTS || again.size() != DOCUMENTS) {
        throw new IllegalStateException("the next run did not finish the rest");
      }
      return lost;
    }
  }

  /** The process that is killed: prints every document once its outcome is there. */
  public static final class Victim {
    private Victim() {}

    /** Ingests until it is killed. */
    public static void main(String[] arguments) throws IOException {
      Path place = Path.of(arguments[0]);
      try (Pipeline pipeline = Spine.open(place)) {
        pipeline.createTenant(Spine.tenant(0), Spine.CALLER);
        try (TenantSession session = pipeline.open(Spine.tenant(0), Spine.CALLER);
            var run =
                session.ingest(Batch.ofFolder(place.resolve("documents")), ProgressListener.NONE)) {
          for (var next = run.next(); next.isPresent(); next = run.next()) {
            System.out.println(next.get().document());
            System.out.flush();
          }
        }
      }
    }
  }
}
