package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a log promised in another process, one line for each promise, as that process wrote it. One
 * thread.
 *
 * <pre>
 * A index leaf-hash   append returned, or: of an entry recorded before it, R index leaf-hash
 * S size root         seal returned
 * F                   a call failed with IOException
 * X                   a call succeeded after one had failed
 * E class             opening was refused
 * D                   the process came to its end
 * </pre>
 */
final class Promises {
  private final Map<Long, String> leaves = new TreeMap<>();
  private final Map<Long, String> roots = new TreeMap<>();
  private final List<String> others = new ArrayList<>();
  private long durable;

  static String appended(AuditReceipt receipt) {
    return "A " + receipt.index() + " " + hex(receipt.leafHash().bytes());
  }

  static String recorded(AuditReceipt receipt) {
    return "R " + receipt.index() + " " + hex(receipt.leafHash().bytes());
  }

  static String sealed(Checkpoint root) {
    return "S " + root.size() + " " + hex(root.root().bytes());
  }

  void take(String line) {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "A" -> leaf(words, 1);
      case "R" -> leaf(words, 0);
      case "S" -> {
        roots.put(Long.valueOf(words[1]), words[2]);
        durable = Math.max(durable, Long.parseLong(words[1]));
      }
      default -> others.add(line);
    }
  }

  private void leaf(String[] words, int acknowledged) {
    long index = Long.parseLong(words[1]);
    leaves.put(index, words[2]);
    durable = Math.max(durable, (index + 1) * acknowledged);
  }

  /** Forgets what was never promised: another process may put other entries in its place. */
  void forgetUnacknowledged() {
    leaves.keySet().removeIf(index -> index >= durable);
  }

  /** Number of entries whose loss would break a promise. */
  long durable() {
    return durable;
  }

  /** What was said besides, in order. */
  List<String> others() {
    return others;
  }

  /** Promises that a log with these leaf hashes and this newest signed size does not keep. */
  List<String> broken(List<byte[]> found, long sealed) {
    List<String> broken = new ArrayList<>();
    CompactRange tree = new CompactRange();
    compareRoot(tree, broken);
    for (byte[] leaf : found) {
      String promised = leaves.getOrDefault(tree.size(), hex(leaf));
      if (tree.size() < durable && !promised.equals(hex(leaf))) {
        broken.add("entry " + tree.size() + " is another");
      }
      tree.append(leaf);
      compareRoot(tree, broken);
    }
    if (tree.size() < durable) {
      broken.add("entries " + tree.size() + " to " + (durable - 1) + " are lost");
    }
    if (roots.keySet().stream().anyMatch(size -> size > sealed)) {
      broken.add("the newest root covers " + sealed + " entries; it covered more");
    }
    return broken;
  }

  private void compareRoot(CompactRange tree, List<String> broken) {
    String promised = roots.get(tree.size());
    if (promised != null && !promised.equals(hex(tree.root()))) {
      broken.add("the root of " + tree.size() + " entries is another");
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
