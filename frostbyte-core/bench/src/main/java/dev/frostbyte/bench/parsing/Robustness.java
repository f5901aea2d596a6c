package dev.frostbyte.bench.parsing;

import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.embedded.EmbeddedPipeline;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads every file of the pinned manifest as a user of the workbench would, with every parser and
 * default limits but a deadline of {@value #SECONDS} seconds, and prints how many ended in which
 * outcome, by format. Arguments: folder of the jars, folder of the corpus (may be absent), and a
 * file to write the manifest to, for all files that are there, when a new one is to be pinned.
 *
 * <pre>{@code
 * mvn -q -f frostbyte-core/bench/pom.xml -Ptest-files generate-test-resources
 * java -Xmx512m -cp CLASSPATH dev.frostbyte.bench.parsing.Robustness \
 *     frostbyte-core/bench/target/test-files CORPUS
 * }</pre>
 *
 * <p>Ends with 1 when a file has no typed outcome, when one takes longer than the deadline and two
 * seconds, when a process is left behind, or when a file ends otherwise than pinned. With {@code
 * -Xmx512m} a file that overfills the heap of the host shows as an escaped error.
 */
public final class Robustness {
  static final int SECONDS = 60;

  private static final Duration LATEST = Duration.ofSeconds(SECONDS + 2);

  private final RobustnessTally tally = new RobustnessTally(LATEST);
  private final TestFiles files;
  private final Path scratch;

  private Robustness(TestFiles files, Path scratch) {
    this.files = files;
    this.scratch = scratch;
  }

  /** Prints the counts. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    boolean pinning = arguments.length > 2;
    Path scratch = Files.createTempDirectory("robustness");
    try (TestFiles files = TestFiles.open(Path.of(arguments[0]), Path.of(arguments[1]))) {
      Robustness run = new Robustness(files, scratch);
      List<TestFile> read = run.all(pinning ? files.all() : run.present());
      if (pinning) {
        RobustnessManifest.write(read, Path.of(arguments[2]));
      }
      System.exit(run.report() ? 0 : 1);
    }
  }

  /** A pipeline as users open it, with every parser and the deadline of this program. */
  static Pipeline pipeline(Path folder) {
    PipelineLimits all = PipelineLimits.DEFAULT;
    return EmbeddedPipeline.builder(folder.resolve("home"), folder.resolve("keys"))
        .parser("doc")
        .parser("xls")
        .parser("ppt")
        .limits(
            new PipelineLimits(
                all.maxFileBytes(),
                all.maxBytesInFlight(),
                all.maxFilesInFlight(),
                all.longestReview(),
                limits()))
        .build();
  }

  private static ParseLimits limits() {
    ParseLimits all = ParseLimits.DEFAULT;
    return new ParseLimits(
        all.maxPages(),
        all.maxElements(),
        all.maxCharacters(),
        all.maxEntries(),
        all.maxInflatedBytes(),
        all.maxInflationRatio(),
        all.maxDepth(),
        Duration.ofSeconds(SECONDS));
  }

  private List<TestFile> present() throws IOException {
    List<TestFile> pinned = RobustnessManifest.read();
    List<TestFile> present = pinned.stream().filter(files::has).toList();
    System.out.printf("%d of %d files of the manifest are there%n", present.size(), pinned.size());
    return present;
  }

  private List<TestFile> all(List<TestFile> chosen)
      throws IOException, InterruptedException, ExecutionException {
    int threads = Runtime.getRuntime().availableProcessors();
    List<TestFile> read = new ArrayList<>();
    try (Pipeline pipeline = pipeline(scratch);
        Workbench workbench = pipeline.workbench();
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<TestFile>> runs =
          chosen.stream().map(file -> pool.submit(() -> one(workbench, file))).toList();
      for (Future<TestFile> run : runs) {
        read.add(run.get());
      }
    }
    return read;
  }

  private TestFile one(Workbench workbench, TestFile file) throws IOException {
    Trial trial = Trial.of(workbench, file.name(), files.bytes(file), scratch);
    tally.add(file, trial);
    System.err.println(trial.outcome() + "\t" + trial.time().toMillis() + "\t" + file.path());
    return file.with(trial.outcome());
  }

  private boolean report() {
    tally.print();
    long left = ProcessHandle.current().descendants().count();
    System.out.printf(Locale.ROOT, "heap of the host at its fullest: %d MiB%n", peakHeap() >> 20);
    System.out.printf(Locale.ROOT, "processes left behind: %d%n", left);
    return left == 0 && tally.asPinned();
  }

  /**
   * Bytes of this JVM's heap at its fullest; an upper bound, since pools need not be fullest at the
   * same time.
   */
  public static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
