package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AuditProvider} must do. Extend it in a test class and name the provider; the
 * tests are inherited. One thread.
 */
public abstract class AuditLogContract extends AuditQueryContract {
  /** For subclasses. */
  protected AuditLogContract() {}

  @Test
  void givesReceiptsWithoutGapsFromZero() throws IOException {
    try (OpenedLog opened = open()) {
      for (int i = 0; i < 20; i++) {
        AuditReceipt receipt = opened.append(i);
        assertThat(receipt.index()).isEqualTo(i);
        assertThat(receipt.origin()).isEqualTo(opened.log().origin());
        assertThat(opened.log().size()).isEqualTo(i + 1);
      }
      assertThat(opened.log().origin()).isEqualTo(opened.provider().origin() + "/" + NAME);
    }
  }

  @Test
  void handsEntriesBackInOrderAsTheyWereAfterOpeningAgain() throws IOException {
    List<AuditReceipt> receipts = new ArrayList<>();
    try (OpenedLog opened = open()) {
      receipts.addAll(opened.appendUpTo(300));
    }
    try (OpenedLog opened = open()) {
      List<AuditEntry> entries = opened.entries(0);
      assertThat(entries).extracting(AuditEntry::receipt).isEqualTo(receipts);
      for (int i = 0; i < 300; i++) {
        assertThat(entries.get(i).event()).isEqualTo(OpenedLog.event(i));
        assertThat(entries.get(i).payload()).isEqualTo(OpenedLog.payload(i));
      }
      assertThat(opened.entries(299)).hasSize(1);
      assertThat(opened.entries(300)).isEmpty();
    }
  }

  @Test
  void signsTheSameRootForTheSameSize() throws IOException {
    Checkpoint first;
    try (OpenedLog opened = open()) {
      opened.append(0);
      first = opened.log().seal();
      assertThat(opened.log().seal()).isEqualTo(first);
      assertThat(first.size()).isEqualTo(1);
      assertThat(first.origin()).isEqualTo(opened.log().origin());
      assertThat(first.note()).startsWith(first.origin() + "\n1\n");
    }
    try (OpenedLog opened = open()) {
      assertThat(opened.log().seal()).isEqualTo(first);
      opened.append(1);
      assertThat(opened.log().seal().root()).isNotEqualTo(first.root());
    }
  }

  @Test
  void provesSealedEntriesOnly() throws IOException {
    try (OpenedLog opened = open()) {
      AuditReceipt first = opened.append(0);
      refuses(() -> opened.log().prove(first));
      Checkpoint sealed = opened.log().seal();
      AuditReceipt second = opened.append(1);
      assertThat(opened.log().prove(first))
          .startsWith("c2sp.org/tlog-proof@v1\nindex 0\n")
          .endsWith("\n\n" + sealed.note());
      refuses(() -> opened.log().prove(second));
      AuditReceipt forged = new AuditReceipt(first.origin(), 0, second.leafHash());
      refuses(() -> opened.log().prove(forged));
      AuditReceipt foreign = new AuditReceipt("elsewhere", 0, first.leafHash());
      refuses(() -> opened.log().prove(foreign));
    }
  }

  @Test
  void verifiesWhatItWrote() throws IOException {
    try (OpenedLog opened = open()) {
      assertThat(opened.log().verify().intact()).isTrue();
      opened.appendUpTo(40);
      opened.log().seal();
      opened.append(40);
      assertThat(opened.log().verify().entries()).isEqualTo(41);
      assertThat(opened.log().verify().sealed()).isEqualTo(40);
      assertThat(opened.log().verify().breaks()).isEmpty();
    }
  }

  @Test
  void exportsTheSameBytesTwice() throws IOException {
    try (OpenedLog opened = open()) {
      opened.appendUpTo(10);
      Checkpoint sealed = opened.log().seal();
      opened.append(10);
      opened.log().export(folder.resolve("one"));
      opened.log().export(folder.resolve("two"));
      assertThat(folder.resolve("one/checkpoint")).hasContent(sealed.note());
      for (String file : List.of("checkpoint", "tile/0/000.p/10", "tile/entries/000.p/10")) {
        assertThat(folder.resolve("one").resolve(file)).exists();
      }
      List<Path> files = TestFolders.files(folder.resolve("one"));
      for (Path file : files) {
        Path same = folder.resolve("two").resolve(folder.resolve("one").relativize(file));
        assertThat(same).hasSameBinaryContentAs(file);
      }
      assertThat(TestFolders.files(folder.resolve("two"))).hasSameSizeAs(files);
      assertThatThrownBy(() -> opened.log().export(folder.resolve("two")))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void anotherLogsFilesDoNotOpen() throws IOException {
    try (OpenedLog opened = open()) {
      opened.append(0);
    }
    try (AuditProvider provider = provider(disk.root().directory("deployment"))) {
      assertThatExceptionOfType(FrostbyteException.class)
          .isThrownBy(() -> provider.open(disk.root().directory("log"), "tenants/other"))
          .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INTEGRITY_BROKEN));
    }
  }

  @Test
  void aLogSignedByAnotherDeploymentDoesNotOpen() throws IOException {
    try (OpenedLog opened = open()) {
      opened.append(0);
      opened.log().seal();
    }
    try (AuditProvider stranger = provider(disk.root().directory("stranger"))) {
      assertThatExceptionOfType(FrostbyteException.class)
          .isThrownBy(() -> stranger.open(disk.root().directory("log"), NAME))
          .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INTEGRITY_BROKEN));
    }
  }

  @Test
  void anOlderCopyIsNotTakenForALogWhoseCheckpointWasKept() throws IOException {
    Checkpoint empty;
    Checkpoint kept;
    try (OpenedLog opened = open()) {
      empty = opened.log().seal();
      opened.appendUpTo(5);
      kept = opened.log().seal();
      opened.append(5);
    }
    try (AuditProvider provider = provider(disk.root().directory("deployment"))) {
      for (Checkpoint known : List.of(empty, kept)) {
        try (AuditLog log = provider.reopen(disk.root().directory("log"), NAME, known.note())) {
          assertThat(log.size()).isEqualTo(6);
        }
      }
      for (int entries : List.of(0, 3, 5)) {
        refusesToReopen(provider, shorter(provider, entries), kept.note());
      }
      String forged = kept.note().replace("\n5\n", "\n4\n");
      refusesToReopen(provider, disk.root().directory("log"), forged);
    }
  }

  /** A log of the same name and another history. */
  private DurableDirectory shorter(AuditProvider provider, int entries) throws IOException {
    DurableDirectory other = disk.root().directory("other-" + entries);
    try (AuditLog log = provider.open(other, NAME)) {
      for (int number = 0; number < entries; number++) {
        log.append(OpenedLog.event(100 + number), new byte[0]);
      }
      log.seal();
    }
    return other;
  }

  private static void refusesToReopen(AuditProvider provider, DurableDirectory files, String note) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> provider.reopen(files, NAME, note))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INTEGRITY_BROKEN));
  }

  @Test
  void refusesHostileLimits() throws IOException {
    try (OpenedLog opened = open()) {
      byte[] tooLarge = new byte[AuditLog.MAX_PAYLOAD_BYTES + 1];
      refuses(() -> opened.log().append(OpenedLog.event(0), tooLarge));
      refuses(() -> opened.log().append(oversized(), NONE));
      refuses(() -> opened.log().replay(-1, entry -> {}));
      for (String name : List.of("", "Upper", "a b", "a+b", "a\nb", "a".repeat(101))) {
        refuses(() -> opened.provider().open(disk.root().directory("x"), name));
      }
      assertThat(opened.append(0).index()).isZero();
    }
  }

  @Test
  void takesTheLargestPayload() throws IOException {
    try (OpenedLog opened = open()) {
      opened.append(0);
      opened.log().append(OpenedLog.event(1), new byte[AuditLog.MAX_PAYLOAD_BYTES]);
      opened.append(2);
      assertThat(opened.entries(1).getFirst().payload()).hasSize(AuditLog.MAX_PAYLOAD_BYTES);
    }
    try (OpenedLog again = open()) {
      assertThat(again.entries(0)).hasSize(3);
    }
  }

  @Test
  void takesConcurrentCallersWithoutGapOrLoss() throws Exception {
    try (OpenedLog opened = open()) {
      List<AuditReceipt> receipts = appendTogether(opened, 8, 50);
      assertThat(receipts).extracting(AuditReceipt::index).doesNotHaveDuplicates();
      assertThat(opened.entries(0))
          .extracting(AuditEntry::receipt)
          .containsExactlyInAnyOrderElementsOf(receipts);
      assertThat(opened.log().verify().intact()).isTrue();
    }
  }

  @Test
  void keepsItsKeyAndOriginAcrossOpenings() throws IOException {
    String key;
    try (OpenedLog opened = open()) {
      key = opened.provider().verifierKey();
      assertThat(key).startsWith(opened.provider().origin() + "+");
    }
    try (OpenedLog opened = open(disk.withDurableOnly())) {
      assertThat(opened.provider().verifierKey()).isEqualTo(key);
    }
  }

  private static List<AuditReceipt> appendTogether(OpenedLog opened, int callers, int each)
      throws Exception {
    List<Callable<List<AuditReceipt>>> work = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      int first = caller * each;
      work.add(
          () -> IntStream.range(first, first + each).mapToObj(opened::appendUnchecked).toList());
    }
    List<AuditReceipt> receipts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      for (Future<List<AuditReceipt>> done : threads.invokeAll(work)) {
        receipts.addAll(done.get());
      }
    }
    return receipts;
  }

  private static void refuses(Call call) {
    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(call::run);
  }

  private static AuditEvent oversized() {
    AuditEvent small = OpenedLog.event(0);
    List<UUID> many = IntStream.range(0, 2_000).mapToObj(i -> new UUID(1, i)).toList();
    return new AuditEvent(
        small.id(), small.type(), small.time(), small.actor(), small.subject(), small.data(), many);
  }
}
