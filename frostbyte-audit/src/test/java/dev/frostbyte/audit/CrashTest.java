package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.testkit.CrashFileSystem;
import dev.frostbyte.testkit.CrashFileSystem.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Power cuts during every change of a workload that fills segments, records without waiting, seals
 * and reopens. After each, many possible disks must open and hold what was acknowledged.
 */
final class CrashTest {
  private static final int STATES_PER_CUT = 40;
  private static final int STEPS = 60;

  @Test
  void everyDiskAPowerCutCanLeaveOpensAndHoldsWhatWasAcknowledged() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("CrashTest seed " + seed);
    Trial trial = new Trial(TestLog.SMALL, new Random(seed));
    long cuts = trial.changes();
    for (long cut = 1; cut <= cuts; cut++) {
      assertThat(trial.faults(cut, STATES_PER_CUT)).as("power cut at change " + cut).isEmpty();
    }
    assertThat(cuts).isGreaterThan(50);
  }

  @Test
  void withoutForceAcknowledgedEntriesAreLost() throws IOException {
    assertThat(faultsOfALyingDisk(Operation.FORCE)).isNotEmpty();
  }

  @Test
  void withoutSyncOfTheDirectoryAcknowledgedEntriesAreLost() throws IOException {
    assertThat(faultsOfALyingDisk(Operation.SYNC)).isNotEmpty();
  }

  @Test
  void withoutChecksumSomeDisksDoNotOpen() throws IOException {
    JournalShape unchecked = new JournalShape(4 << 10, 8 << 10, TestLog::none);
    assertThat(faults(new Trial(unchecked, new Random(1)))).isNotEmpty();
  }

  @Test
  void whatAKilledProcessWroteIsMadeDurableWhenTheLogIsOpened() throws IOException {
    CrashFileSystem disk = new CrashFileSystem();
    AuditLog killed = TestLog.open(disk);
    killed.append(Events.event(0), Events.NO_PAYLOAD);
    disk.ignore(Operation.FORCE);
    killed.append(Events.event(1), new byte[3_000]);
    disk.ignore();
    TestLog.open(disk);
    try (AuditLog again = TestLog.open(disk.withDurableOnly())) {
      assertThat(again.size()).isEqualTo(2);
    }
  }

  @Test
  void openingAnewRepairsAFailedForce() throws IOException {
    CrashFileSystem disk = new CrashFileSystem();
    AuditLog log = TestLog.open(disk);
    log.append(Events.event(0), Events.NO_PAYLOAD);
    disk.failAt(2);
    assertThatThrownBy(() -> log.append(Events.event(1), Events.NO_PAYLOAD))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(log::close).isInstanceOf(IOException.class);
    try (AuditLog again = TestLog.open(disk)) {
      again.append(Events.event(2), Events.NO_PAYLOAD);
    }
    try (AuditLog after = TestLog.open(disk.withDurableOnly())) {
      assertThat(TestLog.entries(after))
          .extracting(AuditEntry::event)
          .containsExactly(Events.event(0), Events.event(1), Events.event(2));
    }
  }

  @Test
  void everyFailureOfTheDiskPoisonsTheLogAndLosesNothing() throws IOException {
    Trial trial = new Trial(TestLog.SMALL, new Random(5));
    long changes = trial.changes();
    for (long change = 1; change <= changes; change++) {
      assertThat(trial.faultsOfFailure(change)).as("failure of change " + change).isEmpty();
    }
  }

  private static List<String> faultsOfALyingDisk(Operation lie) throws IOException {
    return faults(new Trial(TestLog.SMALL, new Random(1), lie));
  }

  private static List<String> faults(Trial trial) throws IOException {
    List<String> faults = new ArrayList<>();
    long changes = trial.changes();
    for (long cut = 1; cut <= changes && faults.isEmpty(); cut++) {
      faults.addAll(trial.faults(cut, STATES_PER_CUT));
    }
    return faults;
  }

  /** One workload, repeated with the same choices on fresh disks. */
  private static final class Trial {
    private final JournalShape shape;
    private final Operation[] lies;
    private final long seed;

    Trial(JournalShape shape, Random random, Operation... lies) {
      this.shape = shape;
      this.lies = lies;
      this.seed = random.nextLong();
    }

    long changes() throws IOException {
      CrashFileSystem disk = new CrashFileSystem();
      assertThat(run(disk).ended).isTrue();
      return disk.changes();
    }

    /** What is wrong with the disks that a power cut leaves; empty when nothing is. */
    List<String> faults(long cut, int states) throws IOException {
      CrashFileSystem disk = disk();
      disk.cutPowerAt(cut);
      Acknowledged acknowledged = run(disk);
      List<String> faults = new ArrayList<>();
      for (int state = 0; state < states; state++) {
        CrashFileSystem left = disk.afterPowerLoss(new Random(seed + state));
        fault(left, acknowledged).ifPresent(faults::add);
      }
      return faults;
    }

    List<String> faultsOfFailure(long change) throws IOException {
      CrashFileSystem disk = disk();
      disk.failAt(change);
      Acknowledged acknowledged = run(disk);
      assertThat(acknowledged.ended).isFalse();
      List<String> faults = new ArrayList<>();
      fault(disk.afterKill(), acknowledged).ifPresent(faults::add);
      fault(disk.withDurableOnly(), acknowledged).ifPresent(faults::add);
      return faults;
    }

    private CrashFileSystem disk() {
      CrashFileSystem disk = new CrashFileSystem();
      disk.ignore(lies);
      return disk;
    }

    private Acknowledged run(CrashFileSystem disk) throws IOException {
      Acknowledged acknowledged = new Acknowledged();
      Random random = new Random(seed);
      try {
        AuditLog log = TestLog.open(disk.root(), shape);
        for (int step = 0; step < STEPS; step++) {
          log = step(disk, log, random, acknowledged);
        }
        log.close();
        acknowledged.ended = true;
      } catch (IOException powerIsOff) {
        acknowledged.ended = false;
      }
      return acknowledged;
    }

    private AuditLog step(
        CrashFileSystem disk, AuditLog log, Random random, Acknowledged acknowledged)
        throws IOException {
      byte[] payload = new byte[random.nextInt(4) == 0 ? random.nextInt(3_000) : 0];
      random.nextBytes(payload);
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> acknowledged.receipts.add(log.append(Events.event(log.size()), payload));
        case 3, 4, 5 -> log.record(Events.event(log.size()), payload);
        case 6 -> acknowledged.sealed = Optional.of(log.seal());
        default -> {
          log.close();
          return TestLog.open(disk.root(), shape);
        }
      }
      return log;
    }

    private Optional<String> fault(CrashFileSystem left, Acknowledged acknowledged)
        throws IOException {
      try (AuditLog log = TestLog.open(left.root(), shape)) {
        List<AuditReceipt> found = TestLog.entries(log).stream().map(AuditEntry::receipt).toList();
        boolean whole =
            found.containsAll(acknowledged.receipts)
                && log.verify().intact()
                && acknowledged.sealed.map(root -> continues(log, root)).orElse(true);
        log.append(Events.event(log.size()), Events.NO_PAYLOAD);
        return whole ? Optional.empty() : Optional.of("lost");
      } catch (FrostbyteException broken) {
        return Optional.of(String.valueOf(broken.getMessage()));
      }
    }
  }

  /** Whether the signed root is still the newest, or was signed over a part of what is there. */
  private static boolean continues(AuditLog log, Checkpoint root) {
    try {
      Checkpoint now = log.seal();
      return now.size() > root.size() ? log.verify().sealed() == now.size() : now.equals(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the log promised before the power went. */
  private static final class Acknowledged {
    private final List<AuditReceipt> receipts = new ArrayList<>();
    private final List<AuditReceipt> recorded = new ArrayList<>();
    private Optional<Checkpoint> sealed = Optional.empty();
    private boolean ended;

    void appended(AuditReceipt receipt) {
      settle();
      receipts.add(receipt);
    }

    void sealed(Checkpoint root) {
      settle();
      sealed = Optional.of(root);
    }

    void settle() {
      receipts.addAll(recorded);
      recorded.clear();
    }
  }
}
