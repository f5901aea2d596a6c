package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files collected from fuzzers and bug reports: each ends in one outcome of its own, and none is
 * our fault. Takes every fourth; all of them with {@code -Dfrostbyte.hostile=all}.
 */
class HostileFilesIT {
  private static final Set<ProblemCode> OURS =
      Set.of(
          ProblemCode.INTERNAL_ERROR,
          ProblemCode.STORAGE_FAILED,
          ProblemCode.INSPECTION_FAILED,
          ProblemCode.EMBEDDING_FAILED,
          ProblemCode.INTEGRITY_BROKEN);

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void everyOneEndsInItsOwnOutcome() throws IOException {
    Path[] files = files().toArray(Path[]::new);
    try (House house = House.open(folder);
        TenantSession session = house.session(House.A)) {
      List<DocumentOutcome> outcomes = House.ingest(session, files);
      assertThat(outcomes).hasSize(files.length);
      for (DocumentOutcome outcome : outcomes) {
        assertThat(code(outcome)).as(outcome.fileName().value()).noneMatch(OURS::contains);
      }
      assertThat(session.verifyAudit().intact()).isTrue();
      assertThat(session.counts().documents())
          .isEqualTo(outcomes.stream().filter(DocumentOutcome.Stored.class::isInstance).count());
    }
  }

  private static Stream<ProblemCode> code(DocumentOutcome outcome) {
    return switch (outcome) {
      case DocumentOutcome.Rejected rejected -> Stream.of(rejected.problem().code());
      case DocumentOutcome.Failed failed -> Stream.of(failed.problem().code());
      default -> Stream.empty();
    };
  }

  private static List<Path> files() throws IOException {
    Path hostile = Samples.root().resolveSibling("shared/corpus/safety/hostile");
    assumeThat(Files.isDirectory(hostile)).as("the hostile files lie beside the project").isTrue();
    int step = "all".equals(System.getProperty("frostbyte.hostile")) ? 1 : 4;
    try (Stream<Path> list = Files.list(hostile)) {
      List<Path> all = list.sorted().toList();
      return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
    }
  }
}
