package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.audit.FrostbyteVerify.Answer;
import dev.frostbyte.audit.FrostbyteVerify.Signatures;
import dev.frostbyte.audit.FrostbyteVerify.Verdict;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verifier on a JDK without ML-DSA says what it could not check and counts it as missing. */
final class OlderJdkTest {
  private static final SigningKey KEY =
      SigningKey.of("example.com/frostbyte", TestKeys.seed("older jdk"));
  private static final TestWitness OLD = TestWitness.ed25519("witness.example/old");
  private static final TestWitness NEW = TestWitness.mlDsa44("witness.example/new");
  private static final long SECOND = 1_780_000_000L;
  private static final String UNCHECKED =
      "the ML-DSA-44 signature of witness.example/new"
          + " (counted as missing; JDK 24 can check it)";

  @Test
  void aQuorumThatNeedsMlDsaIsUnmetAndTheSignatureIsNamed() throws Exception {
    Answer answer = check("group all2 all old new\nquorum all2");
    assertThat(answer.verdict()).isEqualTo(Verdict.POLICY_UNMET);
    assertThat(answer.unchecked()).containsExactly(UNCHECKED);
    assertThat(answer.text()).contains("Not checked here: " + UNCHECKED);
  }

  @Test
  void aQuorumThatDoesNotNeedItIsMetAndTheSignatureIsStillNamed() throws Exception {
    Answer answer = check("group one any old new\nquorum one");
    assertThat(answer.verdict()).as(answer.what()).isEqualTo(Verdict.INTACT);
    assertThat(answer.cosigned()).hasSize(1).allMatch(by -> by.startsWith("witness.example/old"));
    assertThat(answer.unchecked()).containsExactly(UNCHECKED);
  }

  private static Answer check(String quorum) throws Exception {
    TestExport log = TestExport.of(TestExport.ORIGIN, KEY);
    log.events(0, 4);
    Exported export = log.seal().cosignedBy(OLD, SECOND).cosignedBy(NEW, SECOND).export();
    String policy =
        String.join(
            "\n",
            List.of(
                "log " + KEY.verifier().encoded(),
                "witness old " + OLD.verifierKey(),
                "witness new " + NEW.verifierKey(),
                quorum,
                ""));
    return FrostbyteVerify.check(
        export, TestKeys.demands(policy), new Signatures(OlderJdkTest::withoutMlDsa));
  }

  private static Signature withoutMlDsa(String name) throws NoSuchAlgorithmException {
    if (name.equals("ML-DSA")) {
      throw new NoSuchAlgorithmException(name);
    }
    return Signature.getInstance(name);
  }
}
