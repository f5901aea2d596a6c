package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.model.ContentHash;
import java.io.IOException;
import java.nio.file.Path;
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
  private final Runnable released;
  private final AtomicBoolean closed = new AtomicBoolean();

  FileAuditLog(
      String origin, GroupCommit commits, LogReader reader, HashStore hashes, Runnable released) {
    this.origin = origin;
    this.commits = commits;
    this.reader = reader;
    this.hashes = hashes;
    this.released = released;
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
  public Verification verify() throws IOException {
    return reader.verify(commits.settle());
  }

  @Override
  public void export(Path directory) throws IOException {
    Checkpoint newest = commits.newest().isPresent() ? commits.newest().get() : seal();
    reader.export(newest, commits.settle(), directory);
  }

  @Override
  public void close() throws IOException {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      commits.close();
    } finally {
      released.run();
    }
  }

  private Commit.Entry entry(AuditEvent event, byte[] payload) {
    Payload copied = payload.length == 0 ? Payload.NONE : Payload.of(payload);
    byte[] leaf = Leaf.encode(origin, event, copied.named());
    return new Commit.Entry(leaf, new Sha256().leaf(leaf), copied);
  }

  private AuditReceipt receipt(long index, Commit.Entry entry) {
    return new AuditReceipt(origin, index, ContentHash.ofDigest(entry.leafHash()));
  }
}
