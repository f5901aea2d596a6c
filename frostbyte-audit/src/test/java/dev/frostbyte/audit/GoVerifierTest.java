package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets golang.org/x/mod verify our exports and proofs. Needs Debian's golang-go and
 * golang-golang-x-mod-dev; the program is compiled without network.
 */
final class GoVerifierTest {
  private static final Path DEBIAN_SOURCES = Path.of("/usr/share/gocode");
  private static final String MODULE = "src/golang.org/x/mod/sumdb/tlog";

  private final Path folder;

  GoVerifierTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theGoVerifierAcceptsLogsOfManySizesAndRefusesAChangedOne() throws Exception {
    Path program = compiled();
    FileAuditProvider provider = TestLog.provider(JournalShape.STANDARD);
    for (int size : List.of(0, 1, 2, 3, 7, 8, 9, 100, 255, 256, 257, 513, 1_000)) {
      Path directory = Files.createDirectory(folder.resolve("export" + size));
      List<String> command =
          new ArrayList<>(
              List.of(program.toString(), provider.verifierKey(), directory.toString()));
      Checkpoint sealed = export(provider, size, directory, command);
      String expected = "OK " + size + " " + StrictBase64.encode(sealed.root().bytes());
      assertThat(run(command)).isEqualTo(expected);
    }
    Path changed = folder.resolve("export9/tile/entries/000.p/9");
    byte[] bytes = Files.readAllBytes(changed);
    bytes[bytes.length / 2] ^= 1;
    Files.write(changed, bytes);
    String verdict = run(List.of(program.toString(), provider.verifierKey(), folder + "/export9"));
    assertThat(verdict).startsWith("FAILED");
  }

  private Checkpoint export(
      FileAuditProvider provider, int size, Path directory, List<String> proofs)
      throws IOException {
    try (AuditLog log = provider.open(new CrashFileSystem().root(), "tenants/go")) {
      List<AuditReceipt> receipts = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        receipts.add(log.record(Events.event(i), new byte[i % 4]));
      }
      Checkpoint sealed = log.seal();
      log.export(directory);
      Random random = new Random(size);
      for (int i = 0; i < Math.min(size, 5); i++) {
        Path proof = folder.resolve(size + "-" + i + ".tlog-proof");
        Files.writeString(proof, log.prove(receipts.get(random.nextInt(size))));
        proofs.add(proof.toString());
      }
      return sealed;
    }
  }

  private Path compiled() throws Exception {
    assumeTrue(
        onPath("go") && Files.isDirectory(DEBIAN_SOURCES.resolve(MODULE)),
        "skipped: install golang-go and golang-golang-x-mod-dev to verify with Go");
    Path program = folder.resolve("verify");
    String source = Path.of("src/test/go/verify.go").toAbsolutePath().toString();
    assertThat(run(List.of("go", "build", "-o", program.toString(), source))).isEmpty();
    return program;
  }

  private String run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GO111MODULE", "off");
    builder.environment().put("GOPATH", folder + ":" + DEBIAN_SOURCES);
    builder.environment().put("GOCACHE", folder.resolve("cache").toString());
    builder.environment().put("GOFLAGS", "-p=1");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.strip();
  }

  private static boolean onPath(String program) {
    return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
