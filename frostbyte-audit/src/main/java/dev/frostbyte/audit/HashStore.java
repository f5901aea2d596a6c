package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.audit.Journal.End;
import dev.frostbyte.audit.Proofs.Tree;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Makes proofs from leaf hashes kept in derived files. The files are never forced and never
 * trusted: they catch up with the journal when a proof is asked for, every proof is checked before
 * it is handed out, and files that gave a wrong one are made anew. Thread-safe.
 */
final class HashStore {
  private final DurableDirectory files;
  private final LogReader journal;
  private final Object lock = new Object();

  HashStore(DurableDirectory files, LogReader journal) {
    this.files = files;
    this.journal = journal;
  }

  /** The C2SP tlog-proof of a sealed entry. */
  String prove(AuditReceipt receipt, Checkpoint sealed, End end) throws IOException {
    return reading(end, hashes -> prove(hashes, receipt, sealed));
  }

  private static String prove(TreeHashes hashes, AuditReceipt receipt, Checkpoint sealed)
      throws IOException, NotProven {
    long index = receipt.index();
    byte[] leaf = hashes.complete(0, index);
    List<byte[]> path = Proofs.over(hashes).inclusion(index, sealed.size());
    if (!Proofs.includes(index, sealed.size(), leaf, path, sealed.root().bytes())) {
      throw new NotProven();
    }
    requireSame(receipt, leaf);
    return Proofs.text(index, path, sealed.note());
  }

  /** The consistency proof from an older size, at least 1, to a sealed tree. */
  List<byte[]> consistency(long older, Checkpoint sealed, End end) throws IOException {
    return reading(end, hashes -> consistency(hashes, older, sealed));
  }

  private static List<byte[]> consistency(TreeHashes hashes, long older, Checkpoint sealed)
      throws IOException, NotProven {
    Proofs proofs = Proofs.over(hashes);
    List<byte[]> proof = proofs.consistency(older, sealed.size());
    Tree before = new Tree(older, proofs.root(older));
    Tree now = new Tree(sealed.size(), sealed.root().bytes());
    if (!Proofs.extendsTree(before, now, proof)) {
      throw new NotProven();
    }
    return proof;
  }

  /**
   * Reads something that is checked against a root with the help of the hashes. When it does not
   * fit, the hashes are made anew and it is read once more.
   */
  <T> T reading(End end, Reading<T> reading) throws IOException {
    synchronized (lock) {
      try (HashFiles hashes = HashFiles.open(files)) {
        return reading(hashes, end, reading);
      }
    }
  }

  private <T> T reading(HashFiles hashes, End end, Reading<T> reading) throws IOException {
    try {
      if (reaches(hashes, end)) {
        return reading.read(hashes);
      }
    } catch (NotProven outdated) {
      return readingAnew(hashes, end, reading);
    } catch (BrokenLog broken) {
      throw journal.refused(broken);
    }
    return readingAnew(hashes, end, reading);
  }

  private <T> T readingAnew(HashFiles hashes, End end, Reading<T> reading) throws IOException {
    try {
      hashes.clear();
      reaches(hashes, end);
      return reading.read(hashes);
    } catch (NotProven wrong) {
      throw journal.refused(new BrokenLog("its entries are not under the signed root"));
    } catch (BrokenLog broken) {
      throw journal.refused(broken);
    }
  }

  /** Brings the hashes to the end of the journal; not when they are plainly of something else. */
  private boolean reaches(HashFiles hashes, End end) throws IOException {
    if (!hashes.plausible(end.size())) {
      return false;
    }
    journal.entries(hashes.count(), end, read -> hashes.append(read.contentHash()));
    hashes.flush();
    return true;
  }

  private static void requireSame(AuditReceipt receipt, byte[] leafHash) {
    if (!Arrays.equals(receipt.leafHash().bytes(), leafHash)) {
      throw new IllegalArgumentException(
          "the receipt names another event than entry " + receipt.index() + " of the log");
    }
  }

  /** Reads with hashes that may be wrong. */
  @FunctionalInterface
  interface Reading<T> {
    /** Reads, or says that what was read is not under the root together with these hashes. */
    T read(TreeHashes hashes) throws IOException, BrokenLog, NotProven;
  }
}
