package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.audit.Journal.End;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Makes inclusion proofs from leaf hashes kept in derived files. The files are never forced and
 * never trusted: they catch up with the journal when a proof is asked for, every proof is checked
 * before it is handed out, and files that gave a wrong one are made anew. Thread-safe.
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
    synchronized (lock) {
      try (HashFiles hashes = HashFiles.open(files)) {
        if (!proves(hashes, receipt, sealed, end)) {
          hashes.clear();
          requireProven(proves(hashes, receipt, sealed, end), receipt);
        }
        requireSame(receipt, hashes.complete(0, receipt.index()));
        return text(receipt.index(), path(hashes, receipt, sealed), sealed);
      }
    }
  }

  private boolean proves(HashFiles hashes, AuditReceipt receipt, Checkpoint sealed, End end)
      throws IOException {
    if (!hashes.plausible(end.size())) {
      return false;
    }
    journal.entries(hashes.count(), end, read -> hashes.append(read.contentHash()));
    hashes.flush();
    byte[] leaf = hashes.complete(0, receipt.index());
    return Proofs.includes(
        receipt.index(), sealed.size(), leaf, path(hashes, receipt, sealed), sealed.root().bytes());
  }

  private static List<byte[]> path(HashFiles hashes, AuditReceipt receipt, Checkpoint sealed)
      throws IOException {
    return Proofs.over(hashes).inclusion(receipt.index(), sealed.size());
  }

  private static void requireProven(boolean proven, AuditReceipt receipt) throws IOException {
    if (!proven) {
      throw new SealBrokenException(
          "the audit log "
              + receipt.origin()
              + " does not verify: entry "
              + receipt.index()
              + " is not under the signed root");
    }
  }

  private static void requireSame(AuditReceipt receipt, byte[] leafHash) {
    if (!Arrays.equals(receipt.leafHash().bytes(), leafHash)) {
      throw new IllegalArgumentException(
          "the receipt names another event than entry " + receipt.index() + " of the log");
    }
  }

  private static String text(long index, List<byte[]> path, Checkpoint sealed) {
    StringBuilder proof = new StringBuilder("c2sp.org/tlog-proof@v1\nindex ");
    proof.append(index).append('\n');
    path.forEach(hash -> proof.append(StrictBase64.encode(hash)).append('\n'));
    return proof.append('\n').append(sealed.note()).toString();
  }
}
