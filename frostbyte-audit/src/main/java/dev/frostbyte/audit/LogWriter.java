package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.audit.Journal.End;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Writes batches: one force for each, and one more before a root that was asked for is signed,
 * since only durable entries are. A root is handed out once its own frame is durable. One thread at
 * a time; {@link #newest}, {@link #signed} and {@link #end} may be read by any.
 */
final class LogWriter {
  private final String origin;
  private final Journal journal;
  private final CompactRange tree;
  private RootSigner key;
  private final Sha256 sha = new Sha256();
  private Optional<SignedRoot> staged = Optional.empty();
  private volatile Optional<SignedRoot> newest;
  private volatile long signed;

  LogWriter(String origin, Journal journal, Roots roots, RootSigner key) {
    this.origin = origin;
    this.journal = journal;
    this.tree = roots.tree();
    this.key = key;
    this.newest = roots.newestNote();
    this.signed = newest().map(Checkpoint::size).orElse(-1L);
  }

  /** The newest root that is durable. */
  Optional<Checkpoint> newest() {
    return newest.map(SignedRoot::checkpoint);
  }

  /** Entries under the newest root, durable or not yet; -1 when none was ever signed. */
  long signed() {
    return signed;
  }

  /** Entries under no root, for the writing thread. */
  long unsigned() {
    return tree.size() - Math.max(signed, 0);
  }

  End end() {
    return journal.end();
  }

  Journal journal() {
    return journal;
  }

  /** Whether something waits for a force. */
  boolean dirty() {
    return journal.dirty();
  }

  /** Nothing will be written for a while: gives up what was kept for the next batch. */
  void rest() {
    journal.rest();
  }

  /** Returns once the whole batch is durable, and a root signed before it. */
  void write(Batch batch) throws IOException {
    List<Commit> commits = batch.commits();
    journal.expect(Frame.bytes(commits.size(), batch.bytes()) + Frame.LINK);
    for (Commit commit : commits) {
      switch (commit) {
        case Commit.Entry entry -> append(entry);
        case Commit.Seal seal -> sign();
        case Commit.HandOver turn -> handOver(turn.next());
        case Commit.Witnessed kept -> keep(kept.evidence());
      }
    }
    force();
  }

  /** Signs a root over everything durable, unless there is one; the next force makes it durable. */
  void sign() throws IOException {
    if (signed == tree.size()) {
      return;
    }
    force();
    Checkpoint root = SignedRoot.sign(origin, tree.size(), tree.root(), key);
    byte[] note = root.note().getBytes(StandardCharsets.UTF_8);
    journal.append(Kind.ROOT, note, Payload.NONE, Kind.ROOT.hash(sha, note));
    staged = SignedRoot.parse(note);
    signed = root.size();
  }

  private void append(Commit.Entry entry) throws IOException {
    journal.append(Kind.ENTRY, entry.leaf(), entry.payload(), entry.frameHash());
    tree.append(entry.leafHash());
  }

  private void handOver(RootSigner next) throws IOException {
    sign();
    key = next;
  }

  private void keep(Evidence evidence) throws IOException {
    byte[] content = evidence.content();
    journal.append(Kind.EVIDENCE, content, Payload.NONE, Kind.EVIDENCE.hash(sha, content));
    force();
    newest = newest.map(evidence::on);
  }

  private void force() throws IOException {
    journal.force();
    if (staged.isPresent()) {
      newest = staged;
      staged = Optional.empty();
    }
  }
}
