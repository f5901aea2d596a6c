package dev.frostbyte.store.lucene;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * Says that this process works in a folder, before anything in it is touched. Whoever takes it
 * closes it; closing twice is fine. One thread.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = "frostbyte.lock";

  private final NIOFSDirectory folder;
  private final Lock lock;

  private FolderLock(NIOFSDirectory folder, Lock lock) {
    this.folder = folder;
    this.lock = lock;
  }

  static FolderLock take(Path path) throws IOException {
    NIOFSDirectory folder = new NIOFSDirectory(path);
    try {
      return new FolderLock(folder, folder.obtainLock(NAME));
    } catch (LockObtainFailedException e) {
      folder.close();
      throw FrostbyteException.of(
          ProblemCode.TENANT_BUSY, "The search index is open in another place.");
    }
  }

  @Override
  public void close() throws IOException {
    try (folder) {
      lock.close();
    }
  }
}
