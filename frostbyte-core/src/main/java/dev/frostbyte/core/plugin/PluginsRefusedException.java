package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A pipeline cannot be built; carries every problem, not only the first. */
public final class PluginsRefusedException extends FrostbyteException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  PluginsRefusedException(List<Problem> problems) {
    super(joined(problems));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, each with what to do. */
  public List<Problem> problems() {
    return problems;
  }

  private static Problem joined(List<Problem> problems) {
    String all =
        problems.stream().map(Problem::toString).collect(Collectors.joining("\n  ", "\n  ", "\n"));
    return Problem.of(
        problems.getFirst().code(),
        problems.size() + " problems keep the pipeline from being built:" + all);
  }
}
