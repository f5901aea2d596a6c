package dev.frostbyte.examples.cli;

import dev.frostbyte.core.Pipeline;
import dev.frostbyte.embedded.EmbeddedPipeline;
import java.nio.file.Path;

/** Opens pipelines; tests put their own in place. */
@FunctionalInterface
interface Pipelines {
  /** The library with its default plugins, all on this machine. */
  Pipelines LOCAL =
      (home, keyFile, readers) -> readers.choose(EmbeddedPipeline.builder(home, keyFile)).build();

  /**
   * Opens a pipeline; the caller closes it.
   *
   * @param readers what is read besides what always is
   */
  Pipeline open(Path home, Path keyFile, Readers readers);

  /** Whether pipelines were opened on this folder before; makes nothing. */
  default boolean isHome(Path folder) {
    return EmbeddedPipeline.isHome(folder);
  }

  /** Whoever asks, as the operating system knows them; no property or option changes it. */
  default String user() {
    return Asker.ofThisProcess().name();
  }

  /** The same, for steps that take two persons: who asks must be who logged in. */
  default String person() {
    return Asker.ofThisProcess().person();
  }
}
