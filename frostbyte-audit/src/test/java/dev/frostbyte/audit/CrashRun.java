package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One workload on a crash file system: appends, records, seals, closes and reopens, abandons and
 * reopens as a killed process does. The same seed makes the same calls with the same events, so
 * that a run that was cut short is a beginning of one that was not. One thread.
 */
final class CrashRun {
  private static final String ORIGIN = TestLog.DEPLOYMENT + "/" + TestLog.NAME;

  private final JournalShape shape;
  private final Random random;
  private final CrashFileSystem disk;
  private final List<ContentHash> leaves = new ArrayList<>();
  private long durable;
  private long sealed;
  private boolean ended;

  private CrashRun(JournalShape shape, long seed, CrashFileSystem disk) {
    this.shape = shape;
    this.random = new Random(seed);
    this.disk = disk;
  }

  /** Works on the disk until the end or until it fails. */
  static CrashRun on(CrashFileSystem disk, JournalShape shape, long seed, int steps) {
    CrashRun run = new CrashRun(shape, seed, disk);
    try {
      run.work(steps);
      run.ended = true;
    } catch (IOException theDiskFailed) {
      run.ended = false;
    }
    return run;
  }

  /** Leaf hashes of everything that was handed in, in order. */
  List<ContentHash> leaves() {
    return leaves;
  }

  /** Number of entries that were acknowledged, recorded ones before an acknowledged one too. */
  long durable() {
    return durable;
  }

  /** Size under the newest root that was handed out. */
  long sealed() {
    return sealed;
  }

  /** Whether nothing failed. */
  boolean ended() {
    return ended;
  }

  private void work(int steps) throws IOException {
    AuditLog log = TestLog.open(disk.root(), shape);
    for (int step = 0; step < steps; step++) {
      log = step(log);
    }
    close(log);
  }

  private AuditLog step(AuditLog log) throws IOException {
    byte[] payload = new byte[random.nextInt(3) == 0 ? random.nextInt(3_000) : 0];
    random.nextBytes(payload);
    AuditEvent event = Events.event(log.size());
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        handedIn(event, payload);
        log.append(event, payload);
        durable = leaves.size();
      }
      case 2, 3, 4, 5, 6, 7, 8 -> {
        handedIn(event, payload);
        log.record(event, payload);
      }
      case 9 -> {
        sealed = log.seal().size();
        durable = sealed;
      }
      case 10 -> {
        close(log);
        return TestLog.open(disk.root(), shape);
      }
      default -> {
        return abandoned();
      }
    }
    return log;
  }

  /** What was only recorded is gone with the process. */
  private AuditLog abandoned() throws IOException {
    AuditLog again = TestLog.open(disk.root(), shape);
    leaves.subList((int) again.size(), leaves.size()).clear();
    return again;
  }

  private void close(AuditLog log) throws IOException {
    log.close();
    durable = leaves.size();
  }

  private void handedIn(AuditEvent event, byte[] payload) {
    Payload kept = payload.length == 0 ? Payload.NONE : Payload.of(payload);
    byte[] leaf = Leaf.encode(ORIGIN, event, kept.named());
    leaves.add(ContentHash.ofDigest(new Sha256().leaf(leaf)));
  }
}
