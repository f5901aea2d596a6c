package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.file.DurableDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of {@link AuditLogContract} about what survives failures. One thread. */
abstract class AuditCrashContract {
  static final String NAME = "tenants/contract";
  static final byte[] NONE = new byte[0];

  private static final int CRASH_STATES = 40;

  @TempDir Path folder = Path.of("replaced by JUnit");

  final CrashFileSystem disk = new CrashFileSystem();

  /**
   * Opens the provider of a deployment; the same directory gives the same deployment again, with
   * the same signing key, also after a crash of the directory's file system.
   */
  protected abstract AuditProvider provider(DurableDirectory deployment) throws IOException;

  @Test
  void whatWasRecordedKeepsItsPlaceAndIsDurableWithTheNextAppend() throws IOException {
    OpenedLog opened = open();
    opened.append(0);
    opened.log().record(OpenedLog.event(1), OpenedLog.payload(1));
    opened.log().record(OpenedLog.event(2), NONE);
    assertThat(opened.append(3).index()).isEqualTo(3);
    CrashFileSystem left = disk.withDurableOnly();
    opened.close();
    try (OpenedLog again = open(left)) {
      assertThat(again.entries(0))
          .extracting(AuditEntry::event)
          .containsExactlyElementsOf(IntStream.range(0, 4).mapToObj(OpenedLog::event).toList());
    }
  }

  @Test
  void whatWasRecordedIsDurableAfterClose() throws IOException {
    try (OpenedLog opened = open()) {
      opened.log().record(OpenedLog.event(0), NONE);
    }
    try (OpenedLog again = open(disk.withDurableOnly())) {
      assertThat(again.entries(0)).hasSize(1);
    }
  }

  @Test
  void keepsInEveryCrashStateWhatWasAcknowledged() throws IOException {
    OpenedLog opened = open();
    opened.appendUpTo(30);
    Checkpoint sealed = opened.log().seal();
    opened.append(30);
    opened.log().record(OpenedLog.event(31), OpenedLog.payload(31));
    disk.cutPower();
    for (int seed = 0; seed < CRASH_STATES; seed++) {
      try (OpenedLog again = open(disk.afterPowerLoss(new Random(seed)))) {
        assertThat(again.log().size()).as("seed " + seed).isGreaterThanOrEqualTo(31);
        assertThat(again.log().verify().intact()).isTrue();
        assertThat(again.log().verify().sealed()).isEqualTo(sealed.size());
      }
    }
    assertThatThrownBy(opened::close).isInstanceOf(IOException.class);
  }

  @Test
  void everyCallFailsAfterAFailedWriteUntilTheLogIsOpenedAnew() throws IOException {
    OpenedLog opened = open();
    AuditReceipt first = opened.append(0);
    opened.log().seal();
    disk.failAt(1);
    for (Call call : everyCall(opened.log(), first)) {
      assertThatThrownBy(call::run).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(opened::close).isInstanceOf(IOException.class);
    try (OpenedLog again = open()) {
      assertThat(again.append(1).index()).isBetween(1L, 2L);
    }
  }

  @Test
  void closesOnceAndAnswersNothingAfter() throws IOException {
    OpenedLog opened = open();
    opened.append(0);
    opened.close();
    opened.close();
    assertThatThrownBy(() -> opened.append(1)).isInstanceOf(IOException.class);
    assertThatThrownBy(opened.log()::seal).isInstanceOf(IOException.class);
    assertThatThrownBy(opened.log()::verify).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> opened.log().query(AuditQuery.all())).isInstanceOf(IOException.class);
  }

  private List<Call> everyCall(AuditLog log, AuditReceipt known) {
    return List.of(
        () -> log.append(OpenedLog.event(1), NONE),
        () -> log.append(OpenedLog.event(1), NONE),
        () -> log.record(OpenedLog.event(1), NONE),
        log::seal,
        log::verify,
        () -> log.query(AuditQuery.all()),
        () -> log.query(AuditQuery.all().verified(true)),
        () -> log.prove(known),
        () -> log.replay(0, entry -> {}),
        () -> log.export(folder.resolve("none")));
  }

  final OpenedLog open() throws IOException {
    return open(disk);
  }

  final OpenedLog open(CrashFileSystem on) throws IOException {
    AuditProvider provider = provider(on.root().directory("deployment"));
    return new OpenedLog(provider, provider.open(on.root().directory("log"), NAME));
  }

  /** Something that may fail. */
  @FunctionalInterface
  interface Call {
    void run() throws IOException;
  }
}
