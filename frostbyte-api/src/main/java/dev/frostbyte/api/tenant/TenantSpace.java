package dev.frostbyte.api.tenant;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.seal.Sealer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One tenant's place for one stage: its folder and its keys. The only way a plugin reaches storage
 * or keys; it holds no tenant name, and nothing in it reaches another tenant's space. Thread-safe;
 * the engine closes what stands behind it after the stage is closed.
 */
public interface TenantSpace {
  /** The stage's own folder as a path, for libraries that need one; exists. */
  Path path();

  /** The same folder for durable files. */
  DurableDirectory files();

  /** Seals with a key of this stage that lives as long as the tenant. */
  Sealer sealer();

  /** A renewable key of this stage. */
  EpochKey epochKey();

  /**
   * Seals with a document's key; empty once that key was destroyed or before the document was
   * taken.
   */
  Optional<Sealer> sealer(DocumentId document, DocumentKey key);
}
