package dev.frostbyte.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the hashes of a growing tree into C2SP tlog-tiles: 256 hashes wide, a full tile's own hash
 * standing in the level above. Holds one unfinished tile per level. One thread at a time.
 */
final class Tiles {
  /** Hashes in a full tile. */
  static final int WIDTH = 256;

  private final Sink sink;
  private final Sha256 sha = new Sha256();
  private final List<Level> levels = new ArrayList<>();

  Tiles(Sink sink) {
    this.sink = sink;
  }

  /** Adds the hash of the next leaf. */
  void append(byte[] leafHash) throws IOException {
    byte[] hash = leafHash;
    for (int level = 0; hash.length > 0; level++) {
      hash = append(level, hash);
    }
  }

  /** Hands out the unfinished tiles. */
  void finish() throws IOException {
    for (int level = 0; level < levels.size(); level++) {
      Level unfinished = levels.get(level);
      if (unfinished.width > 0) {
        sink.tile(new Name(level, unfinished.done, unfinished.width), unfinished.bytes());
      }
    }
  }

  private byte[] append(int number, byte[] hash) throws IOException {
    if (number == levels.size()) {
      levels.add(new Level());
    }
    Level level = levels.get(number);
    level.add(hash);
    if (level.width < WIDTH) {
      return new byte[0];
    }
    byte[] full = level.bytes();
    sink.tile(new Name(number, level.done, WIDTH), full);
    level.next();
    return subtree(sha, full);
  }

  /** The hash over these hashes, whose number is a power of two. */
  static byte[] subtree(Sha256 sha, byte[] hashes) {
    byte[] row = hashes;
    while (row.length > Sha256.BYTES) {
      byte[] above = new byte[row.length / 2];
      for (int at = 0; at < above.length; at += Sha256.BYTES) {
        byte[] left = Arrays.copyOfRange(row, 2 * at, 2 * at + Sha256.BYTES);
        byte[] right = Arrays.copyOfRange(row, 2 * at + Sha256.BYTES, 2 * at + 2 * Sha256.BYTES);
        System.arraycopy(sha.node(left, right), 0, above, at, Sha256.BYTES);
      }
      row = above;
    }
    return row;
  }

  /** Takes tiles; the levels of one leaf come in rising order. */
  @FunctionalInterface
  interface Sink {
    /** Takes the concatenated hashes of one tile. */
    void tile(Name name, byte[] hashes) throws IOException;
  }

  /**
   * Which tile.
   *
   * @param level from 0, the leaves
   * @param number from 0 within the level
   * @param width 1 to 256 hashes
   */
  record Name(int level, long number, int width) {
    /** The path below the export's root, as tlog-tiles spells it. */
    String path() {
      return "tile/" + level + "/" + spelled(number, width);
    }

    /** The path of the entry bundle of this number and width. */
    static String entries(long number, int width) {
      return "tile/entries/" + spelled(number, width);
    }

    private static String spelled(long number, int width) {
      StringBuilder path = new StringBuilder(threeDigits(number % 1000));
      for (long rest = number / 1000; rest > 0; rest /= 1000) {
        path.insert(0, "x" + threeDigits(rest % 1000) + "/");
      }
      return width == WIDTH ? path.toString() : path + ".p/" + width;
    }

    private static String threeDigits(long value) {
      return Long.toString(1000 + value).substring(1);
    }
  }

  private static final class Level {
    private byte[] hashes = new byte[Sha256.BYTES];
    private long done;
    private int width;

    void add(byte[] hash) {
      int end = width * Sha256.BYTES;
      if (end == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * end);
      }
      System.arraycopy(hash, 0, hashes, end, Sha256.BYTES);
      width++;
    }

    byte[] bytes() {
      return Arrays.copyOf(hashes, width * Sha256.BYTES);
    }

    void next() {
      width = 0;
      done++;
    }
  }
}
