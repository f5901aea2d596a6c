package dev.frostbyte.core.inspect;

import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.spi.InspectorProvider;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the inspector that says what kind of document it is: evidence for a class from titles,
 * openings, typical phrases and the file name, in English, German, French and Spanish. Hidden text
 * says nothing. Thread-safe.
 */
@Stage(name = ClassInspectorProvider.NAME, spi = Stage.SPI)
public final class ClassInspectorProvider implements InspectorProvider {
  static final String NAME = "class";

  /** What a reader is told it is; hidden text decides nothing about it. */
  private static final Set<TextName> SPEAKING =
      Collections.unmodifiableSet(EnumSet.of(TextName.ORIGINAL, TextName.FILE_NAME));

  /** What this inspector takes: nothing. */
  private record Config() {}

  /** Does nothing. */
  public ClassInspectorProvider() {}

  @Override
  public SafetyInspector open(StageConfig config) {
    config.bind(new Config());
    ClassEvidence evidence = new ClassEvidence();
    return target ->
        SPEAKING.contains(target.name()) && !target.text().isBlank()
            ? evidence.of(target.name(), target.text().value())
            : List.of();
  }
}
