package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.testkit.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * Law 3 for callers who do anything in any order while anything fails, several times over. A few
 * trials; many with {@code -Dfrostbyte.long=true}. jqwik prints the seed.
 */
class RandomTownIT {
  private static final int TRIALS = Boolean.getBoolean("frostbyte.long") ? 500 : 8;

  /** Calls that change something, or stand before a change. */
  private static final List<String> CALLS =
      List.of(
          "AuditLog.append",
          "AuditLog.record",
          "AuditLog.seal",
          "AuditLog.replay",
          "AuditProvider.reopen",
          "Draft.keep",
          "ObjectStore.begin",
          "ObjectStore.sync",
          "ObjectStore.delete",
          "Projection.apply",
          "Projection.commit",
          "Projection.purge",
          "Projection.clear",
          "VectorIndex.bind",
          "VectorIndex.nearest",
          "DocumentStore.chunk",
          "KeyProvider.create",
          "KeyProvider.wrap",
          "KeyProvider.unwrap",
          "KeyProvider.destroy",
          "EmbeddingModel.embedDocument",
          "Chunker.chunk",
          "SafetyInspector.inspect",
          "TypeDetector.detect",
          "Seat.parse");

  private final List<Path> folders = new ArrayList<>();

  @Property(
      generation = net.jqwik.api.GenerationMode.RANDOMIZED,
      shrinking = ShrinkingMode.OFF,
      seed = "20261126",
      tries = 500)
  void holdsWhateverCallersDoAndWhateverFails(@ForAll("scripts") List<Trial.Step> script)
      throws IOException {
    if (folders.size() >= TRIALS) {
      return;
    }
    Path folder = Files.createTempDirectory("town");
    folders.add(folder);
    Inputs inputs = Inputs.in(folder.resolve("in"));
    Trial trial = Trial.steps(folder.resolve("town"), inputs, script, UnaryOperator.identity());
    assertThat(trial.broken()).as("%s, told %s", script, trial.failures()).isEmpty();
  }

  @AfterProperty
  void clean() throws IOException {
    for (Path folder : folders) {
      for (Path file : TestFolders.files(folder)) {
        Files.delete(file);
      }
    }
  }

  @Provide
  Arbitrary<List<Trial.Step>> scripts() {
    return Combinators.combine(acts(), faults())
        .as(Trial.Step::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(9);
  }

  private static Arbitrary<Act> acts() {
    return Combinators.combine(
            Arbitraries.of(Act.Deed.class),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 5))
        .as(Act::new);
  }

  /** Half of the acts are undisturbed. */
  private static Arbitrary<Fault> faults() {
    Arbitrary<Fault> some =
        Combinators.combine(
                Arbitraries.of(CALLS),
                Arbitraries.integers().between(1, 4),
                Arbitraries.of(Fault.Kind.class))
            .as(Fault::new);
    return Arbitraries.oneOf(Arbitraries.just(Fault.NONE), some);
  }
}
