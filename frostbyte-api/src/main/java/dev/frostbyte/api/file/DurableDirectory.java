package dev.frostbyte.api.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One directory whose entries survive a crash only after {@link #sync}. All durable code of
 * Frostbyte (objects, journal, key table) is written against this interface, so that one crash file
 * system can drive it.
 *
 * <p>Names are {@code [A-Za-z0-9._-]{1,200}}, never {@code .} or {@code ..}; anything else is
 * refused with {@link IllegalArgumentException}. Thread-safe.
 */
public interface DurableDirectory {
  /**
   * A directory of the real file system, created (with its parents, for its owner only) when
   * absent.
   *
   * @throws IOException when it cannot be created
   */
  static DurableDirectory at(Path directory) throws IOException {
    return NioDurableDirectory.at(directory);
  }

  /** Names of files and sub-directories, sorted. */
  List<String> list() throws IOException;

  /** Whether a file or sub-directory of this name exists. */
  boolean exists(String name) throws IOException;

  /**
   * Creates a new file; fails with {@link java.nio.file.FileAlreadyExistsException} when the name
   * is taken.
   */
  DurableFile create(String name) throws IOException;

  /**
   * Opens an existing file for reading and writing; {@link java.nio.file.NoSuchFileException} when
   * there is none.
   */
  DurableFile open(String name) throws IOException;

  /** Renames atomically, replacing a file that has the new name. */
  void rename(String from, String to) throws IOException;

  /** Deletes a file or an empty sub-directory; absent is fine. */
  void delete(String name) throws IOException;

  /** Makes every create, rename and delete in this directory durable. */
  void sync() throws IOException;

  /** A sub-directory, created when absent. */
  DurableDirectory directory(String name) throws IOException;

  /**
   * Where it lies, absolute, for libraries that open files by path; empty when it is not on the
   * default file system. What they write is not durable in the sense of this interface.
   */
  default Optional<Path> path() {
    return Optional.empty();
  }

  /**
   * Keeps other processes from claiming this directory, until the answer is closed or this process
   * dies; the same process may claim it more than once. On the real file system an empty file
   * {@code claim} stands for it. A file system of one process has nobody to keep out.
   *
   * @return empty when another process has claimed it
   */
  default Optional<Closeable> claim() throws IOException {
    return Optional.of(() -> {});
  }

  /**
   * Replaces a file so that after a crash either the old or the new content is there: temporary
   * file, force, rename, directory sync.
   */
  default void replace(String name, byte[] content) throws IOException {
    String temporary = name + ".tmp";
    delete(temporary);
    try (DurableFile file = create(temporary)) {
      file.write(ByteBuffer.wrap(content), 0);
      file.force(true);
    }
    rename(temporary, name);
    sync();
  }

  /**
   * Reads a whole file.
   *
   * @param limit most bytes accepted; a longer file is refused with {@link IOException}
   */
  default byte[] read(String name, int limit) throws IOException {
    try (DurableFile file = open(name)) {
      long size = file.size();
      if (size > limit) {
        throw new IOException(
            "file " + name + " has " + size + " bytes, more than the limit of " + limit);
      }
      ByteBuffer buffer = ByteBuffer.allocate((int) size);
      while (buffer.hasRemaining() && file.read(buffer, buffer.position()) >= 0) {
        continue;
      }
      return buffer.array();
    }
  }
}
