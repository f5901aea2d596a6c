package dev.frostbyte.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * The running root of a growing tree in a few hashes: one for each set bit of its size, the largest
 * complete subtree first. One thread at a time.
 */
final class CompactRange {
  private final Sha256 sha = new Sha256();
  private final List<byte[]> subtrees = new ArrayList<>();
  private long size;

  /** The tree that had these {@link #subtrees} at this size. */
  static CompactRange of(long size, List<byte[]> subtrees) throws BrokenLog {
    if (subtrees.size() != Long.bitCount(size)) {
      throw new BrokenLog("a tree of " + size + " entries has other subtrees");
    }
    CompactRange tree = new CompactRange();
    tree.subtrees.addAll(subtrees);
    tree.size = size;
    return tree;
  }

  /** The hashes it consists of, the largest subtree first. */
  List<byte[]> subtrees() {
    return List.copyOf(subtrees);
  }

  long size() {
    return size;
  }

  /** Adds the hash of the next leaf. */
  void append(byte[] leafHash) {
    byte[] merged = leafHash;
    for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
      merged = sha.node(subtrees.removeLast(), merged);
    }
    subtrees.add(merged);
    size++;
  }

  /** The RFC 6962 tree head over everything appended. */
  byte[] root() {
    if (subtrees.isEmpty()) {
      return sha.empty();
    }
    byte[] root = subtrees.getLast();
    for (int at = subtrees.size() - 2; at >= 0; at--) {
      root = sha.node(subtrees.get(at), root);
    }
    return root.clone();
  }
}
