package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.core.plugin.ParserRoute;
import dev.frostbyte.core.plugin.Stages;
import java.nio.charset.StandardCharsets;

/** Names that follow from content and configuration alone. Stateless. */
final class Fingerprints {
  private static final int SHOWN_DIGITS = 32;

  private Fingerprints() {}

  /** Changes with the document, its parser, the gates, the chunker and the embedding space. */
  static CanonicalId canonical(DocumentId document, ParserRoute route, Stages stages) {
    return new CanonicalId(
        "can_"
            + digits(
                document.value(),
                route.fingerprint(),
                stages.policyFingerprint(),
                stages.embedding().space().id().hex()));
  }

  static ChunkId chunk(CanonicalId canonical, Span span, String text) {
    String slice = ContentHash.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    return new ChunkId("chk_" + digits(canonical.value(), span.start() + "-" + span.end(), slice));
  }

  private static String digits(String... parts) {
    return ContentHash.of(String.join("\0", parts).getBytes(StandardCharsets.UTF_8))
        .hex()
        .substring(0, SHOWN_DIGITS);
  }
}
