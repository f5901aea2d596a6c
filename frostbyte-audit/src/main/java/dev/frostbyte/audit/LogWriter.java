package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.audit.Journal.End;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Writes batches: one force for each, and one more before a root is signed, since only durable
 * entries are. One thread at a time; {@link #newest} and {@link #end} may be read by any.
 */
final class LogWriter {
  private final String origin;
  private final Journal journal;
  private final CompactRange tree;
  private final SigningKey key;
  private final Sha256 sha = new Sha256();
  private volatile Optional<Checkpoint> newest;

  LogWriter(String origin, Journal journal, Roots roots, SigningKey key) {
    this.origin = origin;
    this.journal = journal;
    this.tree = roots.tree();
    this.key = key;
    this.newest = roots.newest();
  }

  Optional<Checkpoint> newest() {
    return newest;
  }

  End end() {
    return journal.end();
  }

  Journal journal() {
    return journal;
  }

  /** Returns once the whole batch is durable. */
  void write(List<Commit> batch) throws IOException {
    for (Commit commit : batch) {
      switch (commit) {
        case Commit.Entry entry -> append(entry);
        case Commit.Seal seal -> sign();
      }
    }
    journal.force();
  }

  private void append(Commit.Entry entry) throws IOException {
    journal.append(Kind.ENTRY, entry.leaf(), entry.leafHash(), entry.payload());
    tree.append(entry.leafHash());
  }

  private void sign() throws IOException {
    if (newest.filter(root -> root.size() == tree.size()).isPresent()) {
      return;
    }
    journal.force();
    Checkpoint signed = SignedRoot.sign(origin, tree.size(), tree.root(), key);
    byte[] note = signed.note().getBytes(StandardCharsets.UTF_8);
    journal.append(Kind.ROOT, note, Kind.ROOT.hash(sha, note), Payload.NONE);
    journal.force();
    newest = Optional.of(signed);
  }
}
