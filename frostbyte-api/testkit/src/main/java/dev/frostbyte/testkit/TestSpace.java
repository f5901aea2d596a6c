package dev.frostbyte.testkit;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.tenant.DocumentKey;
import dev.frostbyte.api.tenant.EpochKey;
import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A {@link TenantSpace} whose keys a test can make and destroy. Thread-safe; {@link TestSpaces}
 * ends its keys.
 */
public final class TestSpace implements TenantSpace {
  private final Path path;
  private final DurableDirectory files;
  private final String stage;
  private final TestKeys keys;

  TestSpace(Path path, DurableDirectory files, String stage, TestKeys keys) {
    this.path = path;
    this.files = files;
    this.stage = stage;
    this.keys = keys;
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
    return keys.stage(stage);
  }

  @Override
  public EpochKey epochKey() {
    return keys.epochs(stage);
  }

  @Override
  public Optional<Sealer> sealer(DocumentId document, DocumentKey key) {
    return keys.document(stage, document, key);
  }

  /** Gives a document its two keys, for all stages of the tenant; once given they stay. */
  public void take(DocumentId document) {
    keys.take(document);
  }

  /** Destroys a document's keys, for all stages of the tenant; absent is fine. */
  public void destroy(DocumentId document) {
    keys.destroy(document);
  }

  /** Every sealer that still works: the documents', the stage's, the epochs'. For scans. */
  public List<Sealer> survivingSealers() {
    return keys.surviving(stage);
  }

  /** The same keys over other files, such as those of a crash file system. */
  public TestSpace on(DurableDirectory otherFiles) {
    return new TestSpace(path, otherFiles, stage, keys);
  }

  /**
   * The same keys over a copy of the folder as it is now, which is what a killed process leaves: a
   * stage may be opened on it while the one that "died" still holds the original.
   *
   * @param folder where the copy goes; created when absent
   */
  public TestSpace copiedTo(Path folder) throws IOException {
    TestFolders.copy(path, folder);
    return new TestSpace(folder, DurableDirectory.at(folder), stage, keys);
  }
}
