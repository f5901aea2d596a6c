package dev.frostbyte.core.inspect;

import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.spi.InspectorProvider;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Makes the inspector that judges hidden text by its channel: an instruction in any channel is
 * strong; long prose kept from a reader's eyes by colour, size, transparency, place or cover is
 * flagged by its amount; properties, comments, revisions, alternative texts, code and parts a
 * format marks hidden are harmless without an instruction. Thread-safe.
 */
@Stage(name = HiddenTextInspectorProvider.NAME, spi = Stage.SPI)
public final class HiddenTextInspectorProvider implements InspectorProvider {
  static final String NAME = "hidden";

  /** What this inspector takes: nothing. */
  private record Config() {}

  /** Does nothing. */
  public HiddenTextInspectorProvider() {}

  @Override
  public SafetyInspector open(StageConfig config) {
    config.bind(new Config());
    HiddenJudgement judgement =
        new HiddenJudgement(new InstructionScan(InjectionConfig.DEFAULT.mostPerRule()));
    return target ->
        judgement.judge(target).stream()
            .sorted(java.util.Comparator.comparingInt(HiddenTextInspectorProvider::place))
            .toList();
  }

  private static int place(Finding finding) {
    return finding.span().start();
  }
}
