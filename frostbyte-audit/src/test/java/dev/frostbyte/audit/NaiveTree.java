package dev.frostbyte.audit;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962 section 2.1 word for word: slow, recursive, and nothing shared with the real tree. */
final class NaiveTree {
  private static final Sha256 SHA = new Sha256();

  private NaiveTree() {}

  /** MTH(D). */
  static byte[] head(List<byte[]> leaves) {
    return switch (leaves.size()) {
      case 0 -> SHA.of(new byte[0]);
      case 1 -> SHA.leaf(leaves.getFirst());
      default -> {
        int k = split(leaves.size());
        yield SHA.node(head(leaves.subList(0, k)), head(leaves.subList(k, leaves.size())));
      }
    };
  }

  /** PATH(m, D). */
  static List<byte[]> path(int m, List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int k = split(leaves.size());
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    return m < k ? with(path(m, left), head(right)) : with(path(m - k, right), head(left));
  }

  /** PROOF(m, D). */
  static List<byte[]> proof(int m, List<byte[]> leaves) {
    return subproof(m, leaves, true);
  }

  private static List<byte[]> subproof(int m, List<byte[]> leaves, boolean whole) {
    if (m == leaves.size()) {
      return whole ? List.of() : List.of(head(leaves));
    }
    int k = split(leaves.size());
    List<byte[]> left = leaves.subList(0, k);
    List<byte[]> right = leaves.subList(k, leaves.size());
    return m <= k
        ? with(subproof(m, left, whole), head(right))
        : with(subproof(m - k, right, false), head(left));
  }

  private static List<byte[]> with(List<byte[]> path, byte[] last) {
    List<byte[]> longer = new ArrayList<>(path);
    longer.add(last);
    return longer;
  }

  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }
}
