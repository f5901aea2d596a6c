package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.audit.ExportVerifier.Verdict;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportTest {
  private static final int MUTATIONS = 3_000;
  private static final int ENTRIES = 600;

  private final Path folder;
  private final FileAuditProvider provider;
  private final ExportVerifier verifier;

  ExportTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.provider = TestLog.provider(JournalShape.STANDARD);
    this.verifier = ExportVerifier.trusting(provider.verifierKey());
  }

  @Test
  void exportsOfEverySizeVerify() throws IOException {
    for (int size : List.of(0, 1, 2, 3, 255, 256, 257, 511, 512, 700)) {
      Exported exported = export("tenants/s" + size, size);
      assertThat(verifier.verify(exported.directory))
          .isEqualTo(new Verdict.Intact(exported.sealed));
    }
  }

  @Test
  void everyProofOfALogHolds() throws IOException {
    CrashFileSystem disk = new CrashFileSystem();
    try (AuditLog log = provider.open(disk.root(), "tenants/a")) {
      List<AuditReceipt> receipts = new ArrayList<>();
      for (int i = 0; i < 530; i++) {
        receipts.add(log.append(Events.event(i), Events.NO_PAYLOAD));
        if (i % 100 == 7) {
          log.seal();
          requireHolds(log, receipts.get(i / 2));
        }
      }
      log.seal();
      for (AuditReceipt receipt : receipts) {
        requireHolds(log, receipt);
      }
    }
  }

  @Test
  void aDamagedHashFileIsMadeAnewBeforeAProofIsHandedOut() throws IOException {
    CrashFileSystem disk = new CrashFileSystem();
    try (AuditLog log = provider.open(disk.root(), "tenants/a")) {
      AuditReceipt first = log.append(Events.event(0), Events.NO_PAYLOAD);
      log.append(Events.event(1), Events.NO_PAYLOAD);
      log.seal();
      String proof = log.prove(first);
      for (byte[] damage : List.of(new byte[64], new byte[640], new byte[31])) {
        disk.root().replace("hashes-0", damage);
        assertThat(log.prove(first)).isEqualTo(proof);
      }
    }
  }

  @Test
  void noChangeOfAnExportGoesUnnoticed() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("ExportTest seed " + seed);
    Random random = new Random(seed);
    Exported exported = export("tenants/a", ENTRIES);
    Exported older = export("tenants/a", ENTRIES - 50);
    Exported other = export("tenants/b", ENTRIES);
    ExportVerifier strict = verifier.knowing(exported.sealed.note());
    Mutations mutations = new Mutations(exported.directory, older.directory, other.directory);
    for (int trial = 0; trial < MUTATIONS; trial++) {
      String what = mutations.mutate(random);
      assertThat(strict.verify(exported.directory)).as(what).isNotInstanceOf(Verdict.Intact.class);
      mutations.restore();
    }
    assertThat(strict.verify(exported.directory)).isInstanceOf(Verdict.Intact.class);
  }

  @Test
  void anotherIntactLogIsNotTakenForTheExpectedOne() throws IOException {
    Exported other = export("tenants/b", 10);
    assertThat(verifier.expecting(other.sealed.origin()).verify(other.directory))
        .isInstanceOf(Verdict.Intact.class);
    assertThat(verifier.expecting("example.com/frostbyte/tenants/a").verify(other.directory))
        .isInstanceOf(Verdict.Tampered.class);
  }

  @Test
  void aLogThatWentBackBehindAKnownCheckpointIsFoundOut() throws IOException {
    Exported older = export("tenants/a", 20);
    Exported newer = export("tenants/a", 30);
    assertThat(verifier.verify(older.directory)).isInstanceOf(Verdict.Intact.class);
    assertThat(verifier.knowing(older.sealed.note()).verify(newer.directory))
        .isInstanceOf(Verdict.Intact.class);
    assertThat(verifier.knowing(newer.sealed.note()).verify(older.directory))
        .isInstanceOf(Verdict.Tampered.class);
  }

  @Test
  void aForkSignedAnewIsFoundOutByWhoeverKnowsTheOldCheckpoint() throws IOException {
    Exported honest = export("tenants/a", 20);
    CrashFileSystem disk = new CrashFileSystem();
    Path fork = folder.resolve("fork");
    try (AuditLog log = provider.open(disk.root(), "tenants/a")) {
      for (int i = 0; i < 25; i++) {
        log.append(Events.event(i == 3 ? 77 : i), Events.NO_PAYLOAD);
      }
      log.seal();
      log.export(fork);
    }
    assertThat(verifier.verify(fork)).isInstanceOf(Verdict.Intact.class);
    assertThat(verifier.knowing(honest.sealed.note()).verify(fork))
        .isEqualTo(new Verdict.Tampered("the log is not a continuation of the known checkpoint"));
  }

  @Test
  void aMissingSignatureIsAPolicyUnmetAndAMissingExportUnreadable() throws IOException {
    SigningKey stranger = SigningKey.of("stranger", SecretBytes.random());
    ExportVerifier trustsStranger = ExportVerifier.trusting(stranger.verifier().encoded());
    assertThat(trustsStranger.verify(export("tenants/a", 3).directory))
        .isInstanceOf(Verdict.PolicyUnmet.class);
    assertThat(verifier.verify(folder.resolve("nowhere"))).isInstanceOf(Verdict.Unreadable.class);
  }

  @Test
  void refusesKeysAndCheckpointsThatAreNone() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> ExportVerifier.trusting("no key"));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> verifier.knowing("no note"));
  }

  @Test
  void anExportNeverMixesWithOtherFiles() throws IOException {
    Path directory = export("tenants/a", 3).directory;
    Files.writeString(directory.resolve("tile/stray"), "x");
    assertThat(verifier.verify(directory)).isInstanceOf(Verdict.Tampered.class);
  }

  private void requireHolds(AuditLog log, AuditReceipt receipt) throws IOException {
    String proof = log.prove(receipt);
    int blank = proof.indexOf("\n\n");
    List<String> lines = proof.substring(0, blank).lines().toList();
    String note = proof.substring(blank + 2);
    SignedRoot root = SignedRoot.parse(note.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    VerifierKey key = VerifierKey.parse(provider.verifierKey()).orElseThrow();
    assertThat(root.trust(key)).isEqualTo(SignedRoot.Trust.VERIFIED);
    assertThat(lines.subList(0, 2))
        .containsExactly("c2sp.org/tlog-proof@v1", "index " + receipt.index());
    List<byte[]> path =
        lines.subList(2, lines.size()).stream()
            .map(line -> StrictBase64.decode(line).orElseThrow())
            .toList();
    Checkpoint sealed = root.checkpoint();
    assertThat(
            Proofs.includes(
                receipt.index(),
                sealed.size(),
                receipt.leafHash().bytes(),
                path,
                sealed.root().bytes()))
        .isTrue();
  }

  private Exported export(String name, int entries) throws IOException {
    CrashFileSystem disk = new CrashFileSystem();
    Path directory = Files.createTempDirectory(folder, "export");
    try (AuditLog log = provider.open(disk.root(), name)) {
      for (int i = 0; i < entries; i++) {
        log.record(Events.event(i), Events.NO_PAYLOAD);
      }
      Checkpoint sealed = log.seal();
      log.record(Events.event(entries), Events.NO_PAYLOAD);
      log.export(directory);
      return new Exported(directory, sealed);
    }
  }

  static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
  }

  private record Exported(Path directory, Checkpoint sealed) {}
}
