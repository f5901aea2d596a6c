package dev.frostbyte.examples.cli;

import dev.frostbyte.core.Pipeline;
import dev.frostbyte.embedded.EmbeddedPipeline;
import java.nio.file.Path;

/** Opens pipelines; tests put their own in place. */
@FunctionalInterface
interface Pipelines {
  /** The library with its default plugins, all on this machine. */
  Pipelines LOCAL = EmbeddedPipeline::open;

  /** Opens a pipeline; the caller closes it. */
  Pipeline open(Path home, Path keyFile);

  /** Whoever asks, as the operating system knows them; no property or option changes it. */
  default String user() {
    return Asker.ofThisProcess().name();
  }
}
