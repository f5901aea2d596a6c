package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.testkit.CrashFileSystem;
import dev.frostbyte.testkit.CrashFileSystem.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Power cuts during every change of workloads that fill segments, record without waiting, seal,
 * close, are killed and go on. After each, many possible disks must open and hold what was
 * acknowledged: with unforced writes lost, kept up to a moment, reordered by call or by sector,
 * torn within a sector, with names lost or not; and after a second cut while the log was being
 * opened.
 */
final class CrashTest {
  private static final int DISKS = Children.longProfile() ? 200_000 : 25_000;
  private static final int DISKS_OF_ONE_CUT = 500;
  private static final int STEPS = 60;

  @Test
  void everyDiskAPowerCutCanLeaveOpensAndHoldsWhatWasAcknowledged() throws IOException {
    long seed = new Random().nextLong();
    CrashStates states = new CrashStates(TestLog.SMALL);
    long workloads = 0;
    while (states.distinct() < DISKS && states.faults().isEmpty()) {
      states.explore(seed + workloads, DISKS_OF_ONE_CUT);
      workloads++;
    }
    System.out.printf(
        "CrashTest seed %d: %d workloads, %d distinct disks, second cut in recovery %d times%n",
        seed, workloads, states.distinct(), states.inRecovery());
    assertThat(states.faults()).isEmpty();
    assertThat(states.distinct()).isGreaterThanOrEqualTo(DISKS);
  }

  @Test
  void withoutForceAcknowledgedEntriesAreLost() throws IOException {
    assertThat(faults(new CrashStates(TestLog.SMALL, Operation.FORCE))).isNotEmpty();
  }

  @Test
  void withoutSyncOfTheDirectoryAcknowledgedEntriesAreLost() throws IOException {
    assertThat(faults(new CrashStates(TestLog.SMALL, Operation.SYNC))).isNotEmpty();
  }

  @Test
  void withoutChecksumSomeDisksDoNotOpen() throws IOException {
    JournalShape unchecked = new JournalShape(4 << 10, 8 << 10, TestLog::none);
    assertThat(faults(new CrashStates(unchecked))).isNotEmpty();
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
    CrashFileSystem whole = new CrashFileSystem();
    assertThat(CrashRun.on(whole, TestLog.SMALL, 5, STEPS).ended()).isTrue();
    for (long change = 1; change <= whole.changes(); change++) {
      CrashFileSystem disk = new CrashFileSystem();
      disk.failAt(change);
      CrashRun run = CrashRun.on(disk, TestLog.SMALL, 5, STEPS);
      assertThat(run.ended()).as("failure of change " + change).isFalse();
      requireKept(disk.withDurableOnly(), run);
      requireKept(disk.afterKill(), run);
    }
  }

  private static void requireKept(CrashFileSystem left, CrashRun run) throws IOException {
    try (AuditLog log = TestLog.open(left)) {
      List<ContentHash> leaves =
          TestLog.entries(log).stream()
              .map(AuditEntry::receipt)
              .map(AuditReceipt::leafHash)
              .toList();
      assertThat(leaves).hasSizeGreaterThanOrEqualTo((int) run.durable());
      assertThat(leaves).isEqualTo(run.leaves().subList(0, leaves.size()));
      assertThat(log.verify().intact()).isTrue();
      assertThat(log.verify().sealed()).isGreaterThanOrEqualTo(run.sealed());
    }
  }

  private static List<String> faults(CrashStates states) throws IOException {
    for (long seed = 1; seed <= 10 && states.faults().isEmpty(); seed++) {
      states.explore(seed, 40);
    }
    return states.faults();
  }
}
