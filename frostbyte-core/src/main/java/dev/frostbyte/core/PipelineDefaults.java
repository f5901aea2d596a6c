package dev.frostbyte.core;

import java.nio.file.Path;

/** Opens a pipeline with a choice of plugins; found by {@link java.util.ServiceLoader}. */
public interface PipelineDefaults {
  /** Opens a pipeline on this home; the caller closes it. */
  Pipeline open(Path home);
}
