package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.DocumentSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/** Ten bytes that say they are more, or fewer. */
class OddSource implements DocumentSource {
  private final long size;

  OddSource(long size) {
    this.size = size;
  }

  @Override
  public InputStream stream() {
    return new ByteArrayInputStream(new byte[10]);
  }

  @Override
  public SeekableByteChannel channel() {
    throw new IllegalStateException("not needed");
  }

  @Override
  public long size() {
    return size;
  }
}
