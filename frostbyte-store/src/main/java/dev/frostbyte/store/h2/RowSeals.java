package dev.frostbyte.store.h2;

import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.api.tenant.DocumentKey;
import dev.frostbyte.api.tenant.TenantSpace;
import java.util.Optional;

/**
 * Seals and opens rows with the SERVED key of their document, bound to table, id and generation.
 * Rows of a document whose key is gone are empty. Thread-safe.
 */
final class RowSeals {
  private static final String DOCUMENT = "row-document";
  private static final String CHUNK = "row-chunk";

  private final TenantSpace space;

  RowSeals(TenantSpace space) {
    this.space = space;
  }

  boolean readable(DocumentId document) {
    return sealer(document).isPresent();
  }

  /** A sealed document row; empty when the document's key is gone. */
  Optional<byte[]> seal(DocumentRow row) {
    SealContext context = context(DOCUMENT, row.document().value(), row.generation());
    return sealer(row.document()).map(sealer -> sealer.seal(RowCodec.encode(row), context));
  }

  /** A sealed chunk row; empty when the document's key is gone. */
  Optional<byte[]> seal(DocumentRow row, Chunk chunk) {
    SealContext context = context(CHUNK, chunk.id().value(), row.generation());
    return sealer(row.document()).map(sealer -> sealer.seal(RowCodec.encode(chunk), context));
  }

  Optional<DocumentRow> document(DocumentId id, long generation, byte[] sealed)
      throws SealBrokenException {
    Optional<byte[]> plain = open(id, sealed, context(DOCUMENT, id.value(), generation));
    return plain.isEmpty()
        ? Optional.empty()
        : Optional.of(RowCodec.document(id, generation, plain.get()));
  }

  Optional<Chunk> chunk(DocumentId document, long generation, ChunkId id, byte[] sealed)
      throws SealBrokenException {
    Optional<byte[]> plain = open(document, sealed, context(CHUNK, id.value(), generation));
    return plain.isEmpty() ? Optional.empty() : Optional.of(RowCodec.chunk(id, plain.get()));
  }

  /** A key may be destroyed between being asked for and being used. */
  private Optional<byte[]> open(DocumentId document, byte[] sealed, SealContext context)
      throws SealBrokenException {
    Optional<Sealer> sealer = sealer(document);
    try {
      return sealer.isEmpty() ? Optional.empty() : Optional.of(sealer.get().open(sealed, context));
    } catch (IllegalStateException | SealBrokenException e) {
      if (readable(document)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private Optional<Sealer> sealer(DocumentId document) {
    return space.sealer(document, DocumentKey.SERVED);
  }

  private static SealContext context(String table, String id, long generation) {
    return new SealContext(table, id, Math.max(0, generation));
  }
}
