package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.audit.FrostbyteVerify.Answer;
import dev.frostbyte.audit.FrostbyteVerify.Signatures;
import dev.frostbyte.audit.FrostbyteVerify.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stand-alone verifier takes for an event, a change of keys, a time stamp. */
final class VerifierFormatsTest {
  private static final SigningKey OLD = TestExport.key("log");
  private static final SigningKey NEW = TestExport.key("next");
  private static final SigningKey STRANGER = TestExport.key("stranger");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':-1,'b':9007199254740991,'c':true,'d':false,'data':{},'id':'1','n':0,'source':'S',"
            + "'specversion':'1.0','time':'t','type':'x'}",
        "{'data':{'a':-9007199254740991,'b':'q\\'\\\\ ~'},'id':'1','source':'S',"
            + "'specversion':'1.0','time':'t','type':'x','zzz':''}"
      })
  void takesEventsSpelledTheOneWay(String event) throws Exception {
    assertThat(withEvent(event).verdict()).isEqualTo(Verdict.INTACT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{'source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'id':'','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'id':'1','source':'T','specversion':'1.0','time':'t','type':'x'}",
        "{'id':'1','source':'S','specversion':'1.1','time':'t','type':'x'}",
        "{'id':'1','source':'S','specversion':'1.0','type':'x','time':'t'}",
        "{'id':'1','id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'id':'1', 'source':'S','specversion':'1.0','time':'t','type':'x'}",
        " {'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}\n",
        "{'id':'1','source':'S','specversion':'1.0','time':'t','type':'x',}",
        "{'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'",
        "{'a':01,'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':-0,'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':-,'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':1.0,'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':1e3,'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':9007199254740992,'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':99999999999999999999,'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':null,'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':True,'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':[],'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':{'b':{}},'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':'\\n','id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':'\\/','id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':'\\u0041','id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':'\u00e9','id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a':'\t','id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'':1,'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'a\\\\':1,'id':'1','source':'S','specversion':'1.0','time':'t','type':'x'}",
        "{'id':'1','source':'S','specversion':'1.0','time':'t','type':'x\\"
      })
  void refusesEventsSpelledOtherwise(String event) throws Exception {
    Answer answer = withEvent(event);
    assertThat(answer.verdict()).isEqualTo(Verdict.TAMPERED);
    assertThat(answer.what()).startsWith("entry 0 is no event");
  }

  private static Answer withEvent(String event) throws IOException {
    String leaf = event.replace("'", "\"").replace("\"S\"", "\"" + TestExport.ORIGIN + "\"");
    return check(TestExport.of(TestExport.ORIGIN, OLD).leaf(leaf).seal().export(), OLD);
  }

  @Test
  void followsAChangeOfTheKey() throws Exception {
    Exported export = rotated(OLD, NEW).export();
    assertThat(check(export, OLD).what()).isEmpty();
    assertThat(check(export, OLD).verdict()).isEqualTo(Verdict.INTACT);
    assertThat(check(export, OLD, NEW).unchecked()).isEmpty();
    Answer pinnedLater = check(export, NEW);
    assertThat(pinnedLater.verdict()).isEqualTo(Verdict.INTACT);
    assertThat(pinnedLater.unchecked())
        .containsExactly("the signatures of 2 checkpoints from before the policy's key");
    assertThat(check(export, STRANGER).verdict()).isEqualTo(Verdict.POLICY_UNMET);
  }

  @Test
  void refusesAChangeOfTheKeyThatTheOldOneDidNotSign() throws Exception {
    Exported export = rotated(STRANGER, NEW).export();
    assertThat(check(export, OLD).verdict()).isEqualTo(Verdict.TAMPERED);
    assertThat(check(export, OLD).what()).contains("without the old one's signature");
  }

  @Test
  void theOldKeySignsNothingAfterTheChange() throws Exception {
    TestExport log = rotated(OLD, NEW).with(OLD).events(8, 9).seal();
    assertThat(check(log.export(), OLD).verdict()).isEqualTo(Verdict.POLICY_UNMET);
    Exported manifest = rotated(OLD, NEW).export();
    manifest.signManifest(OLD);
    assertThat(check(manifest, OLD).verdict()).isEqualTo(Verdict.POLICY_UNMET);
  }

  @Test
  void theNewKeySignsNothingBeforeTheChange() throws Exception {
    TestExport log =
        TestExport.of(TestExport.ORIGIN, NEW).events(0, 3).seal().leaf(rotation(OLD, NEW)).seal();
    assertThat(check(log.export(), OLD).verdict()).isEqualTo(Verdict.POLICY_UNMET);
  }

  /** A log whose key changes at entry 3. */
  private static TestExport rotated(SigningKey by, SigningKey to) throws IOException {
    return TestExport.of(TestExport.ORIGIN, OLD)
        .events(0, 3)
        .seal()
        .leaf(rotation(by, to))
        .seal()
        .with(to)
        .events(4, 8)
        .seal();
  }

  private static String rotation(SigningKey by, SigningKey to) throws IOException {
    String key = to.verifier().encoded();
    String statement = "frostbyte-key-rotation/v1\n" + TestExport.ORIGIN + "\n" + key + "\n";
    String signature = StrictBase64.encode(by.sign(statement.getBytes(StandardCharsets.UTF_8)));
    return "{\"data\":{\"newkey\":\""
        + key
        + "\",\"oldkeysignature\":\""
        + signature
        + "\"},\"id\":\"1\",\"source\":\""
        + TestExport.ORIGIN
        + "\",\"specversion\":\"1.0\",\"time\":\"t\",\"type\":\"io.frostbyte.log.key_rotated.v1\"}";
  }

  @Test
  void aTimeStampMustBeOfTheCheckpointItStandsBy() throws Exception {
    byte[] hash = textHash();
    Answer good = stamped(TestStamp.of(hash));
    assertThat(good.verdict()).as(good.what()).isEqualTo(Verdict.INTACT);
    assertThat(good.unchecked()).hasSize(1).first().asString().contains("openssl ts -verify");
    assertThat(stamped(TestStamp.of(new Sha256().of(hash))).what()).contains("something else");
    assertThat(stamped(TestStamp.of(hash, "1.3.14.3.2.26", 0)).what()).contains("RFC 3161");
    assertThat(stamped(TestStamp.of(hash, TestStamp.SHA_256, 2)).what()).contains("RFC 3161");
    byte[] whole = TestStamp.of(hash);
    for (int length = 0; length < whole.length; length++) {
      assertThat(stamped(Arrays.copyOf(whole, length)).verdict()).isEqualTo(Verdict.TAMPERED);
    }
    assertThat(stamped(Arrays.copyOf(whole, whole.length + 1)).verdict())
        .isEqualTo(Verdict.TAMPERED);
  }

  private static byte[] textHash() throws IOException {
    String note =
        TestExport.of(TestExport.ORIGIN, OLD).events(0, 3).seal().export().text("checkpoint");
    return new Sha256().of(note.substring(0, note.indexOf("\n\n") + 1));
  }

  private static Answer stamped(byte[] response) throws IOException {
    return check(
        TestExport.of(TestExport.ORIGIN, OLD).events(0, 3).seal().stamp(3, response).export(), OLD);
  }

  private static Answer check(Exported export, SigningKey... keys) {
    StringBuilder policy = new StringBuilder();
    for (SigningKey key : keys) {
      policy.append("log ").append(key.verifier().encoded()).append('\n');
    }
    return FrostbyteVerify.check(
        export, TestKeys.demands(policy + "quorum none"), new Signatures());
  }
}
