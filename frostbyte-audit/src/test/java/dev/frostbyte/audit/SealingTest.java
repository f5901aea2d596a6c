package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.testkit.CrashFileSystem;
import dev.frostbyte.testkit.CrashFileSystem.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A log seals itself: after so many entries, after so long, and when it is closed. */
final class SealingTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Sealing FOURS = new Sealing(4, SECOND);

  private final CrashFileSystem disk = new CrashFileSystem();
  private final ManualThreads threads = new ManualThreads();

  @Test
  void signsARootAfterSoManyEntries() throws IOException {
    AuditLog log = open(FOURS);
    List<AuditReceipt> receipts = append(log, 4);
    threads.awaitIdle();
    assertThat(log.prove(receipts.getFirst())).contains("\n4\n");
    assertThat(log.prove(receipts.getLast())).contains("index 3\n");
  }

  @Test
  void signsNoneBefore() throws IOException {
    AuditLog log = open(FOURS);
    List<AuditReceipt> receipts = append(log, 3);
    threads.awaitIdle();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> log.prove(receipts.getFirst()))
        .withMessageContaining("not sealed yet");
  }

  @Test
  void signsARootSoLongAfterTheFirstEntryUnderNone() throws IOException {
    AuditLog log = open(FOURS);
    assertThat(threads.delays()).isEmpty();
    List<AuditReceipt> receipts = append(log, 2);
    assertThat(threads.delays()).containsExactly(SECOND);
    threads.ring();
    threads.awaitIdle();
    assertThat(log.prove(receipts.getLast())).contains("\n2\n");
    assertThat(threads.delays()).isEmpty();
    append(log, 1);
    assertThat(threads.delays()).containsExactly(SECOND);
  }

  @Test
  void makesDurableWhatWasOnlyRecorded() throws IOException {
    AuditLog log = open(FOURS);
    AuditReceipt recorded = log.record(Events.event(0), Events.NO_PAYLOAD);
    threads.ring();
    awaitRoot(log, recorded);
    try (AuditLog again = TestLog.open(disk.withDurableOnly())) {
      assertThat(again.size()).isEqualTo(1);
      assertThat(again.verify().sealed()).isEqualTo(1);
    }
  }

  @Test
  void whileCallersWaitOnlyAMultipleOfTheEntriesIsSealedAtOnce() {
    assertThat(FOURS.due(3, false)).isFalse();
    assertThat(FOURS.due(4, false)).isTrue();
    assertThat(FOURS.due(4L * Sealing.AT_MOST - 1, true)).isFalse();
    assertThat(FOURS.due(4L * Sealing.AT_MOST, true)).isTrue();
    assertThat(Sealing.ON_REQUEST.due(1L << 60, false)).isFalse();
  }

  @Test
  void neverSignsTwoRootsForOneSize() throws IOException {
    AuditLog log = open(FOURS);
    append(log, 4);
    Checkpoint asked = log.seal();
    threads.ring();
    assertThat(log.seal()).isEqualTo(asked);
    log.close();
    assertThat(roots()).containsExactly(4L);
  }

  @Test
  void anAcknowledgementNeedsOneForceAndTheRootNoneOfItsOwnUnderLoad() throws IOException {
    AuditLog log = open(FOURS);
    append(log, 3);
    threads.awaitIdle();
    long before = disk.count(Operation.FORCE);
    AuditReceipt last = log.append(Events.event(3), Events.NO_PAYLOAD);
    assertThat(disk.count(Operation.FORCE)).isBetween(before + 1, before + 2);
    awaitRoot(log, last);
    assertThat(disk.count(Operation.FORCE)).isEqualTo(before + 2);
  }

  @Test
  void publishesARootOnlyOnceItIsDurable() throws IOException {
    AuditLog log = open(FOURS);
    List<AuditReceipt> receipts = append(log, 3);
    threads.awaitIdle();
    disk.failAt(4);
    receipts.add(log.append(Events.event(3), Events.NO_PAYLOAD));
    assertThatThrownBy(log::close).isInstanceOf(IOException.class);
    try (AuditLog again = TestLog.open(disk.withDurableOnly())) {
      assertThat(again.size()).isEqualTo(4);
      assertThat(again.verify().sealed()).isZero();
    }
  }

  @Test
  void aFailedSealPoisonsTheLogLikeAnyWrite() throws IOException {
    AuditLog log = open(FOURS);
    append(log, 1);
    threads.awaitIdle();
    disk.failAt(1);
    threads.ring();
    assertThatThrownBy(() -> log.append(Events.event(1), Events.NO_PAYLOAD))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(log::close).isInstanceOf(IOException.class);
    assertThat(threads.delays()).isEmpty();
    threads.ring();
  }

  @Test
  void closingSealsAndTakesTheAlarmBack() throws IOException {
    AuditLog log = open(FOURS);
    append(log, 2);
    log.close();
    assertThat(threads.delays()).isEmpty();
    assertThat(roots()).containsExactly(2L);
  }

  @Test
  void anAlarmThatRingsAfterTheEndDoesNothing() throws IOException {
    AuditLog log = open(new Sealing(4, SECOND));
    append(log, 1);
    List<Runnable> late = new ArrayList<>();
    late.add(threads::ring);
    log.close();
    long changes = disk.changes();
    late.forEach(Runnable::run);
    assertThat(disk.changes()).isEqualTo(changes);
  }

  @Test
  void anEmptyLogGetsNoRootByItself() throws IOException {
    open(FOURS).close();
    assertThat(threads.delays()).isEmpty();
    assertThat(roots()).isEmpty();
  }

  @Test
  void whatAnEarlierOpeningLeftUnderNoRootGetsOne() throws IOException {
    try (AuditLog log = TestLog.open(disk)) {
      append(log, 2);
    }
    AuditLog again = open(FOURS);
    assertThat(threads.delays()).containsExactly(SECOND);
    threads.ring();
    threads.awaitIdle();
    assertThat(again.verify().sealed()).isEqualTo(2);
  }

  @Test
  void aLogSealedOnRequestOnlySetsNoAlarm() throws IOException {
    AuditLog log = open(Sealing.ON_REQUEST);
    append(log, 300);
    assertThat(threads.delays()).isEmpty();
    assertThat(log.verify().sealed()).isZero();
  }

  @Test
  void refusesToSealAllTheTime() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Sealing(0, SECOND));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Sealing(1, SECOND.negated()));
  }

  @Test
  void noPowerCutLosesAnAcknowledgedEntryOrARootThatWasHandedOut() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("SealingTest seed " + seed);
    for (long cut = 3; cut < 80; cut++) {
      CrashFileSystem cutOff = new CrashFileSystem();
      cutOff.cutPowerAt(cut);
      Set<AuditReceipt> acknowledged = new HashSet<>();
      long handedOut = workUntilThePowerGoes(cutOff, acknowledged);
      for (int state = 0; state < 10; state++) {
        CrashFileSystem left = cutOff.afterPowerLoss(new Random(seed + state));
        try (AuditLog log = TestLog.open(left)) {
          assertThat(TestLog.entries(log)).extracting(e -> e.receipt()).containsAll(acknowledged);
          assertThat(log.verify().sealed()).as("cut %d", cut).isGreaterThanOrEqualTo(handedOut);
          assertThat(log.verify().intact()).isTrue();
        }
      }
    }
  }

  private long workUntilThePowerGoes(CrashFileSystem on, Set<AuditReceipt> acknowledged) {
    long handedOut = 0;
    try (AuditLog log = open(on, FOURS)) {
      for (int number = 0; number < 40; number++) {
        acknowledged.add(log.append(Events.event(number), new byte[number * 10]));
        threads.awaitIdle();
        handedOut = Math.max(handedOut, proven(log, acknowledged));
      }
    } catch (IOException powerIsOff) {
      return handedOut;
    }
    return handedOut;
  }

  /** Size of the newest root handed out, as a proof shows it. */
  private static long proven(AuditLog log, Set<AuditReceipt> receipts) throws IOException {
    AuditReceipt first = receipts.stream().filter(one -> one.index() == 0).findAny().orElseThrow();
    try {
      return Long.parseLong(log.prove(first).split("\n\n", 2)[1].split("\n", 3)[1]);
    } catch (IllegalArgumentException notSealedYet) {
      return 0;
    }
  }

  private AuditLog open(Sealing sealing) throws IOException {
    return open(disk, sealing);
  }

  private AuditLog open(CrashFileSystem on, Sealing sealing) throws IOException {
    return TestLog.provider(TestLog.SMALL.sealing(sealing), threads).open(on.root(), TestLog.NAME);
  }

  private static List<AuditReceipt> append(AuditLog log, int entries) throws IOException {
    List<AuditReceipt> receipts = new ArrayList<>();
    for (int number = 0; number < entries; number++) {
      receipts.add(log.append(Events.event(log.size()), Events.NO_PAYLOAD));
    }
    return receipts;
  }

  private void awaitRoot(AuditLog log, AuditReceipt receipt) throws IOException {
    threads.awaitIdle();
    assertThat(log.prove(receipt)).isNotBlank();
  }

  /** Sizes of the roots in the journal. */
  private List<Long> roots() throws IOException {
    List<Long> sizes = new ArrayList<>();
    Segments segments = new Segments(disk.root(), TestLog.SMALL);
    try {
      for (long sequence = 0; sequence < segments.count(); sequence++) {
        addRoots(segments, sequence, sizes);
      }
    } catch (BrokenLog broken) {
      throw new AssertionError(broken);
    }
    return sizes;
  }

  private static void addRoots(Segments segments, long sequence, List<Long> sizes)
      throws IOException, BrokenLog {
    try (SegmentReader reader = segments.read(sequence)) {
      for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
        if (next.get().kind() == Frame.Kind.ROOT) {
          sizes.add(next.get().index());
        }
      }
    }
  }
}
