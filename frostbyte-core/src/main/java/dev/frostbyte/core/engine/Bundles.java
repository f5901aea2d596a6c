package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.api.spi.ObjectStore;
import dev.frostbyte.api.spi.PublishedDocument;
import dev.frostbyte.api.tenant.DocumentKey;
import dev.frostbyte.core.document.Bundle;
import dev.frostbyte.core.document.BundleCodec;
import dev.frostbyte.core.keys.TenantKeys;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes bundles to the object store, reads them back, and makes from them what projections take.
 * Thread-safe.
 */
final class Bundles {
  private final ObjectStore objects;
  private final TenantKeys keys;

  Bundles(ObjectStore objects, TenantKeys keys) {
    this.objects = objects;
    this.keys = keys;
  }

  ObjectRef put(Bundle bundle) throws IOException {
    try (ObjectStore.Draft draft = objects.begin()) {
      codec(bundle.document()).orElseThrow().write(bundle, draft.out());
      return draft.keep();
    }
  }

  /**
   * A bundle; empty when its document's keys are destroyed.
   *
   * @throws FrostbyteException {@code INTEGRITY_BROKEN} when it is not there
   */
  Optional<Bundle> read(DocumentId document, long generation, ObjectRef object) throws IOException {
    Optional<BundleCodec> codec = codec(document);
    if (codec.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = new BufferedInputStream(objects.open(object), 1 << 16)) {
      return Optional.of(codec.get().read(in, document, generation));
    } catch (NoSuchFileException e) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "Object " + object.hash().hex() + ", which the journal refers to, is missing.");
    }
  }

  /** What projections take of a publication event. */
  static PublishedDocument published(AuditEntry entry, OutcomeRecord outcome, Bundle bundle) {
    OutcomeRecord.Reading reading = Objects.requireNonNull(outcome.reading());
    CanonicalId canonical = Objects.requireNonNull(reading.canonical());
    ContentHash space = Objects.requireNonNull(reading.vectors()).space();
    DocumentRow row =
        new DocumentRow(
            bundle.document(),
            bundle.generation(),
            canonical,
            outcome.source(),
            new MediaType(outcome.type()),
            outcome.fileName(),
            outcome.pages(),
            outcome.complete(),
            space,
            entry.event().time(),
            entry.receipt(),
            outcome.classification());
    return new PublishedDocument(row, bundle.chunks(), bundle.vectors());
  }

  private Optional<BundleCodec> codec(DocumentId document) {
    Optional<Sealer> original = keys.document(document, DocumentKey.ORIGINAL);
    Optional<Sealer> served = keys.document(document, DocumentKey.SERVED);
    return original.isPresent() && served.isPresent()
        ? Optional.of(new BundleCodec(original.get(), served.get()))
        : Optional.empty();
  }
}
