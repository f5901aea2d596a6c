package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.spi.DocumentSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A document for image readers, read where it is: ImageIO's own streams keep a second copy in
 * memory or on disk. Whoever opens it closes it; one thread.
 */
final class SourceStream extends ImageInputStreamImpl {
  private final SeekableByteChannel channel;

  SourceStream(DocumentSource source) throws IOException {
    this.channel = source.channel();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    checkClosed();
    bitOffset = 0;
    channel.position(streamPos);
    int read = channel.read(ByteBuffer.wrap(bytes, from, count));
    streamPos += Math.max(0, read);
    return read;
  }

  @Override
  public long length() {
    try {
      return channel.size();
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    super.close();
    channel.close();
  }
}
