package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.audit.TimeStamped;
import dev.frostbyte.api.audit.TreeHead;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.audit.Witnessed;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.audit.Journal.End;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One log on disk. Leaves and payloads are spelled and hashed in the calling thread; everything
 * that must be in order happens behind {@link GroupCommit}. Thread-safe.
 */
final class FileAuditLog implements AuditLog {
  private final String origin;
  private final GroupCommit commits;
  private final LogReader reader;
  private final HashStore hashes;
  private final Queries queries;
  private final Exports exports;
  private final Witnessing witnessing;
  private final TimeStamping timeStamping;
  private final Closeable released;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Closing onClosed = () -> {};

  FileAuditLog(
      String origin,
      GroupCommit commits,
      LogReader reader,
      HashStore hashes,
      Queries queries,
      Exports exports,
      Closeable released) {
    this.origin = origin;
    this.commits = commits;
    this.reader = reader;
    this.hashes = hashes;
    this.queries = queries;
    this.exports = exports;
    this.witnessing = new Witnessing(origin, commits, reader, hashes);
    this.timeStamping = new TimeStamping(commits, reader);
    this.released = released;
  }

  /**
   * Leaves the file from which the log can be gone on with, when it is closed: unless it was just
   * handed over to another key, or began with nothing else.
   */
  FileAuditLog resumedWith(ResumeFile file, Recovered recovered) {
    KeysInForce keys = recovered.roots().keys();
    if (keys.generation() == file.generation()) {
      onClosed = () -> resumable(file, recovered.roots());
    }
    return this;
  }

  private void resumable(ResumeFile file, Roots roots) throws IOException {
    long size = roots.tree().size();
    Optional<Resume> resume =
        commits
            .newest()
            .filter(root -> root.size() == size && size > roots.keys().generation())
            .map(root -> commits.resume(roots, root));
    if (resume.isPresent()) {
      file.write(resume.get());
    }
  }

  @Override
  public String origin() {
    return origin;
  }

  @Override
  public long size() {
    return commits.size();
  }

  @Override
  public AuditReceipt append(AuditEvent event, byte[] payload) throws IOException {
    Commit.Entry entry = entry(event, payload);
    return receipt(commits.append(entry), entry);
  }

  @Override
  public AuditReceipt record(AuditEvent event, byte[] payload) throws IOException {
    Commit.Entry entry = entry(event, payload);
    return receipt(commits.record(entry), entry);
  }

  @Override
  public void replay(long from, Visitor visitor) throws IOException {
    reader.replay(from, commits.settle(), visitor);
  }

  @Override
  public AuditPage query(AuditQuery query) throws IOException {
    return queries.page(query);
  }

  @Override
  public Checkpoint seal() throws IOException {
    return commits.seal();
  }

  @Override
  public String prove(AuditReceipt receipt) throws IOException {
    commits.requireUsable();
    Checkpoint newest =
        commits
            .newest()
            .filter(root -> receipt.index() < root.size())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "entry " + receipt.index() + " is not sealed yet; seal the log first"));
    if (!receipt.origin().equals(origin)) {
      throw new IllegalArgumentException("the receipt is of another log: " + receipt.origin());
    }
    return hashes.prove(receipt, newest, commits.settle());
  }

  @Override
  public Verification verify(Collection<TreeHead> noted) throws IOException {
    return reader.verify(commits.settle(), noted);
  }

  @Override
  public void export(Path directory) throws IOException {
    Checkpoint newest = commits.newest().isPresent() ? commits.newest().get() : seal();
    End end = commits.settle();
    exports.open(end).write(newest, end, directory);
  }

  @Override
  public void close() throws IOException {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      commits.close();
      onClosed.run();
    } finally {
      queries.close();
      released.close();
    }
  }

  @Override
  public String witnessRequest(long oldSize) throws IOException {
    return witnessing.request(oldSize);
  }

  @Override
  public Witnessed cosigned(String note, String lines, List<String> witnessKeys)
      throws IOException {
    return witnessing.cosigned(note, lines, witnessKeys);
  }

  @Override
  public byte[] timeStampRequest() throws IOException {
    return timeStamping.request();
  }

  @Override
  public TimeStamped stamped(byte[] request, byte[] response, List<byte[]> trusted)
      throws IOException {
    return timeStamping.stamped(request, response, trusted);
  }

  private Commit.Entry entry(AuditEvent event, byte[] payload) {
    if (event.type() == EventType.LOG_KEY_ROTATED) {
      throw new IllegalArgumentException(
          "audit event refused: only the log itself changes its signing key; rotate the provider's");
    }
    Payload copied = payload.length == 0 ? Payload.NONE : Payload.of(payload);
    byte[] leaf = Leaf.encode(origin, event, copied.named());
    return Commit.Entry.of(leaf, copied);
  }

  private AuditReceipt receipt(long index, Commit.Entry entry) {
    return new AuditReceipt(origin, index, ContentHash.ofDigest(entry.leafHash()));
  }

  /** What is done behind the journal's closing. */
  @FunctionalInterface
  private interface Closing {
    void run() throws IOException;
  }

  /** Begins exports. */
  @FunctionalInterface
  interface Exports {
    /** An export of what is durable; the caller uses it once. */
    LogExport open(End end) throws IOException;
  }
}
