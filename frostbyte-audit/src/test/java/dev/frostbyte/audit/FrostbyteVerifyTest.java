package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stand-alone verifier accepts and refuses, and how it says so. */
final class FrostbyteVerifyTest extends VerifierCase {
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
}
