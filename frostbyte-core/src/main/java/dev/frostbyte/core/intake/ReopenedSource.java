package dev.frostbyte.core.intake;

import dev.frostbyte.api.spi.DocumentSource;
import java.io.IOException;
import java.io.InputStream;

/**
 * A document that lies sealed in a file: every stream opens it from the start, and a channel goes
 * back by opening it again, so that no more than a segment of it is in memory. Thread-safe as far
 * as its opening is; whoever made it keeps the file until the document is done.
 */
public final class ReopenedSource implements DocumentSource {
  private final long size;
  private final Opening opening;

  /**
   * A document of so many bytes.
   *
   * @param opening gives a stream of all of them, as often as it is asked
   */
  public ReopenedSource(long size, Opening opening) {
    this.size = size;
    this.opening = opening;
  }

  @Override
  public InputStream stream() throws IOException {
    return opening.open();
  }

  @Override
  public long size() {
    return size;
  }

  /** Opens the document. */
  @FunctionalInterface
  public interface Opening {
    /** A stream from the start; the caller closes it. */
    InputStream open() throws IOException;
  }
}
