package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.EventType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Law 3 with a fault at every boundary: each call from the engine to a stage, a store, the keys or
 * the journal fails once, in each way it can. A sample of them, or those of {@code
 * -Dfrostbyte.seed=N}; all with {@code -Dfrostbyte.long=true}.
 */
class NoEffectWithoutEventIT {
  private static final boolean LONG = Boolean.getBoolean("frostbyte.long");
  private static final int SAMPLE = 24;

  /** The sample of a normal run, the same each time, so that a failure is the change's. */
  private static final long USUAL = 20_261_126;

  private static final UnaryOperator<AuditProvider> REAL = UnaryOperator.identity();

  @TempDir private Path folder = Path.of("replaced by JUnit");
  private Inputs inputs = new Inputs(folder);

  @BeforeEach
  void inputs() throws IOException {
    inputs = Inputs.in(folder.resolve("in"));
  }

  @Test
  void holdsWhereverOneCallFails() throws IOException {
    long seed = Long.getLong("frostbyte.seed", LONG ? System.nanoTime() : USUAL);
    Trial whole = Trial.run(place("dry"), inputs, Act.everything(), Fault.NONE, REAL);
    assertThat(whole.broken()).isEmpty();
    assertThat(whole.failures()).as("%s", whole).isSubsetOf(Trial.REFUSALS);
    List<Fault> faults = sample(whole.calls(), new Random(seed));
    System.out.printf(
        "seed %d: %d faults of %d calls of %d kinds%n",
        seed,
        faults.size(),
        whole.calls().values().stream().mapToInt(i -> i).sum(),
        whole.calls().size());
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      broken.addAll(trial(faults.get(i), i));
    }
    assertThat(broken).as("seed %d", seed).isEmpty();
  }

  @Test
  void bytesOfARepetitionThatFailedAreSwept() throws IOException {
    Act ingest = new Act(Act.Deed.INGEST_ONE, 0, 0);
    Trial.Step fails = new Trial.Step(ingest, refused("EmbeddingModel.embedDocument"));
    Trial.Step again =
        new Trial.Step(ingest, new Fault("Draft.keep", 1, Fault.Kind.DONE_BUT_FAILED));
    assertThat(Trial.steps(place("repeated"), inputs, List.of(fails, again), REAL).broken())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      names = {"REFUSED", "OUT_OF_MEMORY", "CRASH_BEFORE"})
  void anOlderReadingDoesNotStayWhereItWasNotDeleted(Fault.Kind kind) throws IOException {
    Act ingest = new Act(Act.Deed.INGEST_ONE, 0, 0);
    List<Act> script = List.of(ingest, new Act(Act.Deed.RECONFIGURE, 0, 0), ingest);
    Fault fault = new Fault("ObjectStore.delete", 1, kind);
    Trial trial = Trial.run(place("older"), inputs, script, fault, REAL);
    assertThat(trial.reached()).isTrue();
    assertThat(trial.broken()).isEmpty();
  }

  @Test
  void anOutcomeLostAfterBytesWereTakenIsSwept() throws IOException {
    Act blank = new Act(Act.Deed.INGEST_ONE, 0, Inputs.ALL.indexOf(Inputs.BLANK));
    Trial whole = Trial.run(place("whole"), inputs, List.of(blank), Fault.NONE, REAL);
    List<String> broken = new ArrayList<>();
    for (int append = 1; append <= whole.calls().getOrDefault("AuditLog.append", 0); append++) {
      Fault fault = new Fault("AuditLog.append", append, Fault.Kind.REFUSED);
      Path place = place("lost-" + append);
      broken.addAll(Trial.run(place, inputs, List.of(blank), fault, REAL).broken());
    }
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TENANT_REQUESTED",
        "TENANT_CREATED",
        "KEY_USED",
        "BATCH_RECEIVED",
        "BATCH_COMPLETED",
        "PROJECTIONS_REBUILT",
        "SESSION_OPENED",
        "ACCESS_DENIED",
        "DOCUMENT_PUT_REQUESTED",
        "PUBLISH_REQUESTED",
        "DOCUMENT_PUBLISHED",
        "DOCUMENT_QUARANTINED",
        "DOCUMENT_REJECTED",
        "DOCUMENT_UNCHANGED",
        "RETRIEVAL_EXECUTED",
        "ERASURE_REQUESTED",
        "KEY_DESTROYED",
        "PHYSICALLY_REMOVED",
        "EXPORT_REQUESTED",
        "EXPORT_MADE"
      })
  void noticesAnEngineThatLeavesOutAnEvent(EventType left) throws IOException {
    Trial trial =
        Trial.run(
            place("forgetful"),
            inputs,
            Act.everything(),
            Fault.NONE,
            watched -> Forgetful.of(watched, left));
    assertThat(trial.broken()).as("without %s", left).isNotEmpty();
  }

  private List<String> trial(Fault fault, int number) {
    try {
      return Trial.run(place("trial-" + number), inputs, Act.everything(), fault, REAL)
          .broken()
          .stream()
          .map(law -> fault + ": " + law)
          .toList();
    } catch (IOException | RuntimeException | AssertionError e) {
      return List.of(fault + ": " + e);
    }
  }

  /** Every kind of call at least once, the ways to fail in turn. */
  private static List<Fault> sample(Map<String, Integer> calls, Random random) {
    List<Fault> all = new ArrayList<>();
    calls.forEach(
        (call, count) -> {
          for (int i = 1; i <= count; i++) {
            for (Fault.Kind kind : Fault.Kind.values()) {
              all.add(new Fault(call, i, kind));
            }
          }
        });
    Collections.shuffle(all, random);
    return LONG ? all : stratified(all);
  }

  private static List<Fault> stratified(List<Fault> shuffled) {
    Map<String, Integer> taken = new java.util.HashMap<>();
    List<Fault> sample = new ArrayList<>();
    for (int most = 1; sample.size() < SAMPLE; most++) {
      for (Fault fault : shuffled) {
        if (sample.size() < SAMPLE
            && taken.getOrDefault(fault.call(), 0) < most
            && !sample.contains(fault)) {
          taken.merge(fault.call(), 1, Integer::sum);
          sample.add(fault);
        }
      }
    }
    return sample;
  }

  private static Fault refused(String call) {
    return new Fault(call, 1, Fault.Kind.REFUSED);
  }

  private Path place(String name) {
    return folder.resolve(name);
  }
}
