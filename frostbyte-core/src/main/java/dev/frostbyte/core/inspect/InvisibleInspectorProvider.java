package dev.frostbyte.core.inspect;

import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.spi.InspectorProvider;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Makes the inspector that finds invisible characters where they do not belong, in the families
 * {@code invisible}, {@code bidi} and {@code tag}. Joiners in scripts and emoji that use them, a
 * mark at the very start and emoji flags are legal. Thread-safe.
 */
@Stage(name = InvisibleInspectorProvider.NAME, spi = Stage.SPI)
public final class InvisibleInspectorProvider implements InspectorProvider {
  static final String NAME = "invisible";

  /** What this inspector takes: nothing. */
  private record Config() {}

  /** Does nothing. */
  public InvisibleInspectorProvider() {}

  @Override
  public SafetyInspector open(StageConfig config) {
    config.bind(new Config());
    return target ->
        InvisibleScan.scan(target.text().value()).stream()
            .map(hit -> finding(hit, Span.of(target.name(), hit.from(), hit.to())))
            .toList();
  }

  private static Finding finding(Hit hit, Span span) {
    return new Finding(NAME, hit.rule(), hit.family(), Finding.Kind.HIDDEN, hit.score(), span);
  }
}
