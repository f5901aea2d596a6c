package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.testkit.CrashFileSystem;
import dev.frostbyte.testkit.CrashFileSystem.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroupCommitTest {
  private static final int CALLERS = 16;
  private static final int EACH = 250;

  /** Sealed on request, so that forces can be counted. */
  private static final JournalShape QUIET = JournalShape.STANDARD.sealing(Sealing.ON_REQUEST);

  private final CrashFileSystem disk = new CrashFileSystem();

  @Test
  void sixteenCallersShareForcesAndEveryAcknowledgedEntryIsDurable() throws Exception {
    AuditLog log = TestLog.open(disk.root(), JournalShape.STANDARD);
    long before = disk.count(Operation.FORCE);
    List<AuditReceipt> receipts = append(log);
    long forces = disk.count(Operation.FORCE) - before;
    System.out.println(receipts.size() + " appends of " + CALLERS + " callers, forces: " + forces);
    assertThat(forces).isLessThan(receipts.size());
    try (AuditLog again = TestLog.open(disk.withDurableOnly().root(), JournalShape.STANDARD)) {
      assertThat(TestLog.entries(again))
          .extracting(AuditEntry::receipt)
          .containsExactlyInAnyOrderElementsOf(receipts);
    }
  }

  @Test
  void sixteenCallersOnARealDiskAllFindTheirEntries(@TempDir Path folder) throws Exception {
    DurableDirectory files = DurableDirectory.at(folder);
    List<AuditReceipt> receipts;
    try (AuditLog log = TestLog.open(files, JournalShape.STANDARD)) {
      receipts = append(log);
      assertThat(log.verify().intact()).isTrue();
    }
    try (AuditLog again = TestLog.open(files, JournalShape.STANDARD)) {
      assertThat(TestLog.entries(again))
          .extracting(AuditEntry::receipt)
          .containsExactlyInAnyOrderElementsOf(receipts);
    }
  }

  @Test
  void oneAppendCostsOneForceAndARecordNone() throws IOException {
    AuditLog log = TestLog.open(disk.root(), QUIET);
    long before = disk.count(Operation.FORCE);
    log.record(Events.event(0), Events.NO_PAYLOAD);
    assertThat(disk.count(Operation.FORCE)).isEqualTo(before);
    log.append(Events.event(1), Events.NO_PAYLOAD);
    assertThat(disk.count(Operation.FORCE)).isEqualTo(before + 1);
  }

  @Test
  void recordingWithoutEndDoesNotFillTheMemory() throws IOException {
    AuditLog log = TestLog.open(disk.root(), QUIET);
    long before = disk.count(Operation.FORCE);
    for (int i = 0; i < 5; i++) {
      log.record(Events.event(i), new byte[400_000]);
    }
    assertThat(disk.count(Operation.FORCE)).isGreaterThan(before);
  }

  @Test
  void anInterruptedCallerNeitherLosesItsEntryNorBreaksTheLog(@TempDir Path folder)
      throws IOException {
    try (AuditLog log = TestLog.open(DurableDirectory.at(folder), JournalShape.STANDARD)) {
      Thread.currentThread().interrupt();
      assertThat(log.append(Events.event(0), Events.NO_PAYLOAD).index()).isZero();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(log.append(Events.event(1), Events.NO_PAYLOAD).index()).isEqualTo(1);
    }
  }

  @Test
  void everyCallerOfAFailedBatchIsTold() throws Exception {
    AuditLog log = TestLog.open(disk.root(), JournalShape.STANDARD);
    log.append(Events.event(0), Events.NO_PAYLOAD);
    disk.failAt(20);
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        work.add(() -> failsInTheEnd(log));
      }
      for (Future<Boolean> failed : threads.invokeAll(work)) {
        assertThat(failed.get()).isTrue();
      }
    }
    assertThatThrownBy(log::seal).isInstanceOf(IOException.class);
    assertThatThrownBy(log::close).isInstanceOf(IOException.class);
  }

  @Test
  void aLogIsOpenOnceAtATime() throws IOException {
    FileAuditProvider provider = TestLog.provider(JournalShape.STANDARD);
    AuditLog first = provider.open(disk.root(), TestLog.NAME);
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> provider.open(disk.root(), TestLog.NAME))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.TENANT_BUSY));
    first.close();
    AuditLog second = provider.open(disk.root(), TestLog.NAME);
    first.close();
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> provider.open(disk.root(), TestLog.NAME));
    second.close();
  }

  @Test
  void aClosedProviderSignsNoMore() throws IOException {
    FileAuditProvider provider = TestLog.provider(JournalShape.STANDARD);
    AuditLog log = provider.open(disk.root(), TestLog.NAME);
    provider.close();
    assertThatThrownBy(log::seal).isInstanceOf(IOException.class);
  }

  private static boolean failsInTheEnd(AuditLog log) {
    for (int i = 0; i < EACH; i++) {
      try {
        log.append(Events.event(i), Events.NO_PAYLOAD);
      } catch (IOException poisoned) {
        return true;
      }
    }
    return false;
  }

  private static List<AuditReceipt> append(AuditLog log) throws Exception {
    List<Callable<List<AuditReceipt>>> work = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      int first = caller * EACH;
      work.add(() -> append(log, first));
    }
    List<AuditReceipt> receipts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      for (Future<List<AuditReceipt>> done : threads.invokeAll(work)) {
        receipts.addAll(done.get());
      }
    }
    return receipts;
  }

  private static List<AuditReceipt> append(AuditLog log, int first) throws IOException {
    List<AuditReceipt> receipts = new ArrayList<>();
    for (int i = first; i < first + EACH; i++) {
      receipts.add(log.append(Events.event(i), new byte[i % 3]));
    }
    return receipts;
  }
}
