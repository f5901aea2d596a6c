package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.audit.FrostbyteVerify.Signatures;
import dev.frostbyte.audit.FrostbyteVerify.Verdict;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportTest {
  private static final SigningKey KEY = TestExport.key("log");

  private final Path folder;
  private final FileAuditProvider provider;

  ExportTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.provider = TestLog.provider(JournalShape.STANDARD);
  }

  @Test
  void exportsOfEverySizeVerify() throws IOException {
    for (int size : List.of(0, 1, 2, 3, 255, 256, 257, 511, 512, 700)) {
      Path directory = export("tenants/s" + size, size);
      assertThat(verdict(directory)).as("size %d", size).isEqualTo(Verdict.INTACT);
      assertThat(Exported.read(directory).checkpoint().size()).isEqualTo(size);
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
  void anExportIsTheSameBytesEachTimeAndHoldsEveryRootEverSigned() throws IOException {
    CrashFileSystem disk = new CrashFileSystem();
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    try (AuditLog log = provider.open(disk.root(), "tenants/a")) {
      log.seal();
      for (int i = 0; i < 300; i++) {
        log.record(Events.event(i), Events.NO_PAYLOAD);
        if (i % 100 == 50) {
          log.seal();
        }
      }
      log.export(one);
      log.export(two);
    }
    assertThat(Exported.read(one).files.keySet())
        .contains("checkpoints/0", "checkpoints/51", "checkpoints/151", "checkpoints/251")
        .contains("checkpoint", "events.jsonl", "manifest", "policy", "proofs/250.tlog-proof")
        .doesNotContain("proofs/251.tlog-proof");
    assertThat(Exported.read(two).files).containsExactlyEntriesOf(Exported.read(one).files);
    assertThat(verdict(one)).isEqualTo(Verdict.INTACT);
  }

  @Test
  void aRenderingIsWrittenAndBound() throws IOException {
    Checkpoint sealed = SignedRoot.sign("example.com/frostbyte/x", 0, new Sha256().empty(), KEY);
    Path directory = folder.resolve("rendered");
    ExportFiles files = ExportFiles.into(directory);
    try (TreeExport export = TreeExport.into(files, sealed, Attestations.NONE)) {
      try (var out = files.create("render/x.json")) {
        out.write("{}".getBytes(StandardCharsets.UTF_8));
      }
      export.accept(sealed);
      export.finish(KEY);
    }
    Exported exported = Exported.read(directory);
    FrostbyteVerify.Demands demands =
        TestKeys.demands("log " + KEY.verifier().encoded() + "\nquorum none");
    assertThat(FrostbyteVerify.check(exported, demands, new Signatures()).verdict())
        .isEqualTo(Verdict.INTACT);
    exported.put("render/x.json", "[]");
    assertThat(FrostbyteVerify.check(exported, demands, new Signatures()).verdict())
        .isEqualTo(Verdict.TAMPERED);
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

  private Path export(String name, int entries) throws IOException {
    CrashFileSystem disk = new CrashFileSystem();
    Path directory = Files.createTempDirectory(folder, "export");
    try (AuditLog log = provider.open(disk.root(), name)) {
      for (int i = 0; i < entries; i++) {
        log.record(Events.event(i), new byte[i % 3]);
      }
      log.seal();
      log.record(Events.event(entries), Events.NO_PAYLOAD);
      log.export(directory);
      return directory;
    }
  }

  private Verdict verdict(Path directory) throws IOException {
    FrostbyteVerify.Demands demands =
        TestKeys.demands("log " + provider.verifierKey() + "\nquorum none");
    return FrostbyteVerify.check(Exported.read(directory), demands, new Signatures()).verdict();
  }
}
