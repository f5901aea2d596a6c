package dev.frostbyte.audit;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every signed root of a log by its size, 40 bytes each, since a log of many years has hundreds of
 * thousands. Sizes never fall. One thread.
 */
final class RootList {
  private long[] sizes = new long[4];
  private byte[] hashes = new byte[4 * Sha256.BYTES];
  private int count;

  /** Adds a root; the same size again changes nothing. */
  void add(long size, byte[] hash) {
    if (count > 0 && sizes[count - 1] == size) {
      return;
    }
    if (count == sizes.length) {
      sizes = Arrays.copyOf(sizes, 2 * count);
      hashes = Arrays.copyOf(hashes, 2 * count * Sha256.BYTES);
    }
    sizes[count] = size;
    System.arraycopy(hash, 0, hashes, count * Sha256.BYTES, Sha256.BYTES);
    count++;
  }

  /** The root that was signed over this many entries, if one was. */
  Optional<byte[]> root(long size) {
    int at = Arrays.binarySearch(sizes, 0, count, size);
    return at < 0
        ? Optional.empty()
        : Optional.of(Arrays.copyOfRange(hashes, at * Sha256.BYTES, (at + 1) * Sha256.BYTES));
  }
}
