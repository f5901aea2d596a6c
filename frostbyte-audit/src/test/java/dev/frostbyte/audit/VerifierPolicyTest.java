package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.frostbyte.audit.FrostbyteVerify.Answer;
import dev.frostbyte.audit.FrostbyteVerify.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the stand-alone verifier trusts, and which policies it takes. */
final class VerifierPolicyTest extends VerifierCase {
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
}
