package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.frostbyte.audit.FrostbyteVerify.Answer;
import dev.frostbyte.audit.FrostbyteVerify.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stand-alone verifier accepts and refuses, and how it says so. */
final class FrostbyteVerifyTest {
  private static final SigningKey KEY = TestExport.key("log");
  private static final String VKEY = KEY.verifier().encoded();
  private static final TestWitness W1 = TestWitness.ed25519("witness.example/w1");
  private static final TestWitness W2 = TestWitness.ed25519("witness.example/w2");
  private static final TestWitness W3 = TestWitness.mlDsa44("witness.example/w3");
  private static final long SECOND = 1_780_000_000L;

  @TempDir Path folder;
  private String said = "";

  @Test
  void acceptsExportsOfManySizes() throws Exception {
    for (int size : List.of(0, 1, 2, 3, 255, 256, 257, 512, 700)) {
      Path directory = written(log(size).export());
      assertThat(run(directory, "--key", VKEY)).as("size %d", size).isZero();
      assertThat(said).startsWith("Intact: " + size + " entries of " + TestExport.ORIGIN);
    }
  }

  @Test
  void runsFromItsSourceAlone() throws Exception {
    Path source = Path.of("src/main/java/dev/frostbyte/audit/FrostbyteVerify.java");
    String text = Files.readString(source);
    Path inPackage = Files.createDirectories(folder.resolve("dev/frostbyte/audit"));
    requireRuns(Files.writeString(inPackage.resolve(source.getFileName()), text));
    String bare = text.substring(text.indexOf('\n'));
    requireRuns(Files.writeString(folder.resolve(source.getFileName()), bare));
  }

  private void requireRuns(Path source) throws Exception {
    Path directory = written(log(5).export());
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                source.toString(),
                directory.toString(),
                "--key",
                VKEY)
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(printed).startsWith("Intact: 5 entries");
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void importsNothingButTheJdk() throws IOException {
    Path source = Path.of("src/main/java/dev/frostbyte/audit/FrostbyteVerify.java");
    assertThat(Files.readAllLines(source))
        .filteredOn(line -> line.startsWith("import "))
        .allMatch(line -> line.matches("import java\\.(io|nio|security|time|util)\\..*"));
  }

  @Test
  void answersInJson() throws Exception {
    Path directory = written(log(3).export());
    assertThat(run(directory, "--key", VKEY, "--json")).isZero();
    assertThat(said)
        .startsWith("{\"verdict\":\"intact\",\"origin\":\"" + TestExport.ORIGIN + "\",\"size\":3,");
    Files.writeString(directory.resolve("policy"), "log changed");
    assertThat(run(directory, "--key", VKEY, "--json")).isEqualTo(3);
    assertThat(said).startsWith("{\"verdict\":\"tampered\",\"what\":\"policy is not the file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "x y --key K",
        "x --key no+key",
        "x --policy p --key K",
        "x --key K --max-age soon",
        "x --key K --now soon",
        "x --key K --frob",
        "x --key K --origin",
        "x --key K --origin a --origin b",
        "x --key K --leaf 00",
        "--json"
      })
  void wrongUsageEndsWithTwo(String arguments) {
    String[] words = arguments.replace("K", VKEY).strip().split(" +");
    assertThat(run(arguments.isEmpty() ? new String[0] : words)).isEqualTo(2);
    assertThat(said).contains("--help");
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(run("--help")).isZero();
    assertThat(said)
        .contains("--policy", "--key", "--checkpoint", "--max-age", "--entry", "--json");
  }

  @Test
  void whatIsNotThereIsUnreadable() throws IOException {
    assertThat(run(folder.resolve("nowhere"), "--key", VKEY)).isEqualTo(5);
    assertThat(said).contains("nowhere");
    assertThat(run(folder, "--key", folder.resolve("none.key").toString())).isEqualTo(5);
    assertThat(said).contains("none.key");
  }

  @Test
  void aStrangersKeyIsAPolicyUnmet() throws Exception {
    Path directory = written(log(3).export());
    assertThat(run(directory, "--key", TestExport.key("stranger").verifier().encoded()))
        .isEqualTo(4);
    SigningKey elsewhere = SigningKey.of("elsewhere.example", TestKeys.seed("log"));
    assertThat(run(directory, "--key", elsewhere.verifier().encoded())).isEqualTo(4);
    assertThat(said).contains("may sign for");
  }

  @Test
  void aKeyDoesNotSignForALogThatOnlyBeginsLikeIt() throws Exception {
    Exported other =
        TestExport.of(TestLog.DEPLOYMENT + "x/tenants/a", KEY).events(0, 2).seal().export();
    assertThat(check(other, policy("quorum none")).verdict()).isEqualTo(Verdict.POLICY_UNMET);
  }

  @Test
  void anotherLogIsNotTakenForTheWantedOne() throws Exception {
    Path directory = written(log(3).export());
    assertThat(run(directory, "--key", VKEY, "--origin", TestExport.ORIGIN)).isZero();
    assertThat(run(directory, "--key", VKEY, "--origin", TestLog.DEPLOYMENT + "/tenants/b"))
        .isEqualTo(3);
  }

  @Test
  void aLogMustHoldTheCheckpointsKeptFromBefore() throws Exception {
    Path older = written(log(20).export());
    Path newer = written(log(30).export());
    Path fork =
        written(
            TestExport.of(TestExport.ORIGIN, KEY)
                .events(0, 3)
                .events(77, 78)
                .events(4, 30)
                .seal()
                .export());
    String kept = older.resolve("checkpoint").toString();
    String keptNewer = newer.resolve("checkpoint").toString();
    assertThat(run(newer, "--key", VKEY, "--checkpoint", kept, "--checkpoint", keptNewer)).isZero();
    assertThat(run(older, "--key", VKEY, "--checkpoint", keptNewer)).isEqualTo(3);
    assertThat(said).contains("the log has 20 entries; 30 were signed before");
    assertThat(run(fork, "--key", VKEY)).isZero();
    assertThat(run(fork, "--key", VKEY, "--checkpoint", kept)).isEqualTo(3);
    assertThat(said).contains("continuation");
    Path broken = Files.writeString(folder.resolve("broken"), "no note");
    assertThat(run(fork, "--key", VKEY, "--checkpoint", broken.toString())).isEqualTo(2);
  }

  @Test
  void aQuorumOfWitnessesIsDemanded() throws Exception {
    String three = witness("a", W1) + witness("b", W2) + witness("c", W3);
    String two = three + "group g 2 a b c\nquorum g";
    Exported one = log(4).cosignedBy(W1, SECOND).export();
    Exported both = log(4).cosignedBy(W1, SECOND).cosignedBy(W2, SECOND + 1).export();
    assertThat(check(one, policy(two)).verdict()).isEqualTo(Verdict.POLICY_UNMET);
    assertThat(check(one, policy(three + "group g any a b c\nquorum g")).cosigned())
        .containsExactly("witness.example/w1 at 2026-05-28T20:26:40Z");
    assertThat(check(both, policy(two)).verdict()).isEqualTo(Verdict.INTACT);
    assertThat(check(both, policy(three + "group g all a b c\nquorum g")).verdict())
        .isEqualTo(Verdict.POLICY_UNMET);
    String nested = three + "group ab all a b\ngroup top any ab c\nquorum top";
    assertThat(check(both, policy(nested)).verdict()).isEqualTo(Verdict.INTACT);
    assertThat(check(one, policy(nested)).verdict()).isEqualTo(Verdict.POLICY_UNMET);
  }

  @Test
  void aCosignatureOfMlDsa44CountsWhereTheJdkKnowsIt() throws Exception {
    Exported export = log(4).cosignedBy(W3, SECOND).export();
    Answer answer = check(export, policy(witness("c", W3) + "quorum c"));
    if (!hasMlDsa()) {
      assertThat(answer.verdict()).isEqualTo(Verdict.POLICY_UNMET);
      return;
    }
    assertThat(answer.verdict()).as(answer.what()).isEqualTo(Verdict.INTACT);
    assertThat(answer.cosigned()).hasSize(1);
  }

  @Test
  void aWrongCosignatureOfAKnownWitnessIsTampering() throws Exception {
    assumeTrue(hasMlDsa(), "skipped: this JDK has no ML-DSA");
    for (TestWitness witness : List.of(W1, W3)) {
      Exported export = log(4).export();
      Exported other = log(5).export();
      String line =
          witness.cosign(other.checkpoint().note(), SECOND).split("\n\n")[1].split("\n")[1];
      replaceCheckpoint(export, export.text("checkpoint") + line + "\n");
      Answer answer = check(export, policy(witness("w", witness) + "quorum none"));
      assertThat(answer.what()).contains("cosignature of witness.example/w");
      assertThat(check(export, policy("quorum none")).verdict()).isEqualTo(Verdict.INTACT);
    }
  }

  @Test
  void anOldCosignatureDoesNotCount() throws Exception {
    Path directory = written(log(4).cosignedBy(W1, SECOND).export());
    Path policy = Files.writeString(folder.resolve("p"), policyText(witness("a", W1) + "quorum a"));
    String[] common = {directory.toString(), "--policy", policy.toString(), "--now"};
    assertThat(run(with(common, "2026-05-29T20:00:00Z", "--max-age", "1d"))).isZero();
    assertThat(run(with(common, "2026-05-29T21:00:00Z", "--max-age", "24h"))).isEqualTo(4);
    assertThat(run(with(common, "2026-05-28T20:00:00Z", "--max-age", "1d"))).isEqualTo(4);
    assertThat(run(with(common, "2026-05-28T20:25:00Z", "--max-age", "1d"))).isZero();
    assertThat(run(directory, "--key", VKEY, "--max-age", "1d")).isEqualTo(4);
    assertThat(said).contains("says when");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "quorum none\nquorum none",
        "quorum x",
        "witness a V\nquorum a b",
        "witness none V\nquorum none",
        "witness a V\nwitness b V\nquorum a",
        "witness a V\nwitness a U\nquorum a",
        "witness a L\nquorum a",
        "group g any\nquorum g",
        "witness a V\ngroup g 2 a\nquorum g",
        "witness a V\ngroup g 0 a\nquorum g",
        "witness a V\ngroup g 01 a\nquorum g",
        "witness a V\ngroup g any a a\nquorum g",
        "witness a V\ngroup g any a\ngroup h any a\nquorum g",
        "group g any h\ngroup h any g\nquorum g",
        "log L\nquorum none",
        "frob x\nquorum none",
        "quorum none\r"
      })
  void refusesAPolicyThatIsNone(String lines) throws Exception {
    String text =
        lines.replace("V", W1.verifierKey()).replace("U", W2.verifierKey()).replace("L", VKEY);
    Path policy = Files.writeString(folder.resolve("policy"), policyText(text));
    assertThat(run(folder, "--policy", policy.toString())).isEqualTo(2);
    assertThat(said).contains("policy");
  }

  @Test
  void takesAPolicyOfManyLogsWitnessesAndGroups() throws Exception {
    StringBuilder lines = new StringBuilder(" # comment\n\n\t\n");
    for (int i = 0; i < 40; i++) {
      String name = "other.example/" + i;
      lines.append("log ").append(SigningKey.of(name, TestKeys.seed(name)).verifier().encoded());
      lines.append(" https://other.example/\n");
      lines.append(witness("w" + i, TestWitness.ed25519("w.example/" + i)));
      lines.append("group\tg").append(i).append(i == 0 ? " any w0" : " all w" + i + " g" + (i - 1));
      lines.append('\n');
    }
    TestExport log = log(3);
    for (int i = 0; i < 40; i++) {
      log.cosignedBy(TestWitness.ed25519("w.example/" + i), SECOND);
    }
    Answer answer = check(log.export(), policy(lines + "quorum g39\n"));
    assertThat(answer.verdict()).as(answer.what()).isEqualTo(Verdict.INTACT);
    assertThat(answer.cosigned()).hasSize(40);
  }

  @Test
  void aProofHoldsForItsEntryOnly() throws Exception {
    Exported export = log(9).cosignedBy(W1, SECOND).export();
    Path proof = Files.write(folder.resolve("p"), export.bytes("proofs/4.tlog-proof"));
    String[] lines = export.text("events.jsonl").split("\n");
    Path entry = Files.writeString(folder.resolve("e4"), lines[4]);
    Path other = Files.writeString(folder.resolve("e5"), lines[5]);
    String hash =
        dev.frostbyte.api.model.ContentHash.ofDigest(
                new Sha256().leaf(lines[4].getBytes(StandardCharsets.UTF_8)))
            .hex();
    assertThat(run(proof, "--key", VKEY, "--entry", entry.toString())).isZero();
    assertThat(run(proof, "--key", VKEY, "--leaf", hash)).isZero();
    assertThat(run(proof, "--key", VKEY, "--entry", other.toString())).isEqualTo(3);
    assertThat(run(proof, "--key", VKEY)).isEqualTo(2);
    Path policy =
        Files.writeString(folder.resolve("pol"), policyText(witness("a", W2) + "quorum a"));
    assertThat(run(proof, "--policy", policy.toString(), "--leaf", hash)).isEqualTo(4);
  }

  @Test
  void aCheckpointAloneIsChecked() throws Exception {
    Exported export = log(9).export();
    Path note = Files.write(folder.resolve("note"), export.bytes("checkpoint"));
    Path same = Files.write(folder.resolve("same"), log(9).export().bytes("checkpoint"));
    Path newer = Files.write(folder.resolve("newer"), log(12).export().bytes("checkpoint"));
    assertThat(run(note, "--key", VKEY)).isZero();
    assertThat(run(note, "--key", VKEY, "--checkpoint", same.toString())).isZero();
    assertThat(run(note, "--key", VKEY, "--checkpoint", newer.toString())).isEqualTo(3);
    assertThat(run(newer, "--key", VKEY, "--checkpoint", note.toString())).isEqualTo(2);
    Path flipped =
        Files.writeString(
            folder.resolve("flipped"), export.text("checkpoint").replace("\n9\n", "\n8\n"));
    assertThat(run(flipped, "--key", VKEY)).isEqualTo(3);
  }

  @Test
  void aRequestToAWitnessShowsThatTheLogGoesOn() throws Exception {
    List<byte[]> leaves = new ArrayList<>();
    Exported newer = log(12).export();
    newer
        .text("events.jsonl")
        .lines()
        .forEach(line -> leaves.add(line.getBytes(StandardCharsets.UTF_8)));
    StringBuilder request = new StringBuilder("old 9\n");
    NaiveTree.proof(9, leaves)
        .forEach(hash -> request.append(StrictBase64.encode(hash)).append('\n'));
    request.append('\n').append(newer.text("checkpoint"));
    Path file = Files.writeString(folder.resolve("request"), request);
    Path kept = Files.write(folder.resolve("kept"), log(9).export().bytes("checkpoint"));
    Path other = Files.write(folder.resolve("other"), log(8).export().bytes("checkpoint"));
    assertThat(run(file, "--key", VKEY, "--checkpoint", kept.toString())).isZero();
    assertThat(run(file, "--key", VKEY, "--checkpoint", other.toString())).isEqualTo(3);
  }

  private static TestExport log(int size) {
    TestExport log = TestExport.of(TestExport.ORIGIN, KEY);
    for (int i = 0; i < size; i++) {
      if (i % 100 == 7) {
        log.seal();
      }
      log.events(i, i + 1);
    }
    return log.seal();
  }

  private void replaceCheckpoint(Exported export, String note) throws IOException {
    String before = export.text("checkpoint");
    for (Map.Entry<String, byte[]> file : export.copy().files.entrySet()) {
      String text = new String(file.getValue(), StandardCharsets.UTF_8);
      if (file.getKey().startsWith("proofs/") || file.getKey().startsWith("checkpoint")) {
        export.put(file.getKey(), text.replace(before, note));
      }
    }
    export.signManifest(KEY);
  }

  private static boolean hasMlDsa() {
    try {
      return !Signature.getInstance("ML-DSA").getAlgorithm().isEmpty();
    } catch (NoSuchAlgorithmException e) {
      return false;
    }
  }

  private static String witness(String name, TestWitness witness) {
    return "witness " + name + " " + witness.verifierKey() + "\n";
  }

  private static String policyText(String lines) {
    return "log " + VKEY + "\n" + lines;
  }

  private static FrostbyteVerify.Demands policy(String lines) {
    return TestKeys.demands(policyText(lines));
  }

  private static Answer check(Exported export, FrostbyteVerify.Demands demands) {
    return FrostbyteVerify.check(export, demands, new FrostbyteVerify.Signatures());
  }

  private Path written(Exported export) throws IOException {
    Path directory = Files.createTempDirectory(folder, "export");
    export.writeTo(directory);
    return directory;
  }

  private static String[] with(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private int run(Path path, String... options) {
    return run(with(new String[] {path.toString()}, options));
  }

  private int run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    int exit = FrostbyteVerify.run(arguments, print, print);
    said = out.toString(StandardCharsets.UTF_8);
    return exit;
  }
}
