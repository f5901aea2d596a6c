package dev.frostbyte.parsers.detect;

import dev.frostbyte.api.spi.DetectorProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TypeDetector;

/**
 * Makes the structural type detector. A file that is two things at once, or has foreign bytes
 * before or behind it, is {@code application/x-frostbyte-polyglot}, which no allow list holds.
 * Takes no configuration keys.
 */
@Stage(name = "structure", spi = 1)
public final class StructureDetectorProvider implements DetectorProvider {
  private record NoSettings() {}

  /** For ServiceLoader. */
  public StructureDetectorProvider() {}

  @Override
  public TypeDetector open(StageConfig config) {
    config.bind(new NoSettings());
    return new StructureDetector();
  }
}
