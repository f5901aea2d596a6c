package dev.frostbyte.store.lucene;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.IndexFormatTooNewException;

/** Opens an index; one that is broken is thrown away and comes back empty, to be replayed. */
final class IndexOpening {
  /** A file of this name says that the index was found broken while in use. */
  static final String BROKEN = "broken.format";

  private IndexOpening() {}

  static VectorIndex open(IndexSettings settings, TenantSpace space) throws IOException {
    FolderLock lock = FolderLock.take(space.path());
    try {
      return new GuardedIndex(openLocked(settings, space), space.files(), lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static LuceneVectorIndex openLocked(IndexSettings settings, TenantSpace space)
      throws IOException {
    if (space.files().exists(BROKEN)) {
      wipe(space.files());
    }
    try {
      return LuceneVectorIndex.open(settings, space);
    } catch (IndexFormatTooNewException e) {
      throw FrostbyteException.of(
          ProblemCode.FORMAT_TOO_NEW, "The index was written by a newer version of Lucene.");
    } catch (FrostbyteException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      requireBroken(e);
      wipe(space.files());
      return LuceneVectorIndex.open(settings, space);
    }
  }

  /** A disk that refuses says nothing about the index on it. */
  private static void requireBroken(Exception e) throws IOException {
    if (e instanceof FileSystemException refused && !(e instanceof NoSuchFileException)) {
      throw refused;
    }
  }

  private static void wipe(DurableDirectory files) throws IOException {
    for (String name : files.list()) {
      if (!name.endsWith(".lock") && !name.equals(BROKEN)) {
        files.delete(name);
      }
    }
    files.delete(BROKEN);
    files.sync();
  }
}
