package dev.frostbyte.audit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Inclusion and consistency proofs: made as RFC 6962 sections 2.1.1 and 2.1.2 define them, checked
 * with the iterative algorithms of RFC 9162 sections 2.1.3.2 and 2.1.4.2.
 */
final class Proofs {
  private final TreeHashes hashes;
  private final Sha256 sha = new Sha256();

  private Proofs(TreeHashes hashes) {
    this.hashes = hashes;
  }

  /** Makes proofs from these hashes. One thread at a time. */
  static Proofs over(TreeHashes hashes) {
    return new Proofs(hashes);
  }

  /** The tree head over the first leaves. */
  byte[] root(long size) throws IOException {
    return size == 0 ? sha.empty() : range(0, size);
  }

  /** PATH(index, D[size]): from the leaf's sibling up to the root's child. */
  List<byte[]> inclusion(long index, long size) throws IOException {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "entry " + index + " is not among the " + size + " entries of the tree");
    }
    Deque<byte[]> path = new ArrayDeque<>();
    long start = 0;
    long end = size;
    while (end - start > 1) {
      long middle = start + split(end - start);
      boolean left = index < middle;
      path.addFirst(left ? range(middle, end) : range(start, middle));
      start = left ? start : middle;
      end = left ? middle : end;
    }
    return List.copyOf(path);
  }

  /** PROOF(older, D[newer]); empty when the sizes are equal. */
  List<byte[]> consistency(long older, long newer) throws IOException {
    if (older < 1 || older > newer) {
      throw new IllegalArgumentException(
          "no proof leads from a tree of " + older + " entries to one of " + newer);
    }
    return older == newer ? List.of() : descend(older, newer);
  }

  private List<byte[]> descend(long older, long newer) throws IOException {
    Deque<byte[]> proof = new ArrayDeque<>();
    long start = 0;
    long end = newer;
    while (end != older) {
      long middle = start + split(end - start);
      boolean left = older <= middle;
      proof.addFirst(left ? range(middle, end) : range(start, middle));
      start = left ? start : middle;
      end = left ? middle : end;
    }
    if (start != 0) {
      proof.addFirst(range(start, end));
    }
    return List.copyOf(proof);
  }

  private byte[] range(long start, long end) throws IOException {
    long width = end - start;
    if (Long.bitCount(width) == 1) {
      int height = Long.numberOfTrailingZeros(width);
      return hashes.complete(height, start >>> height);
    }
    long middle = start + split(width);
    return sha.node(range(start, middle), range(middle, end));
  }

  private static long split(long width) {
    return Long.highestOneBit(width - 1);
  }

  /** An inclusion proof as a C2SP tlog-proof. */
  static String text(long index, List<byte[]> path, String note) {
    StringBuilder proof = new StringBuilder("c2sp.org/tlog-proof@v1\nindex ");
    proof.append(index).append('\n');
    path.forEach(hash -> proof.append(StrictBase64.encode(hash)).append('\n'));
    return proof.append('\n').append(note).toString();
  }

  /** Whether the path leads from the leaf to the root. */
  static boolean includes(long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size || !areHashes(path) || leaf.length != Sha256.BYTES) {
      return false;
    }
    Sha256 sha = new Sha256();
    long node = index;
    long last = size - 1;
    byte[] hash = leaf;
    for (byte[] sibling : path) {
      if (last == 0) {
        return false;
      }
      boolean onTheLeft = (node & 1) == 1 || node == last;
      int up = onTheLeft ? climb(node) : 0;
      hash = onTheLeft ? sha.node(sibling, hash) : sha.node(hash, sibling);
      node >>>= up + 1;
      last >>>= up + 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /**
   * Whether the newer tree starts with the whole older one. Nothing follows from an empty tree, so
   * a proof from one never holds.
   */
  static boolean extendsTree(Tree older, Tree newer, List<byte[]> proof) {
    if (older.size < 1 || older.size > newer.size || !areHashes(proof)) {
      return false;
    }
    if (older.size == newer.size) {
      return proof.isEmpty() && Arrays.equals(older.root, newer.root);
    }
    return new Walk(older, newer).leads(proof);
  }

  private static int climb(long node) {
    return (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
  }

  private static boolean areHashes(List<byte[]> proof) {
    return proof.stream().allMatch(hash -> hash.length == Sha256.BYTES);
  }

  /** A tree head. */
  record Tree(long size, byte[] root) {}

  /** Climbs from the last complete subtree of the older tree to both roots. */
  private static final class Walk {
    private final Sha256 sha = new Sha256();
    private final Tree older;
    private final Tree newer;
    private long node;
    private long last;

    private Walk(Tree older, Tree newer) {
      this.older = older;
      this.newer = newer;
      int complete = Long.numberOfTrailingZeros(older.size);
      this.node = (older.size - 1) >>> complete;
      this.last = (newer.size - 1) >>> complete;
    }

    boolean leads(List<byte[]> proof) {
      Optional<List<byte[]>> full = withStart(proof);
      if (full.isEmpty()) {
        return false;
      }
      byte[] inOlder = full.get().getFirst();
      byte[] inNewer = inOlder;
      for (byte[] hash : full.get().subList(1, full.get().size())) {
        if (last == 0) {
          return false;
        }
        boolean onTheLeft = (node & 1) == 1 || node == last;
        int up = onTheLeft ? climb(node) : 0;
        inOlder = onTheLeft ? sha.node(hash, inOlder) : inOlder;
        inNewer = onTheLeft ? sha.node(hash, inNewer) : sha.node(inNewer, hash);
        node >>>= up + 1;
        last >>>= up + 1;
      }
      return last == 0 && Arrays.equals(inOlder, older.root) && Arrays.equals(inNewer, newer.root);
    }

    private Optional<List<byte[]>> withStart(List<byte[]> proof) {
      if (proof.isEmpty()) {
        return Optional.empty();
      }
      if (Long.bitCount(older.size) != 1) {
        return Optional.of(proof);
      }
      List<byte[]> full = new ArrayList<>();
      full.add(older.root);
      full.addAll(proof);
      return full.getFirst().length == Sha256.BYTES ? Optional.of(full) : Optional.empty();
    }
  }
}
