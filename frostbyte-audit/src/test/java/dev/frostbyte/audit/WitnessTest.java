package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.Witnessed;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a log takes in of a witness, and what it keeps. */
final class WitnessTest extends WitnessCase {
  WitnessTest() throws IOException {}

  @Test
  void theNewestCheckpointCarriesTheCosignaturesAlsoAfterOpeningAgain() throws IOException {
    append(3);
    Witnessed kept = cosign(0);
    assertThat(kept.witnesses()).containsExactly(NAME);
    carries(kept.checkpoint(), 3);
    assertThat(log.seal()).isEqualTo(kept.checkpoint());
    assertThat(log.verify().breaks()).isEmpty();
    reopen();
    assertThat(log.seal()).isEqualTo(kept.checkpoint());
    assertThat(log.verify().breaks()).isEmpty();
    append(1);
    assertThat(log.seal().note()).doesNotContain(NAME);
    carries(cosign(3).checkpoint(), 4);
  }

  @Test
  void everyProofBetweenSizesUpToSixtyIsAccepted() throws IOException {
    long before = 0;
    for (int size = 1; size <= 60; size += 1 + size % 5) {
      append((int) (size - log.size()));
      log.seal();
      assertThat(cosign(before).checkpoint().size()).isEqualTo(size);
      before = size;
    }
    reopen();
    assertThat(log.verify().breaks()).isEmpty();
  }

  @Test
  void anAnswerThatComesAfterNewerRootsIsKeptForItsOwn() throws IOException {
    append(2);
    log.seal();
    String request = log.witnessRequest(0);
    append(1);
    Checkpoint newer = log.seal();
    Witnessed kept = log.cosigned(note(request), answer(request), vkeys);
    assertThat(kept.witnesses()).containsExactly(NAME);
    assertThat(kept.checkpoint()).isEqualTo(newer);
    assertThat(kept.size()).isEqualTo(2);
    reopen();
    assertThat(log.verify().breaks()).isEmpty();
    assertThat(log.seal()).isEqualTo(newer);
  }

  @Test
  void linesOfUnknownKeysAreIgnoredAndWrongOnesOfKnownKeysRefused() throws IOException {
    append(2);
    log.seal();
    String request = log.witnessRequest(0);
    String lines = answer(request);
    Cosigner stranger = Cosigner.of("stranger", Cosigning.ED25519, SecretBytes.random());
    List<String> strangers = List.of(stranger.key().encoded());
    assertThat(log.cosigned(note(request), lines, strangers).witnesses()).isEmpty();
    assertThat(log.seal().note()).doesNotContain(NAME);
    append(1);
    log.seal();
    refuses(note(log.witnessRequest(0)), lines);
    refuses(note(request), lines.substring(0, lines.length() - 1));
    refuses(note(request), "");
    refuses(note(request).replace("\n2\n", "\n1\n"), lines);
    refuses("nothing\n", lines);
    assertThat(log.verify().breaks()).isEmpty();
  }

  @Test
  void aRootOfAnotherHistoryThatTheKeySignedIsNotTakenIntoTheJournal() throws IOException {
    CrashFileSystem fork = new CrashFileSystem();
    try (AuditLog other = TestLog.provider(TestLog.SMALL).open(fork.root(), TestLog.NAME)) {
      other.append(Events.event(100), Events.NO_PAYLOAD);
      other.append(Events.event(101), Events.NO_PAYLOAD);
      other.seal();
      String request = other.witnessRequest(0);
      append(2);
      log.seal();
      refuses(note(request), answer(request));
    }
  }

  private void carries(Checkpoint sealed, long size) {
    assertThat(sealed.size()).isEqualTo(size);
    SignedRoot root =
        SignedRoot.parse(sealed.note().getBytes(StandardCharsets.UTF_8)).orElseThrow();
    for (CosignerKey key : CosignerKey.parse(vkeys)) {
      assertThat(root.signatures())
          .filteredOn(key::claims)
          .singleElement()
          .satisfies(
              line ->
                  assertThat(key.signedAt(RootText.of(sealed), line.signature()))
                      .contains(CLOCK.instant().getEpochSecond()));
    }
  }

  private void refuses(String note, String lines) {
    problem(ProblemCode.EVIDENCE_REFUSED, () -> log.cosigned(note, lines, vkeys));
  }
}
