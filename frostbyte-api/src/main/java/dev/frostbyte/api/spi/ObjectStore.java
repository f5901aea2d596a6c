package dev.frostbyte.api.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Keeps one tenant's objects. It is given sealed bytes only and names them by their hash.
 * Thread-safe. An object is either wholly there or not at all, also after a crash.
 */
public interface ObjectStore extends AutoCloseable {
  /** Starts a new object. */
  Draft begin() throws IOException;

  /** Makes every object kept before durable; one call may serve many objects. */
  void sync() throws IOException;

  /**
   * Opens an object; the caller closes the stream.
   *
   * @throws java.nio.file.NoSuchFileException when it is not there
   */
  InputStream open(ObjectRef object) throws IOException;

  /** Whether it is there. */
  boolean contains(ObjectRef object) throws IOException;

  /** Removes it, durable with the next {@link #sync}; absent is fine. */
  void delete(ObjectRef object) throws IOException;

  /** Every object, sorted by hash. */
  List<ObjectRef> list() throws IOException;

  @Override
  void close() throws IOException;

  /** An object being written. One thread. Closing without {@link #keep} leaves nothing. */
  interface Draft extends AutoCloseable {
    /** Takes the sealed bytes; closing it does not end the draft. */
    OutputStream out();

    /**
     * Forces the bytes and puts the object in place; durable after the next {@link
     * ObjectStore#sync}.
     */
    ObjectRef keep() throws IOException;

    @Override
    void close() throws IOException;
  }
}
