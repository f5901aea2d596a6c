package dev.frostbyte.it;

import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.audit.FileAuditProvider;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.keys.FileKeyProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Builds the real engine on watched stages. */
final class WatchedPipeline {
  /** One file at a time, so that calls come in the same order every time. */
  private static final PipelineLimits ONE_BY_ONE =
      new PipelineLimits(
          1 << 20, 1 << 20, 1, PipelineLimits.DEFAULT.longestReview(), ParseLimits.DEFAULT);

  private WatchedPipeline() {}

  static Pipeline build(
      Path folder,
      Boundary boundary,
      UnaryOperator<AuditProvider> audit,
      Map<String, String> chunks)
      throws IOException {
    FileKeyProvider keys = House.keys(folder);
    Path home = House.home(folder);
    AuditProvider real =
        FileAuditProvider.open(DurableDirectory.at(home.resolve("signing")), keys, "test/town");
    WatchedStages.watch(boundary);
    return Pipeline.builder(
            Watched.keys(keys, boundary), audit.apply(Watched.audit(real, boundary)), home)
        .detector("watched")
        .host("watched", Map.of())
        .parser("markdown")
        .parser("text")
        .parser("html")
        .inspector("watched")
        .chunker("watched", chunks)
        .embedding("watched")
        .objects("watched")
        .store("watched")
        .index("watched")
        .limits(ONE_BY_ONE)
        .build();
  }
}
