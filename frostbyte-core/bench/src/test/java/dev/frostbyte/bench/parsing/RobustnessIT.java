package dev.frostbyte.bench.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of the robustness manifest end as they were pinned. Takes every twentieth of those that are
 * there; {@link Robustness} takes all.
 */
class RobustnessIT {
  private static final int STEP = 20;

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void aSampleOfTheManifestEndsAsPinned() throws IOException {
    try (TestFiles files =
            TestFiles.open(root().resolve("frostbyte-core/bench/target/test-files"), corpus());
        Pipeline pipeline = Robustness.pipeline(folder);
        Workbench workbench = pipeline.workbench()) {
      List<TestFile> sample = sample(files);
      for (TestFile file : sample) {
        Trial trial = Trial.of(workbench, file.name(), files.bytes(file), folder);
        assertThat(trial.isOurFault()).as("%s of %s", trial.outcome(), file.path()).isFalse();
        assertThat(RobustnessTally.changed(file.outcome(), trial.outcome()))
            .as("%s instead of %s of %s", trial.outcome(), file.outcome(), file.path())
            .isFalse();
      }
    }
  }

  private static List<TestFile> sample(TestFiles files) throws IOException {
    List<TestFile> there =
        RobustnessManifest.read().stream()
            .filter(files::has)
            .filter(file -> !Trial.timed(file.outcome()))
            .toList();
    assumeThat(there).as("the jars with test documents, or the corpus, are there").isNotEmpty();
    return IntStream.range(0, there.size())
        .filter(i -> i % STEP == 0)
        .mapToObj(there::get)
        .toList();
  }

  private static Path corpus() {
    return root().resolveSibling("shared").resolve("corpus");
  }

  /** The root of the repository. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.isDirectory(folder.resolve("frostbyte-api"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
