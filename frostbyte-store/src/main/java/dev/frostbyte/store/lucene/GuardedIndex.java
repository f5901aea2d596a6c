package dev.frostbyte.store.lucene;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.api.spi.VectorIndex;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;

/**
 * The border to Lucene: checks limits, and lets only the class names of its exceptions through, as
 * their messages may quote terms. An index found broken is marked and comes back empty when opened
 * again. One thread writes; readers are thread-safe.
 */
final class GuardedIndex implements VectorIndex {
  private static final int MAX_LIMIT = 10_000;

  private final VectorIndex index;
  private final DurableDirectory files;
  private final FolderLock lock;

  /** A call into Lucene. */
  private interface Call<T> {
    T run() throws IOException;
  }

  /** A call without a result. */
  private interface Action {
    void run() throws IOException;
  }

  GuardedIndex(VectorIndex index, DurableDirectory files, FolderLock lock) {
    this.index = index;
    this.files = files;
    this.lock = lock;
  }

  @Override
  public void bind(EmbeddingSpace space) throws IOException {
    perform(() -> index.bind(space));
  }

  @Override
  public long position() throws IOException {
    return call(index::position);
  }

  @Override
  public void apply(ProjectionChange change) throws IOException {
    perform(() -> index.apply(change));
  }

  @Override
  public void commit(long position) throws IOException {
    perform(() -> index.commit(position));
  }

  @Override
  public void clear() throws IOException {
    perform(index::clear);
  }

  @Override
  public void purge() throws IOException {
    perform(index::purge);
  }

  @Override
  public List<Hit> keyword(String query, int limit) throws IOException {
    return call(() -> index.keyword(query, checked(limit)));
  }

  @Override
  public List<Hit> nearest(float[] vector, int limit) throws IOException {
    return call(() -> index.nearest(vector, checked(limit)));
  }

  @Override
  public List<Hit> exact(float[] vector, int limit) throws IOException {
    return call(() -> index.exact(vector, checked(limit)));
  }

  @Override
  public long chunks() throws IOException {
    return call(index::chunks);
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      perform(index::close);
    }
  }

  private static int checked(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT,
          "A limit is " + limit + ", must be 1 to " + MAX_LIMIT + ".");
    }
    return limit;
  }

  private void perform(Action action) throws IOException {
    call(
        () -> {
          action.run();
          return true;
        });
  }

  private <T> T call(Call<T> call) throws IOException {
    try {
      return call.run();
    } catch (FrostbyteException e) {
      throw e;
    } catch (SealBrokenException | CorruptIndexException e) {
      throw broken(e);
    } catch (IOException | RuntimeException e) {
      throw new IOException("the search index failed (" + e.getClass().getName() + ")");
    }
  }

  private FrostbyteException broken(IOException cause) throws IOException {
    files.replace(IndexOpening.BROKEN, new byte[0]);
    Problem problem =
        new Problem(
            ProblemCode.INTEGRITY_BROKEN,
            "A file of the search index was changed or damaged.",
            "Close the tenant and open it again: the index is then rebuilt from the journal.");
    return new FrostbyteException(problem, cause);
  }
}
