package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.Witnessed;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A log and a witness of ours, by files as on a stick. */
abstract class WitnessCase {
  static final String NAME = "witness.example.com/w1";
  static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_772_355_600), ZoneOffset.UTC);

  final MemoryKeys keys = new MemoryKeys();
  final CrashFileSystem disk = new CrashFileSystem();
  CrashFileSystem witnessDisk = new CrashFileSystem();
  final List<String> vkeys = FileWitness.init(witnessDisk.root(), keys, NAME);
  final FileAuditProvider provider = TestLog.provider(TestLog.SMALL);
  AuditLog log = provider.open(disk.root(), TestLog.NAME);

  WitnessCase() throws IOException {}

  Witnessed cosign(long oldSize) throws IOException {
    log.seal();
    String request = log.witnessRequest(oldSize);
    return log.cosigned(note(request), answer(request), vkeys);
  }

  String answer(String request) throws IOException {
    try (FileWitness witness = witness(provider.verifierKey())) {
      WitnessAnswer answer = witness.answer(request.getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).isEqualTo(200);
      return answer.body();
    }
  }

  FileWitness witness(String... logKeys) throws IOException {
    return FileWitness.open(witnessDisk.root(), keys, List.of(logKeys), CLOCK);
  }

  void append(int count) throws IOException {
    for (int number = 0; number < count; number++) {
      log.append(Events.event(log.size()), Events.NO_PAYLOAD);
    }
  }

  void reopen() throws IOException {
    log.close();
    log = provider.open(disk.root(), TestLog.NAME);
  }

  static void problem(ProblemCode code, Call call) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  static String note(String request) {
    return request.substring(request.indexOf("\n\n") + 2);
  }

  /** Something that may fail. */
  @FunctionalInterface
  interface Call {
    void run() throws IOException;
  }
}
