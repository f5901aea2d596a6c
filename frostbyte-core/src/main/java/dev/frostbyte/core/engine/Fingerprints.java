package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.core.Consent;
import dev.frostbyte.core.plugin.ParserChain;
import dev.frostbyte.core.plugin.Stages;
import java.nio.charset.StandardCharsets;

/** Names that follow from content and configuration alone. Stateless. */
final class Fingerprints {
  private static final int SHOWN_DIGITS = 32;

  /** Raised with every change of what the gates make of findings. */
  private static final String GATES = "gates/2";

  private Fingerprints() {}

  /**
   * Changes with the document, its parsers and budgets, gates, the tenant's policy, chunker and
   * embedding space; where a parser elsewhere may be asked, with what the tenant consented to as
   * well.
   */
  static CanonicalId canonical(DocumentId document, Terms terms, TenantParts parts) {
    ParserChain chain = terms.chain();
    Stages stages = parts.stages();
    return new CanonicalId(
        "can_"
            + digits(
                document.value(),
                chain.fingerprint() + (chain.remote() ? consents(parts) : ""),
                counted(terms.limits()),
                parts.limits().attachments().maxFiles() + "-" + parts.limits().maxFileBytes(),
                GATES,
                stages.policyFingerprint(),
                Policies.facts(terms.policy()).toString(),
                stages.embedding().space().id().hex()));
  }

  private static String consents(TenantParts parts) {
    StringBuilder all = new StringBuilder();
    for (Consent consent : parts.catalog().settings().consents().all()) {
      all.append('\n').append(consent.host()).append(' ').append(consent.purpose());
    }
    return all.toString();
  }

  /** The deadline is left out: what it cuts is never published. */
  private static String counted(ParseLimits limits) {
    return String.join(
        "-",
        Integer.toString(limits.maxPages()),
        Integer.toString(limits.maxElements()),
        Long.toString(limits.maxCharacters()),
        Integer.toString(limits.maxEntries()),
        Long.toString(limits.maxInflatedBytes()),
        Integer.toString(limits.maxInflationRatio()),
        Integer.toString(limits.maxDepth()),
        Integer.toString(limits.maxNameLength()),
        Integer.toString(limits.maxObjects()),
        Long.toString(limits.maxPixels()));
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
