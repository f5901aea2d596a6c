package dev.frostbyte.core.keys;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.tenant.DocumentKey;
import dev.frostbyte.api.tenant.EpochKey;
import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** A stage's folder and keys inside one tenant's home. */
final class EngineSpace implements TenantSpace {
  private final Path path;
  private final DurableDirectory files;
  private final String stage;
  private final TenantKeys keys;
  private final Sealer sealer;

  private EngineSpace(
      Path path, DurableDirectory files, String stage, TenantKeys keys, Sealer sealer) {
    this.path = path;
    this.files = files;
    this.stage = stage;
    this.keys = keys;
    this.sealer = sealer;
  }

  static EngineSpace open(Path tenantFolder, String stage, TenantKeys keys) throws IOException {
    Path path = tenantFolder.resolve(stage);
    DurableDirectory files = DurableDirectory.at(path);
    return new EngineSpace(path, files, stage, keys, keys.sealer("stage/" + stage));
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public DurableDirectory files() {
    return files;
  }

  @Override
  public Sealer sealer() {
    return sealer;
  }

  @Override
  public EpochKey epochKey() {
    try {
      return StageEpochs.open(keys, stage);
    } catch (IOException e) {
      throw new UncheckedIOException("the epoch keys of a stage cannot be read", e);
    }
  }

  @Override
  public Optional<Sealer> sealer(DocumentId document, DocumentKey key) {
    return keys.document(document, key, keys.space() + "/" + stage);
  }
}
