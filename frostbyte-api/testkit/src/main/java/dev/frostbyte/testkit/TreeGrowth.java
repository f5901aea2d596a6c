package dev.frostbyte.testkit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks consistency proofs as RFC 9162, section 2.1.4.2, does. One thread, used once. */
final class TreeGrowth {
  private long first;
  private long second;
  private byte[] firstRoot;
  private byte[] secondRoot;
  private boolean ended;

  private TreeGrowth(long first, long second, byte[] start) {
    this.first = first;
    this.second = second;
    this.firstRoot = start;
    this.secondRoot = start;
  }

  /** Whether the proof leads from one tree to the other; from an empty tree everything goes on. */
  static boolean proves(SignedNote before, SignedNote now, List<byte[]> proof) {
    if (before.size() == 0 || before.size() == now.size()) {
      boolean same = before.size() == 0 || Arrays.equals(before.root(), now.root());
      return proof.isEmpty() && same;
    }
    List<byte[]> path = new ArrayList<>(proof);
    if (Long.bitCount(before.size()) == 1) {
      path.addFirst(before.root());
    }
    return !path.isEmpty() && begun(before, now, path.getFirst()).leads(path, before, now);
  }

  private static TreeGrowth begun(SignedNote before, SignedNote now, byte[] start) {
    int complete = Long.numberOfTrailingZeros(~(before.size() - 1));
    return new TreeGrowth((before.size() - 1) >>> complete, (now.size() - 1) >>> complete, start);
  }

  private boolean leads(List<byte[]> path, SignedNote before, SignedNote now) {
    path.subList(1, path.size()).forEach(this::take);
    return !ended
        && second == 0
        && Arrays.equals(firstRoot, before.root())
        && Arrays.equals(secondRoot, now.root());
  }

  private void take(byte[] hash) {
    ended |= second == 0;
    if ((first & 1) == 1 || first == second) {
      firstRoot = node(hash, firstRoot);
      secondRoot = node(hash, secondRoot);
      skipLeftEdges();
    } else {
      secondRoot = node(secondRoot, hash);
    }
    first >>>= 1;
    second >>>= 1;
  }

  private void skipLeftEdges() {
    while ((first & 1) == 0 && first != 0) {
      first >>>= 1;
      second >>>= 1;
    }
  }

  private static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = NoteKey.sha256();
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }
}
