package dev.frostbyte.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes files of an export in memory as somebody without a key could. One thread. */
final class Mutations {
  private static final int LONGEST = 100;

  private final Exported stranger;
  private final Random random;

  Mutations(Exported stranger, Random random) {
    this.stranger = stranger;
    this.random = random;
  }

  /** What is done to a file. */
  enum Operator {
    BIT_FLIP,
    SWAP,
    DROP,
    DUPLICATE,
    TRUNCATE,
    SPLICE
  }

  /** Changes one file, sometimes two; may happen to change nothing. */
  void apply(Operator operator, Exported export, String path, List<String> kin) {
    byte[] bytes = bytes(export, path);
    boolean whole = random.nextInt(4) == 0;
    switch (operator) {
      case BIT_FLIP -> export.files.put(path, flipped(bytes));
      case SWAP -> swap(export, path, whole ? kin.get(random.nextInt(kin.size())) : path);
      case DROP -> drop(export, path, whole);
      case DUPLICATE -> duplicate(export, path, whole);
      case TRUNCATE -> export.files.put(path, Arrays.copyOf(bytes, at(bytes)));
      case SPLICE -> splice(export, whole ? kin : List.of(path));
    }
  }

  private byte[] flipped(byte[] bytes) {
    byte[] changed = bytes.clone();
    if (changed.length > 0) {
      changed[at(bytes)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  private void swap(Exported export, String one, String other) {
    byte[] first = bytes(export, one);
    byte[] second = bytes(export, other);
    if (one.equals(other)) {
      export.files.put(one, exchanged(first));
    } else {
      export.files.put(one, second);
      export.files.put(other, first);
    }
  }

  /** Exchanges two ranges of equal length. */
  private byte[] exchanged(byte[] bytes) {
    int length = 1 + random.nextInt(Math.min(LONGEST, Math.max(1, bytes.length / 2)));
    byte[] changed = bytes.clone();
    if (bytes.length >= 2 * length) {
      int first = random.nextInt(bytes.length - 2 * length + 1);
      int second = first + length + random.nextInt(bytes.length - first - 2 * length + 1);
      System.arraycopy(bytes, first, changed, second, length);
      System.arraycopy(bytes, second, changed, first, length);
    }
    return changed;
  }

  private void drop(Exported export, String path, boolean whole) {
    byte[] bytes = bytes(export, path);
    if (whole) {
      export.files.remove(path);
      return;
    }
    int from = at(bytes);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(LONGEST));
    byte[] changed = Arrays.copyOf(bytes, bytes.length - to + from);
    System.arraycopy(bytes, to, changed, from, bytes.length - to);
    export.files.put(path, changed);
  }

  private void duplicate(Exported export, String path, boolean whole) {
    byte[] bytes = bytes(export, path);
    if (whole) {
      export.files.put(path + random.nextInt(1_000), bytes);
      return;
    }
    int from = at(bytes);
    int length = Math.min(bytes.length - from, 1 + random.nextInt(LONGEST));
    byte[] changed = Arrays.copyOf(bytes, bytes.length + length);
    System.arraycopy(bytes, from, changed, from + length, bytes.length - from);
    export.files.put(path, changed);
  }

  /** Takes files, or a range of one, from another tenant's export of the same size. */
  private void splice(Exported export, List<String> paths) {
    boolean range = paths.size() == 1 && random.nextBoolean();
    for (String path : paths) {
      byte[] theirs = bytes(stranger, path);
      export.files.put(path, range ? mixed(bytes(export, path), theirs) : theirs);
    }
  }

  private byte[] mixed(byte[] ours, byte[] theirs) {
    byte[] changed = ours.clone();
    int shorter = Math.min(ours.length, theirs.length);
    int from = shorter == 0 ? 0 : random.nextInt(shorter);
    int length = Math.min(shorter - from, 1 + random.nextInt(LONGEST));
    System.arraycopy(theirs, from, changed, from, length);
    return changed;
  }

  private int at(byte[] bytes) {
    return bytes.length == 0 ? 0 : random.nextInt(bytes.length);
  }

  private static byte[] bytes(Exported export, String path) {
    return export.files.getOrDefault(path, new byte[0]);
  }
}
