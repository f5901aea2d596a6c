package dev.frostbyte.api.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Seals bytes under one key and one space: authenticated encryption whose output opens only with
 * the same key, space and {@link SealContext}. Sealing the same bytes twice gives different output.
 * Thread-safe; the streams are for one thread.
 */
public interface Sealer {
  /** Bytes of plaintext in one segment of the format; at most one segment is held in memory. */
  int SEGMENT_BYTES = 64 * 1024;

  /**
   * AES-256-GCM in segments of {@value #SEGMENT_BYTES} bytes. Layout: magic {@code FBS1}, 32 random
   * bytes of salt, then the segments, each with its 16-byte tag. The key of one stream is
   * HMAC-SHA-256(key, label, salt, encoded context), so a nonce (3 zero bytes, 64-bit segment
   * counter, last-segment flag) never repeats under one key; the flag makes a cut at a segment
   * border fail (the construction of Hoang, Reyhanitabar, Rogaway and Vizár, <i>Online
   * Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance</i>, CRYPTO 2015).
   *
   * @param key 32 bytes; not copied, closing it ends this sealer
   * @param space whose bytes these are, such as a tenant's internal id
   */
  static Sealer aes256Gcm(SecretBytes key, String space) {
    return new SegmentedAesGcm(key, space);
  }

  /** Seals a small value; see {@link #sealing} for large ones. */
  byte[] seal(byte[] plain, SealContext context);

  /**
   * Opens what {@link #seal} made.
   *
   * @throws SealBrokenException when it does not open
   */
  byte[] open(byte[] sealed, SealContext context) throws SealBrokenException;

  /** A stream that seals into a sink; closing it writes the last segment and closes the sink. */
  OutputStream sealing(OutputStream sink, SealContext context) throws IOException;

  /**
   * A stream that opens a sealed source. A segment is handed out only after its tag was checked;
   * reading fails with {@link SealBrokenException} when it does not open. Closing closes the
   * source.
   */
  InputStream opening(InputStream source, SealContext context) throws IOException;
}
