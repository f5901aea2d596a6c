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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets golang.org/x/mod verify our exports and proofs: logs of 0 to 300 entries without gap, with
 * {@code -Dfrostbyte.long=true} to 1,000 and some up to a million. Needs Debian's golang-go and
 * golang-golang-x-mod-dev; the program is compiled without network.
 */
final class GoVerifierTest {
  private static final Path DEBIAN_SOURCES = Path.of("/usr/share/gocode");
  private static final String MODULE = "src/golang.org/x/mod/sumdb/tlog";

  private final Path folder;
  private final FileAuditProvider provider;

  GoVerifierTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.provider = TestLog.provider(JournalShape.STANDARD);
  }

  @Test
  void theGoVerifierAcceptsEveryLogOfUpTo300EntriesAndItsProofs() throws Exception {
    requireAccepted(0, 300, 20);
  }

  @Test
  @EnabledIfSystemProperty(named = "frostbyte.long", matches = "true")
  void theGoVerifierAcceptsEveryLogOfUpTo1000EntriesAndAllPairsUpTo256() throws Exception {
    requireAccepted(301, 1_000, 1);
  }

  @Test
  @EnabledIfSystemProperty(named = "frostbyte.long", matches = "true")
  void theGoVerifierAcceptsLogsOfRandomSizesUpToAMillion() throws Exception {
    long seed = Long.getLong("frostbyte.seed", new Random().nextLong());
    System.out.println("GoVerifierTest seed " + seed);
    Random random = new Random(seed);
    Path program = compiled();
    SigningKey key = TestExport.key("log");
    for (int trial = 0; trial < 4; trial++) {
      long size = trial == 0 ? 1_000_000 : (long) Math.pow(10, 3 + 3 * random.nextDouble());
      Path directory = folder.resolve("random" + trial);
      Checkpoint sealed = LargeExport.write(directory, size, 1 + size / 7, key);
      String said =
          run(List.of(program.toString(), key.verifier().encoded(), directory.toString()));
      assertThat(said).isEqualTo(ok(sealed));
    }
  }

  @Test
  void theGoVerifierTakesProofsOfALogThatGoesOnAndRefusesAChangedExport() throws Exception {
    Path program = compiled();
    Path directory = Files.createDirectory(folder.resolve("export"));
    List<String> command =
        new ArrayList<>(List.of(program.toString(), provider.verifierKey(), directory.toString()));
    Checkpoint sealed = export(513, directory, command);
    assertThat(run(command)).isEqualTo(ok(sealed));
    for (String path :
        List.of("tile/entries/001", "tile/0/001", "proofs/77.tlog-proof", "manifest")) {
      Path changed = directory.resolve(path);
      byte[] bytes = Files.readAllBytes(changed);
      byte[] flipped = bytes.clone();
      flipped[bytes.length / 2] ^= 1;
      Files.write(changed, flipped);
      assertThat(run(command)).startsWith("FAILED");
      Files.write(changed, bytes);
    }
    assertThat(run(command)).isEqualTo(ok(sealed));
  }

  private void requireAccepted(int from, int to, int step) throws Exception {
    Path program = compiled();
    Path logs = Files.createDirectory(folder.resolve("logs"));
    for (int size = from; size <= to; size++) {
      export(size, Files.createDirectory(logs.resolve("log" + size)), new ArrayList<>());
    }
    int pairs = writeConsistency(logs, to, step);
    String said = run(List.of(program.toString(), provider.verifierKey(), "-all", logs.toString()));
    assertThat(said).isEqualTo("OK " + (to - from + 1) + " logs " + pairs + " consistency proofs");
  }

  /** Proofs between sizes of the largest log: all pairs up to 256, or every so manieth. */
  private static int writeConsistency(Path logs, int largest, int step) throws IOException {
    LeafHashes leaves = new LeafHashes();
    Sha256 sha = new Sha256();
    for (String event : Files.readAllLines(logs.resolve("log" + largest + "/events.jsonl"))) {
      leaves.append(sha.leaf(event.getBytes(StandardCharsets.US_ASCII)));
    }
    Proofs proofs = Proofs.over(leaves);
    Path folder = Files.createDirectory(logs.resolve("log" + largest + ".consistency"));
    int pairs = 0;
    for (int newer = step; newer <= Math.min(256, largest); newer += step) {
      StringBuilder lines = new StringBuilder();
      for (int older = 1; older <= newer; older++) {
        lines.append(older);
        proofs
            .consistency(older, newer)
            .forEach(hash -> lines.append(' ').append(StrictBase64.encode(hash)));
        lines.append('\n');
        pairs++;
      }
      Files.writeString(folder.resolve(Integer.toString(newer)), lines);
    }
    return pairs;
  }

  private Checkpoint export(int size, Path directory, List<String> proofs) throws IOException {
    try (AuditLog log = provider.open(new CrashFileSystem().root(), "tenants/go")) {
      List<AuditReceipt> receipts = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        receipts.add(log.record(Events.event(i), new byte[i % 4]));
        if (i == size / 2) {
          log.seal();
        }
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

  private static String ok(Checkpoint sealed) {
    return "OK " + sealed.size() + " " + StrictBase64.encode(sealed.root().bytes());
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
