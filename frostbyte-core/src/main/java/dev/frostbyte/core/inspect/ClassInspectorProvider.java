package dev.frostbyte.core.inspect;

import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.spi.InspectorProvider;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.util.List;

/**
 * Makes the inspector that says what kind of document it is: evidence for a class from titles,
 * openings, typical phrases and the file name, in English, German, French and Spanish. Hidden text
 * says nothing. Thread-safe.
 */
@Stage(name = ClassInspectorProvider.NAME, spi = Stage.SPI)
public final class ClassInspectorProvider implements InspectorProvider {
  static final String NAME = "class";

  /** What this inspector takes: nothing. */
  private record Config() {}

  /** Does nothing. */
  public ClassInspectorProvider() {}

  @Override
  public SafetyInspector open(StageConfig config) {
    config.bind(new Config());
    ClassEvidence evidence = new ClassEvidence();
    return target ->
        target.name() == TextName.ORIGINAL && !target.text().isBlank()
            ? evidence.of(target.name(), target.text().value())
            : List.of();
  }
}
