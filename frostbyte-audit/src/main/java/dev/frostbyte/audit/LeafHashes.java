package dev.frostbyte.audit;

import java.util.ArrayList;
import java.util.List;

/** The hashes of a small tree in memory. One thread. */
final class LeafHashes implements TreeHashes {
  private final Sha256 sha = new Sha256();
  private final List<List<byte[]>> heights = new ArrayList<>();

  /** Adds the hash of the next leaf. */
  void append(byte[] leafHash) {
    byte[] hash = leafHash;
    int height = 0;
    while (add(height, hash) % 2 == 0) {
      List<byte[]> row = heights.get(height);
      hash = sha.node(row.get(row.size() - 2), row.getLast());
      height++;
    }
  }

  private int add(int height, byte[] hash) {
    if (height == heights.size()) {
      heights.add(new ArrayList<>());
    }
    heights.get(height).add(hash);
    return heights.get(height).size();
  }

  @Override
  public byte[] complete(int height, long index) {
    return heights.get(height).get((int) index);
  }
}
