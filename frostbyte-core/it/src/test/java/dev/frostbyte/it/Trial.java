package dev.frostbyte.it;

import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.EventType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A script, one fault in it, and what came of it. Immutable.
 *
 * @param broken laws that were broken
 * @param failures what callers were told instead of an answer
 * @param calls how often each call was made before the home was opened again
 * @param reached whether the fault happened
 */
record Trial(
    List<String> broken, List<String> failures, Map<String, Integer> calls, boolean reached) {
  /** What callers are refused without any fault. */
  static final Set<String> REFUSALS =
      Set.of("UNKNOWN_TENANT: TENANT_UNKNOWN", "FOREIGN_BATCH: MANIFEST_INVALID");

  /**
   * Runs a script in an empty folder.
   *
   * @param audit stands between the engine and the watched journal
   */
  static Trial run(
      Path folder, Inputs inputs, List<Act> script, Fault fault, UnaryOperator<AuditProvider> audit)
      throws IOException {
    try (Stage stage = Stage.of(folder, inputs, audit)) {
      stage.boundary.inject(fault);
      script.forEach(stage::act);
      return stage.end();
    }
  }

  /** Runs a script in which every act has a fault of its own. */
  static Trial steps(
      Path folder, Inputs inputs, List<Step> script, UnaryOperator<AuditProvider> audit)
      throws IOException {
    try (Stage stage = Stage.of(folder, inputs, audit)) {
      for (Step step : script) {
        stage.boundary.inject(step.fault());
        stage.act(step.act());
      }
      return stage.end();
    }
  }

  /** Types of the events in all logs after everything was done once, without a fault. */
  static List<EventType> events(Path folder, Inputs inputs, UnaryOperator<AuditProvider> audit) {
    try (Stage stage = Stage.of(folder, inputs, audit)) {
      Act.everything().forEach(stage::act);
      Ledgers ledgers = stage.boundary.ledgers();
      return Stream.concat(ledgers.tenants().stream(), Stream.of(ledgers.deployment()))
          .flatMap(ledger -> ledger.durable().stream())
          .map(line -> line.event().type())
          .toList();
    }
  }

  private static List<String> after(Town town, Ledgers ledgers) {
    List<String> broken = new ArrayList<>();
    TownLaws laws = new TownLaws(town, ledgers);
    for (var tenant : List.of(House.A, House.B)) {
      try {
        laws.check(tenant);
      } catch (IOException | RuntimeException | AssertionError e) {
        broken.add(tenant + " afterwards: " + e);
      }
    }
    return broken;
  }

  /** An act and the fault in it. */
  record Step(Act act, Fault fault) {}

  /** The town of a trial, and what stands between. */
  private record Stage(Town town, Boundary boundary) implements AutoCloseable {
    static Stage of(Path folder, Inputs inputs, UnaryOperator<AuditProvider> audit) {
      Path live = folder.resolve("live");
      Boundary boundary = new Boundary(live, folder.resolve("crashed"), new Ledgers());
      return new Stage(new Town(live, inputs, boundary, audit), boundary);
    }

    /** A dead process does nothing more. */
    void act(Act act) {
      if (!boundary.dead()) {
        town.act(act);
      }
    }

    Trial end() {
      Map<String, Integer> calls = boundary.calls();
      List<String> failures = town.told().failures();
      boolean reached = boundary.happened();
      boundary.inject(Fault.NONE);
      town.goOn();
      List<String> after = after(town, boundary.ledgers());
      List<String> broken = new ArrayList<>(boundary.ledgers().broken());
      broken.addAll(after);
      return new Trial(broken, failures, calls, reached);
    }

    @Override
    public void close() {
      town.close();
    }
  }
}
