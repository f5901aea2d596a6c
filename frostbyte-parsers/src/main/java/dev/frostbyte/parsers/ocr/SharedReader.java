package dev.frostbyte.parsers.ocr;

import dev.frostbyte.parsers.internal.OnnxRuntime;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TextReader} that is opened for its first page: most documents need none. Thread-safe.
 * Closing waits for pages under way; later ones are refused with {@link IllegalStateException}.
 */
final class SharedReader implements PageReader {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Object opening = new Object();
  private @Nullable TextReader reader;
  private boolean closed;

  @Override
  public Sheet read(Pixels page, float scale) throws RefusedException {
    lock.readLock().lock();
    try {
      return open().read(page);
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public boolean isForeign(Sheet sheet) {
    return Language.isForeign(sheet.lines());
  }

  @Override
  public String fingerprint() {
    return "ocr " + ModelFiles.fingerprint() + " onnxruntime " + OnnxRuntime.version();
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      closed = true;
      if (reader != null) {
        reader.close();
        reader = null;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private TextReader open() {
    synchronized (opening) {
      if (closed) {
        throw new IllegalStateException("the text recognition was closed; open it again");
      }
      TextReader open = reader == null ? TextReader.open() : reader;
      reader = open;
      return open;
    }
  }
}
