package dev.frostbyte.api.seal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * Cuts what is written into segments and seals them; the last, possibly empty, segment is written
 * by close.
 */
final class SealingStream extends OutputStream {
  private final OutputStream sink;
  private final SegmentCipher cipher;
  private final byte[] buffer = new byte[Sealer.SEGMENT_BYTES];
  private int filled;
  private boolean closed;

  SealingStream(OutputStream sink, SecretKey key) {
    this.sink = sink;
    this.cipher = new SegmentCipher(key, Cipher.ENCRYPT_MODE);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (closed) {
      throw new IOException("the sealing stream is closed");
    }
    int done = 0;
    while (done < length) {
      if (filled == buffer.length) {
        writeSegment(false);
      }
      int part = Math.min(length - done, buffer.length - filled);
      System.arraycopy(bytes, offset + done, buffer, filled, part);
      filled += part;
      done += part;
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (sink) {
      writeSegment(true);
    }
  }

  private void writeSegment(boolean last) throws IOException {
    try {
      sink.write(cipher.next(buffer, filled, last));
    } catch (GeneralSecurityException e) {
      throw new IOException("sealing failed", e);
    }
    filled = 0;
  }
}
