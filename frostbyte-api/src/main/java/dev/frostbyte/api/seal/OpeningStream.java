package dev.frostbyte.api.seal;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** Hands out checked segments only; looks one byte ahead to know which segment is the last. */
final class OpeningStream extends InputStream {
  private static final int SEALED_SEGMENT = Sealer.SEGMENT_BYTES + SegmentCipher.TAG_BYTES;

  private final InputStream source;
  private final SegmentCipher cipher;
  private final String purpose;
  private byte[] ahead;
  private byte[] plain = new byte[0];
  private int position;
  private boolean ended;
  private boolean broken;

  OpeningStream(InputStream source, SecretKey key, String purpose) throws IOException {
    this.source = source;
    this.cipher = new SegmentCipher(key, Cipher.DECRYPT_MODE);
    this.purpose = purpose;
    this.ahead = source.readNBytes(SEALED_SEGMENT);
  }

  @Override
  public int read() throws IOException {
    return fill() ? plain[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int part = Math.min(length, plain.length - position);
    System.arraycopy(plain, position, into, offset, part);
    position += part;
    return part;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private boolean fill() throws IOException {
    while (position == plain.length) {
      if (ended && !broken) {
        return false;
      }
      openSegment();
    }
    return true;
  }

  private void openSegment() throws IOException {
    requireWhole();
    byte[] current = ahead;
    ahead = source.readNBytes(SEALED_SEGMENT);
    ended = ahead.length == 0;
    try {
      plain = cipher.next(current, current.length, ended);
      position = 0;
    } catch (GeneralSecurityException e) {
      broken = true;
      requireWhole();
    }
  }

  /** Once broken, always broken: reading on would skip a segment or look like a clean end. */
  private void requireWhole() throws SealBrokenException {
    if (broken) {
      throw new SealBrokenException(
          "sealed bytes for '" + purpose + "' do not open: changed, moved, outdated or foreign");
    }
  }
}
