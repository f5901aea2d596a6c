package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.testkit.CrashFileSystem;
import dev.frostbyte.testkit.CrashFileSystem.Operation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Cuts the power at every change of a workload, draws disks that this can leave, and checks each:
 * by recovery, whose tree must be that of a beginning of what was handed in, long enough for every
 * promise; some also through the whole log. One thread.
 */
final class CrashStates {
  private static final int STEPS = 20;
  private static final int STALE = 40;
  private static final int WHOLE_CHECK_EVERY = 256;
  private static final int LARGEST_FILE = 1 << 16;

  private final JournalShape shape;
  private final Operation[] lies;
  private final VerifierKey key;
  private final Set<Long> distinct = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private long inRecovery;

  CrashStates(JournalShape shape, Operation... lies) throws IOException {
    this.shape = shape;
    this.lies = lies;
    this.key = VerifierKey.parse(TestLog.provider(shape).verifierKey()).orElseThrow();
  }

  /** Number of disks so far whose contents differ. */
  int distinct() {
    return distinct.size();
  }

  /** Number of disks so far that were left by a second power cut, during recovery. */
  long inRecovery() {
    return inRecovery;
  }

  /** What was wrong. */
  List<String> faults() {
    return faults;
  }

  /** Draws up to so many new disks for every change of the workload of a seed. */
  void explore(long seed, int disksOfOneCut) throws IOException {
    CrashFileSystem whole = disk();
    CrashRun all = CrashRun.on(whole, shape, seed, STEPS);
    for (long cut = 1; cut <= whole.changes(); cut++) {
      CrashFileSystem disk = disk();
      disk.cutPowerAt(cut);
      CrashRun run = CrashRun.on(disk, shape, seed, STEPS);
      explore(disk, run, new Random(seed * 31 + cut), disksOfOneCut);
    }
    if (!all.ended()) {
      faults.add("the workload does not end on a sound disk");
    }
  }

  private CrashFileSystem disk() {
    CrashFileSystem disk = new CrashFileSystem();
    disk.ignore(lies);
    return disk;
  }

  private void explore(CrashFileSystem disk, CrashRun run, Random random, int most)
      throws IOException {
    List<byte[]> roots = roots(run.leaves());
    int found = 0;
    int stale = 0;
    while (found < most && stale < STALE && faults.isEmpty()) {
      CrashFileSystem left = left(disk, random);
      boolean fresh = distinct.add(contents(left.root()));
      found += fresh ? 1 : 0;
      stale = fresh ? 0 : stale + 1;
      if (fresh) {
        check(left, run, roots);
      }
    }
  }

  /** A disk after the power cut; every fourth time after another one while the log was opened. */
  private CrashFileSystem left(CrashFileSystem disk, Random random) {
    CrashFileSystem left = fate(disk, random);
    if (random.nextInt(4) > 0) {
      return left;
    }
    inRecovery++;
    left.cutPowerAt(1 + random.nextInt(6));
    try {
      recover(left);
      left.cutPower();
    } catch (IOException | BrokenLog cutAgain) {
      return fate(left, random);
    }
    return fate(left, random);
  }

  private static CrashFileSystem fate(CrashFileSystem disk, Random random) {
    return random.nextBoolean()
        ? disk.afterPowerLoss(random)
        : disk.afterPowerLossTearingSectors(random);
  }

  private void check(CrashFileSystem left, CrashRun run, List<byte[]> roots) throws IOException {
    boolean whole = distinct.size() % WHOLE_CHECK_EVERY == 0;
    try {
      Roots recovered = recover(left).roots();
      fault(recovered, run, roots).ifPresent(faults::add);
      if (whole && faults.isEmpty()) {
        checkWhole(left, run);
      }
    } catch (BrokenLog | FrostbyteException refused) {
      faults.add("refused: " + refused.getMessage());
    }
  }

  private Recovered recover(CrashFileSystem left) throws IOException, BrokenLog {
    Segments segments = new Segments(left.root(), shape);
    return Recovery.open(
        segments, TestLog.DEPLOYMENT + "/" + TestLog.NAME, List.of(key), List.of());
  }

  private static Optional<String> fault(Roots found, CrashRun run, List<byte[]> roots) {
    long size = found.tree().size();
    long sealed = found.newest().map(Checkpoint::size).orElse(0L);
    if (size < run.durable()) {
      return Optional.of(size + " entries of " + run.durable() + " that were acknowledged");
    }
    if (size >= roots.size() || !Arrays.equals(roots.get((int) size), found.tree().root())) {
      return Optional.of("other entries than were handed in");
    }
    return sealed < run.sealed()
        ? Optional.of("newest root over " + sealed + " entries, not " + run.sealed())
        : Optional.empty();
  }

  private void checkWhole(CrashFileSystem left, CrashRun run) throws IOException {
    long size;
    try (AuditLog log = TestLog.open(left.root(), shape)) {
      size = TestLog.entries(log).size();
      log.append(Events.event(size), Events.NO_PAYLOAD);
      boolean sound = size >= run.durable() && log.verify().intact();
      sound &= log.seal().size() == size + 1;
      faults.addAll(sound ? List.of() : List.of("the log does not go on"));
    }
    try (AuditLog again = TestLog.open(left.withDurableOnly().root(), shape)) {
      List<AuditEntry> entries = TestLog.entries(again);
      boolean sound = entries.size() == size + 1 && again.verify().sealed() == size + 1;
      faults.addAll(sound ? List.of() : List.of("what was appended after recovery is lost"));
    }
  }

  /** Roots over the first 0, 1, 2 ... leaves. */
  private static List<byte[]> roots(List<ContentHash> leaves) {
    CompactRange tree = new CompactRange();
    List<byte[]> roots = new ArrayList<>(List.of(tree.root()));
    for (ContentHash leaf : leaves) {
      tree.append(leaf.bytes());
      roots.add(tree.root());
    }
    return roots;
  }

  private static long contents(DurableDirectory files) throws IOException {
    MessageDigest sha = sha();
    for (String name : files.list()) {
      byte[] bytes = files.read(name, LARGEST_FILE);
      sha.update(name.getBytes(StandardCharsets.US_ASCII));
      sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
      sha.update(bytes);
    }
    return ByteBuffer.wrap(sha.digest()).getLong();
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
