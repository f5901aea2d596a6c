package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.audit.FileAuditProvider.Options;
import dev.frostbyte.audit.SignedRoot.Trust;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Changes of the signing key, in the key file and in logs. */
final class KeyRotationTest {
  private static final String DEPLOYMENT = "example.com/frostbyte";
  private static final Options PLAIN = Options.DEFAULT;
  private static final Options BOTH = new Options(true, Clock.systemUTC());

  private final MemoryKeys keys = new MemoryKeys();
  private CrashFileSystem disk = new CrashFileSystem();

  @Test
  void aLogIsHandedOverWhenItIsOpenedNextAndEveryRootBearsTheKeyInForce() throws IOException {
    Checkpoint before = begin();
    rotate();
    try (FileAuditProvider provider = provider(PLAIN);
        AuditLog log = open(provider)) {
      assertThat(log.size()).isEqualTo(3);
      assertThat(TestLog.entries(log).getLast().event().type())
          .isEqualTo(EventType.LOG_KEY_ROTATED);
      Checkpoint sealedByOld = log.seal();
      log.append(Events.event(2), Events.NO_PAYLOAD);
      Checkpoint sealedByNew = log.seal();
      signs(provider, 0, before, sealedByOld);
      signs(provider, 1, sealedByNew);
      assertThat(log.verify().breaks()).isEmpty();
      assertThat(provider.verifierKeys()).hasSize(2).startsWith(provider.verifierKey());
    }
    staysAsItIs(4);
  }

  @Test
  void theEventCarriesTheNewKeyAndTheOldOnesSignatureOverItForThisLog() throws IOException {
    begin();
    rotate();
    try (FileAuditProvider provider = provider(PLAIN);
        AuditLog log = open(provider)) {
      Map<String, Object> data = TestLog.entries(log).getLast().event().data();
      String next = provider.verifierKeys().getLast();
      byte[] statement =
          ("frostbyte-key-rotation/v1\n" + log.origin() + "\n" + next + "\n")
              .getBytes(StandardCharsets.UTF_8);
      byte[] signature =
          StrictBase64.decode((String) Objects.requireNonNull(data.get("oldkeysignature")))
              .orElseThrow();
      assertThat(data).containsEntry("newkey", next).containsEntry("scope", "log");
      assertThat(key(provider, 0).verifies(statement, signature)).isTrue();
    }
  }

  @Test
  void aLogThatMissedTwoChangesIsHandedOverTwice() throws IOException {
    begin();
    rotate();
    rotate();
    try (FileAuditProvider provider = provider(PLAIN);
        AuditLog log = open(provider)) {
      log.append(Events.event(2), Events.NO_PAYLOAD);
      signs(provider, 2, log.seal());
      assertThat(log.size()).isEqualTo(5);
      assertThat(log.verify().breaks()).isEmpty();
    }
    staysAsItIs(5);
  }

  @Test
  void aLogBegunAfterAChangeLeadsFromTheFirstKeyWithoutTheOldSeed() throws IOException {
    provider(PLAIN).close();
    rotate();
    try (FileAuditProvider provider = provider(PLAIN)) {
      provider.retire();
      try (AuditLog log = open(provider)) {
        assertThat(TestLog.entries(log))
            .extracting(entry -> entry.event().data().get("scope"))
            .containsExactly("deployment");
        signs(provider, 1, log.seal());
        assertThat(log.verify().breaks()).isEmpty();
      }
    }
    staysAsItIs(1);
  }

  @Test
  void afterTheOldSeedIsDestroyedALogThatStillNeedsItDoesNotOpenAndOthersDo() throws IOException {
    begin();
    rotate();
    byte[] before = disk.root().directory("keys").read("signing-key", 1 << 16);
    try (FileAuditProvider provider = provider(PLAIN)) {
      provider.retire();
      refuses(ProblemCode.KEYS_MISSING, () -> open(provider));
    }
    disk.root().directory("keys").replace("signing-key", before);
    try (FileAuditProvider provider = provider(PLAIN)) {
      refuses(ProblemCode.KEYS_MISSING, () -> open(provider));
      try (AuditLog other = provider.open(disk.root().directory("other"), "tenants/b")) {
        assertThat(other.seal().size()).isEqualTo(1);
      }
    }
  }

  @Test
  void theKeyDoesNotChangeWhileLogsAreOpen() throws IOException {
    try (FileAuditProvider provider = provider(PLAIN)) {
      AuditLog log = open(provider);
      refuses(ProblemCode.TENANT_BUSY, provider::rotate);
      log.close();
      assertThatCode(provider::rotate).doesNotThrowAnyException();
    }
  }

  @Test
  void anotherProviderOfTheDeploymentFollowsTheChange() throws IOException {
    try (FileAuditProvider one = provider(PLAIN);
        FileAuditProvider other = provider(PLAIN)) {
      open(one).close();
      one.rotate();
      try (AuditLog log = open(one)) {
        log.append(Events.event(0), Events.NO_PAYLOAD);
        log.seal();
      }
      try (AuditLog log = open(other)) {
        assertThat(log.verify().breaks()).isEmpty();
      }
      assertThat(other.verifierKeys()).isEqualTo(one.verifierKeys());
    }
  }

  @Test
  void anOlderKeyFilePutBackDoesNotOpenALogThatWasHandedOver() throws IOException {
    begin();
    byte[] old = disk.root().directory("keys").read("signing-key", 1 << 16);
    rotate();
    try (FileAuditProvider provider = provider(PLAIN)) {
      open(provider).close();
    }
    disk.root().directory("keys").replace("signing-key", old);
    try (FileAuditProvider provider = provider(PLAIN)) {
      refuses(ProblemCode.INTEGRITY_BROKEN, () -> open(provider));
    }
  }

  @Test
  void nobodyElseAppendsAChangeOfTheKey() throws IOException {
    try (FileAuditProvider provider = provider(PLAIN);
        AuditLog log = open(provider)) {
      AuditEvent plain = Events.event(0);
      AuditEvent forged =
          AuditEvent.of(
              new UUID(1, 2), EventType.LOG_KEY_ROTATED, plain.time(), "a", "b", Map.of());
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> log.append(forged, Events.NO_PAYLOAD));
    }
  }

  @Test
  void everyCrashDuringAHandOverEndsInAHandedOverLog() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("KeyRotationTest seed " + seed);
    begin();
    rotate();
    rotate();
    CrashFileSystem start = disk.withDurableOnly();
    for (long cut = 1; crashes(start, cut, new Random(seed + cut)); cut++) {
      try (FileAuditProvider provider = provider(PLAIN);
          AuditLog log = open(provider)) {
        log.append(Events.event(log.size()), Events.NO_PAYLOAD);
        signs(provider, 2, log.seal());
        assertThat(log.verify().breaks()).as("cut " + cut).isEmpty();
        assertThat(log.size()).isEqualTo(5);
      }
    }
  }

  /** Whether power went before the log was open; the disk is then what was left. */
  private boolean crashes(CrashFileSystem start, long cut, Random random) throws IOException {
    disk = start.withDurableOnly();
    try (FileAuditProvider provider = provider(PLAIN)) {
      disk.cutPowerAt(cut);
      open(provider);
      return false;
    } catch (IOException powerIsOff) {
      return true;
    } finally {
      disk = disk.afterPowerLoss(random);
    }
  }

  @Test
  void theSecondSignatureCoversTheRootAndIsTheSameEachTime() throws IOException {
    try (FileAuditProvider provider = provider(BOTH);
        AuditLog log = open(provider)) {
      log.append(Events.event(0), Events.NO_PAYLOAD);
      Checkpoint sealed = log.seal();
      SignedRoot root = parse(sealed);
      CosignerKey second = CosignerKey.parse(provider.cosignerKey().orElseThrow()).orElseThrow();
      assertThat(root.signatures()).hasSize(2);
      assertThat(second.name()).isEqualTo(DEPLOYMENT);
      assertThat(second.signedAt(RootText.of(sealed), root.signatures().getLast().signature()))
          .contains(0L);
    }
    try (FileAuditProvider provider = provider(BOTH);
        AuditLog log = open(provider)) {
      assertThat(parse(log.seal()).signatures()).hasSize(2);
      assertThat(log.verify().breaks()).isEmpty();
    }
  }

  @Test
  void theSecondSignatureIsSwitchedOnLaterAndItsKeyStaysTheSameUntilTheChange() throws IOException {
    begin();
    String second;
    try (FileAuditProvider provider = provider(BOTH)) {
      second = provider.cosignerKey().orElseThrow();
      assertThat(provider.verifierKeys()).hasSize(1);
    }
    try (FileAuditProvider provider = provider(BOTH)) {
      assertThat(provider.cosignerKey()).contains(second);
      provider.rotate();
      assertThat(provider.cosignerKey()).isPresent().isNotEqualTo(second);
      try (AuditLog log = open(provider)) {
        AuditEntry last = TestLog.entries(log).getLast();
        String next = provider.cosignerKey().orElseThrow();
        assertThat(last.event().data())
            .containsEntry(
                "newcosignerkeyhash",
                dev.frostbyte.api.model.ContentHash.of(next.getBytes(StandardCharsets.US_ASCII))
                    .hex());
      }
    }
    try (FileAuditProvider provider = provider(PLAIN)) {
      assertThat(provider.cosignerKey()).isEmpty();
    }
  }

  @Test
  void noByteOfAKeyFileWithSeveralKeysCanBeChanged() throws IOException {
    begin();
    rotate();
    rotate();
    byte[] stored = disk.root().directory("keys").read("signing-key", 1 << 16);
    KeyChain good = new KeyFile(disk.root().directory("keys"), keys, DEPLOYMENT).open(false);
    for (int at = 0; at < stored.length; at++) {
      byte[] changed = stored.clone();
      changed[at] ^= 1;
      disk.root().directory("keys").replace("signing-key", changed);
      assertThat(opensOtherKeys(good)).as("byte " + at).isFalse();
    }
    for (int length = 0; length < stored.length; length++) {
      disk.root().directory("keys").replace("signing-key", Arrays.copyOf(stored, length));
      refuses(
          ProblemCode.INTEGRITY_BROKEN,
          () -> new KeyFile(disk.root().directory("keys"), keys, DEPLOYMENT).open(false));
    }
  }

  /** Whether the file opens and gives other keys, or gives an older seed that is not its own. */
  private boolean opensOtherKeys(KeyChain good) throws IOException {
    try {
      KeyFile file = new KeyFile(disk.root().directory("keys"), keys, DEPLOYMENT);
      KeyChain read = file.open(false);
      boolean same = read.keys().equals(good.keys());
      for (int number = 0; number < 2; number++) {
        file.older(number, false).close();
        same = false;
      }
      return !same && !read.keys().equals(good.keys());
    } catch (FrostbyteException refused) {
      return false;
    }
  }

  private Checkpoint begin() throws IOException {
    try (FileAuditProvider provider = provider(PLAIN);
        AuditLog log = open(provider)) {
      log.append(Events.event(0), Events.NO_PAYLOAD);
      log.append(Events.event(1), Events.NO_PAYLOAD);
      return log.seal();
    }
  }

  private void rotate() throws IOException {
    try (FileAuditProvider provider = provider(PLAIN)) {
      provider.rotate();
    }
  }

  private void staysAsItIs(long size) throws IOException {
    try (FileAuditProvider provider = provider(PLAIN);
        AuditLog log = open(provider)) {
      assertThat(log.size()).isEqualTo(size);
      assertThat(log.verify().breaks()).isEmpty();
    }
  }

  private FileAuditProvider provider(Options options) throws IOException {
    return FileAuditProvider.open(
        disk.root().directory("keys"),
        keys,
        DEPLOYMENT,
        options,
        TestLog.SMALL,
        new DaemonThreads());
  }

  private AuditLog open(FileAuditProvider provider) throws IOException {
    return provider.open(disk.root().directory("log"), TestLog.NAME);
  }

  private static void signs(FileAuditProvider provider, int number, Checkpoint... sealed) {
    for (Checkpoint one : sealed) {
      for (int at = 0; at < provider.verifierKeys().size(); at++) {
        assertThat(parse(one).trust(key(provider, at)))
            .isEqualTo(at == number ? Trust.VERIFIED : Trust.NOT_SIGNED);
      }
    }
  }

  private static VerifierKey key(FileAuditProvider provider, int number) {
    return VerifierKey.parse(provider.verifierKeys().get(number)).orElseThrow();
  }

  private static SignedRoot parse(Checkpoint sealed) {
    return SignedRoot.parse(sealed.note().getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static void refuses(ProblemCode code, Call call) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(call::run)
        .satisfies(e -> assertThat(List.of(e.problem().code())).containsExactly(code));
  }

  /** Something that may fail. */
  @FunctionalInterface
  private interface Call {
    void run() throws IOException;
  }
}
