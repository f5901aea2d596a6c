package dev.frostbyte.audit;

import java.io.IOException;

/** Gives the hashes of complete subtrees. */
@FunctionalInterface
interface TreeHashes {
  /**
   * The hash over the leaves {@code [index << height, (index + 1) << height)}.
   *
   * @param height 0 for a leaf hash
   */
  byte[] complete(int height, long index) throws IOException;
}
