package dev.frostbyte.api.spi;

import java.io.IOException;

/**
 * A view made from the journal that can be thrown away and made again. Changes come in journal
 * order from one thread; what was applied but not committed may be lost in a crash and is then
 * applied again.
 */
public interface Projection extends AutoCloseable {
  /**
   * Journal position up to which changes are in the last commit: the next change it wants; 0 when
   * empty.
   */
  long position() throws IOException;

  /**
   * Applies a change; it is visible to readers on return. Applying the same change twice has the
   * effect of once.
   */
  void apply(ProjectionChange change) throws IOException;

  /** Commits what was applied, with the position given. */
  void commit(long position) throws IOException;

  /** Empties it for a rebuild; the position is 0 after it. */
  void clear() throws IOException;

  /**
   * Removes what was withdrawn from disk too, for the second stage of an erasure; may take long.
   */
  void purge() throws IOException;

  @Override
  void close() throws IOException;
}
