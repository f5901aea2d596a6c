package dev.frostbyte.store.lucene;

import dev.frostbyte.api.seal.SealBrokenException;

/**
 * Layout of a sealed index file: 4 bytes of magic, 16 of file id, then blocks of {@link
 * #BLOCK_BYTES} plain bytes, each followed by its 16-byte tag. The last block is marked in its
 * nonce and may be shorter, or empty in an empty file, so the length is authenticated too.
 */
final class SealedFormat {
  static final int BLOCK_BITS = 14;
  static final int BLOCK_BYTES = 1 << BLOCK_BITS;
  static final int TAG_BYTES = 16;
  static final int SEALED_BLOCK_BYTES = BLOCK_BYTES + TAG_BYTES;
  static final int ID_BYTES = 16;
  static final int MAGIC = 0x46424C31;
  static final int HEADER_BYTES = Integer.BYTES + ID_BYTES;

  private SealedFormat() {}

  /** Number of the last block of a file of this many plain bytes. */
  static int lastBlock(long length) throws SealBrokenException {
    long last = length == 0 ? 0 : (length - 1) >> BLOCK_BITS;
    if (last >= Integer.MAX_VALUE) {
      throw new SealBrokenException("an index file of " + length + " bytes is too long to read");
    }
    return (int) last;
  }

  /** Bytes on disk of a file of this many plain bytes. */
  static long sealedLength(long length) throws SealBrokenException {
    return HEADER_BYTES + length + (lastBlock(length) + 1L) * TAG_BYTES;
  }

  /** Where a block starts on disk. */
  static long offset(int block) {
    return HEADER_BYTES + (long) block * SEALED_BLOCK_BYTES;
  }
}
