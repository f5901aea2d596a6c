package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.audit.FileAuditProvider.Options;
import dev.frostbyte.audit.SignedRoot.Trust;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** A deployment whose signing key is changed, and one of its logs. */
abstract class RotationCase {
  static final String DEPLOYMENT = "example.com/frostbyte";
  static final Options PLAIN = Options.DEFAULT;
  static final Options BOTH = new Options(true, Clock.systemUTC());

  final MemoryKeys keys = new MemoryKeys();
  CrashFileSystem disk = new CrashFileSystem();

  Checkpoint begin() throws IOException {
    try (FileAuditProvider provider = provider(PLAIN);
        AuditLog log = open(provider)) {
      log.append(Events.event(0), Events.NO_PAYLOAD);
      log.append(Events.event(1), Events.NO_PAYLOAD);
      return log.seal();
    }
  }

  void rotate() throws IOException {
    try (FileAuditProvider provider = provider(PLAIN)) {
      provider.rotate();
    }
  }

  void staysAsItIs(long size) throws IOException {
    try (FileAuditProvider provider = provider(PLAIN);
        AuditLog log = open(provider)) {
      assertThat(log.size()).isEqualTo(size);
      assertThat(log.verify().breaks()).isEmpty();
    }
  }

  FileAuditProvider provider(Options options) throws IOException {
    return FileAuditProvider.open(
        disk.root().directory("keys"),
        keys,
        DEPLOYMENT,
        options,
        TestLog.SMALL,
        new DaemonThreads());
  }

  AuditLog open(FileAuditProvider provider) throws IOException {
    return provider.open(disk.root().directory("log"), TestLog.NAME);
  }

  static void signs(FileAuditProvider provider, int number, Checkpoint... sealed) {
    for (Checkpoint one : sealed) {
      for (int at = 0; at < provider.verifierKeys().size(); at++) {
        assertThat(parse(one).trust(key(provider, at)))
            .isEqualTo(at == number ? Trust.VERIFIED : Trust.NOT_SIGNED);
      }
    }
  }

  static VerifierKey key(FileAuditProvider provider, int number) {
    return VerifierKey.parse(provider.verifierKeys().get(number)).orElseThrow();
  }

  static SignedRoot parse(Checkpoint sealed) {
    return SignedRoot.parse(sealed.note().getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  static void refuses(ProblemCode code, Call call) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(List.of(e.problem().code())).containsExactly(code));
  }

  /** Something that may fail. */
  @FunctionalInterface
  interface Call {
    void run() throws IOException;
  }
}
