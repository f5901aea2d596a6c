package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.ModelSlot;
import dev.frostbyte.api.spi.StageConfig;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The models of pages that were chosen, on their way into the parsers that take them. A model gets
 * to a parser by no other way, so that whatever runs was found, checked and allowed. One thread.
 */
final class ChosenModels {
  private final List<Problem> problems;
  private final Map<ModelSlot, ModelSlot.Choice> choices = new EnumMap<>(ModelSlot.class);
  private boolean taken;

  /** Adds what is wrong to these. */
  ChosenModels(List<Problem> problems) {
    this.problems = problems;
  }

  /** The kind of what goes into a slot. */
  static StageKind kind(ModelSlot slot) {
    return switch (slot) {
      case LAYOUT -> StageKind.LAYOUT_MODEL;
      case TABLE -> StageKind.TABLE_MODEL;
    };
  }

  /** Takes a model that was found; a second one for its slot is a problem. */
  void add(ModelSlot slot, Plugin plugin, StageConfig config) {
    ModelSlot.Choice choice = new ModelSlot.Choice(plugin.type().getName(), config);
    if (choices.putIfAbsent(slot, choice) != null) {
      report("More than one " + kind(slot).word() + " is chosen; choose one at most.");
    }
  }

  /** The configuration of a parser with its models; the same where it takes none. */
  StageConfig into(Plugin parser, StageConfig config) {
    if (!parser.pageModels()) {
      return config;
    }
    if (!ModelSlot.without(config).equals(config)) {
      report(
          "The configuration of the "
              + parser
              + " names a model; choose it with layoutModel or tableModel of the pipeline.");
      return ModelSlot.without(config);
    }
    taken = true;
    StageConfig whole = config;
    for (Map.Entry<ModelSlot, ModelSlot.Choice> entry : choices.entrySet()) {
      whole = entry.getKey().put(whole, entry.getValue());
    }
    return whole;
  }

  /** A model that no parser would ever ask is a mistake. */
  void requireTaken() {
    for (ModelSlot slot : taken ? List.<ModelSlot>of() : choices.keySet()) {
      report("A " + kind(slot).word() + " is chosen, and no parser of the pipeline takes one.");
    }
  }

  private void report(String message) {
    problems.add(Problem.of(ProblemCode.CONFIGURATION_INVALID, message));
  }
}
