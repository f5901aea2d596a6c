package dev.frostbyte.core.inspect;

import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.spi.InspectorProvider;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Makes the inspector that finds text addressed to a machine: overrides of earlier instructions,
 * role assumption, chat delimiters, prompt leakage, exfiltration and addressed instructions, in
 * English, German, French and Spanish, also behind look-alike letters, invisible characters,
 * spacing, digits, ROT13, Base64, percent escapes and character references. What is only quoted or
 * talked about is reported in the family {@code quoted} with half its score. Thread-safe.
 */
@Stage(name = InjectionInspectorProvider.NAME, spi = Stage.SPI)
public final class InjectionInspectorProvider implements InspectorProvider {
  static final String NAME = "injection";

  /** Does nothing. */
  public InjectionInspectorProvider() {}

  @Override
  public SafetyInspector open(StageConfig config) {
    InjectionConfig bound = config.bind(InjectionConfig.DEFAULT);
    InstructionScan scan = new InstructionScan(bound.mostPerRule());
    return target ->
        scan.scan(target.text().value()).stream()
            .map(hit -> finding(hit, Span.of(target.name(), hit.from(), hit.to())))
            .toList();
  }

  private static Finding finding(Hit hit, Span span) {
    return new Finding(NAME, hit.rule(), hit.family(), Finding.Kind.INSTRUCTION, hit.score(), span);
  }
}
