package dev.frostbyte.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Recomputes an RFC 6962 tree head from a run of leaves that were read anew and, before and after
 * them, from hashes of complete subtrees. Only the right leaves lead to the signed root, whatever
 * the hashes are; wrong hashes lead nowhere. One thread at a time.
 */
final class ProvenRange {
  private final TreeHashes hashes;
  private final Sha256 sha = new Sha256();
  private final List<Node> nodes = new ArrayList<>();
  private long size;

  private ProvenRange(TreeHashes hashes) {
    this.hashes = hashes;
  }

  /** A run that begins at this leaf. */
  static ProvenRange from(long first, TreeHashes hashes) throws IOException {
    ProvenRange range = new ProvenRange(hashes);
    range.fill(first);
    return range;
  }

  /** Adds the hash of the next leaf. */
  void append(byte[] leafHash) {
    append(new Node(0, leafHash));
  }

  /** The root of a tree of this size; nothing can be added after. */
  byte[] root(long treeSize) throws IOException {
    fill(treeSize);
    if (nodes.isEmpty()) {
      return sha.empty();
    }
    byte[] root = nodes.removeLast().hash;
    while (!nodes.isEmpty()) {
      root = sha.node(nodes.removeLast().hash, root);
    }
    return root;
  }

  /** Goes on to a size in steps as large as complete subtrees allow. */
  private void fill(long end) throws IOException {
    while (size < end) {
      int fits = Long.SIZE - 1 - Long.numberOfLeadingZeros(end - size);
      int height = Math.min(Long.numberOfTrailingZeros(size), fits);
      append(new Node(height, hashes.complete(height, size >>> height)));
    }
  }

  private void append(Node node) {
    Node merged = node;
    while (!nodes.isEmpty() && nodes.getLast().height == merged.height) {
      merged = new Node(merged.height + 1, sha.node(nodes.removeLast().hash, merged.hash));
    }
    nodes.add(merged);
    size += 1L << node.height;
  }

  private record Node(int height, byte[] hash) {}
}
