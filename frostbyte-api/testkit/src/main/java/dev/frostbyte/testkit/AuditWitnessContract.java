package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.Witnessed;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The part of {@link AuditLogContract} about witnesses: C2SP tlog-witness by files, judged by a
 * witness that shares nothing with the log. One thread.
 */
abstract class AuditWitnessContract extends AuditCrashContract {
  private static final long SECOND = 1_780_000_000L;
  private static final int SIZES = 14;

  private final CosigningWitness witness = new CosigningWitness("witness.example/w1");

  @Test
  void aRequestLeadsFromEverySizeToTheNewestCheckpoint() throws IOException {
    try (OpenedLog opened = open()) {
      List<SignedNote> signed = new ArrayList<>();
      for (int size = 0; size < SIZES; size++) {
        Checkpoint sealed = opened.log().seal();
        signed.add(SignedNote.of(sealed.note()));
        for (int old = 0; old <= size; old++) {
          WitnessAsked asked = WitnessAsked.of(opened.log().witnessRequest(old));
          assertThat(asked.oldSize()).isEqualTo(old);
          assertThat(asked.note()).isEqualTo(sealed.note());
          assertThat(TreeGrowth.proves(signed.get(old), asked.checkpoint(), asked.proof()))
              .as("from %d to %d", old, size)
              .isTrue();
        }
        opened.append(size);
      }
    }
  }

  @Test
  void noRequestLeadsFromASizeTheLogNeverHad() throws IOException {
    try (OpenedLog opened = open()) {
      opened.appendUpTo(3);
      opened.log().seal();
      for (long old : List.of(-1L, 4L, Long.MAX_VALUE)) {
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> opened.log().witnessRequest(old));
      }
    }
  }

  @Test
  void cosignaturesAreKeptDurablyWithTheirCheckpointOnly() throws IOException {
    Witnessed kept;
    try (OpenedLog opened = open()) {
      opened.appendUpTo(3);
      kept = cosign(opened);
      assertThat(kept.witnesses()).containsExactly(witness.key().name());
      assertThat(kept.size()).isEqualTo(3);
      isCosigned(kept.checkpoint(), 3);
      assertThat(opened.log().seal()).isEqualTo(kept.checkpoint());
    }
    try (OpenedLog again = open(disk.withDurableOnly())) {
      assertThat(again.log().seal()).isEqualTo(kept.checkpoint());
      assertThat(again.log().verify().breaks()).isEmpty();
      again.append(3);
      assertThat(SignedNote.of(again.log().seal().note()).cosignedAt(witness.key())).isEmpty();
      isCosigned(cosign(again).checkpoint(), 4);
    }
  }

  @Test
  void anExportBearsTheCosignatures() throws IOException {
    try (OpenedLog opened = open()) {
      opened.appendUpTo(2);
      Checkpoint cosigned = cosign(opened).checkpoint();
      opened.log().export(folder.resolve("witnessed"));
      assertThat(folder.resolve("witnessed/checkpoint")).hasContent(cosigned.note());
    }
  }

  @Test
  void aCosignatureThatComesAfterNewerCheckpointsCountsForItsOwn() throws IOException {
    try (OpenedLog opened = open()) {
      opened.appendUpTo(2);
      opened.log().seal();
      WitnessAsked asked = WitnessAsked.of(opened.log().witnessRequest(0));
      opened.append(2);
      Checkpoint newer = opened.log().seal();
      Witnessed kept = cosigned(opened, asked, witness.lines(asked.checkpoint(), SECOND));
      assertThat(kept.size()).isEqualTo(2);
      assertThat(kept.witnesses()).containsExactly(witness.key().name());
      assertThat(kept.checkpoint()).isEqualTo(newer);
      assertThat(opened.log().verify().breaks()).isEmpty();
    }
  }

  @Test
  void nothingIsKeptOfAWitnessThatIsNotNamed() throws IOException {
    CosigningWitness stranger = new CosigningWitness("witness.example/w2");
    try (OpenedLog opened = open()) {
      opened.appendUpTo(2);
      Checkpoint sealed = opened.log().seal();
      WitnessAsked asked = WitnessAsked.of(opened.log().witnessRequest(0));
      String lines = stranger.lines(asked.checkpoint(), SECOND);
      assertThat(cosigned(opened, asked, lines).witnesses()).isEmpty();
      assertThat(opened.log().seal()).isEqualTo(sealed);
    }
  }

  @Test
  void aLineOfANamedWitnessThatDoesNotVerifyIsRefused() throws IOException {
    try (OpenedLog opened = open()) {
      opened.appendUpTo(2);
      Checkpoint older = opened.log().seal();
      opened.append(2);
      Checkpoint sealed = opened.log().seal();
      WitnessAsked asked = WitnessAsked.of(opened.log().witnessRequest(0));
      String right = witness.lines(asked.checkpoint(), SECOND);
      int middle = right.length() - 40;
      String turned = right.charAt(middle) == 'A' ? "B" : "A";
      refuses(opened, asked, witness.lines(SignedNote.of(older.note()), SECOND));
      refuses(opened, asked, right.substring(0, middle) + turned + right.substring(middle + 1));
      refuses(opened, asked, "rubbish");
      assertThat(opened.log().seal()).isEqualTo(sealed);
    }
  }

  @Test
  void aCheckpointTheLogNeverSignedIsRefused() throws IOException {
    WitnessAsked fork;
    try (AuditProvider provider = provider(disk.root().directory("deployment"));
        AuditLog other = provider.open(disk.root().directory("fork"), NAME)) {
      other.append(OpenedLog.event(100), NONE);
      other.seal();
      fork = WitnessAsked.of(other.witnessRequest(0));
    }
    try (OpenedLog opened = open()) {
      opened.append(0);
      Checkpoint sealed = opened.log().seal();
      refuses(opened, fork, witness.lines(fork.checkpoint(), SECOND));
      assertThat(opened.log().seal()).isEqualTo(sealed);
    }
  }

  /** Has the newest checkpoint cosigned, as from the one the witness cosigned last. */
  private Witnessed cosign(OpenedLog opened) throws IOException {
    opened.log().seal();
    WitnessAsked asked = WitnessAsked.of(opened.log().witnessRequest(witness.size()));
    NoteKey signing = NoteKey.parse(opened.provider().verifierKeys().getLast());
    return cosigned(opened, asked, witness.answer(asked, signing, SECOND));
  }

  private Witnessed cosigned(OpenedLog opened, WitnessAsked asked, String lines)
      throws IOException {
    return opened.log().cosigned(asked.note(), lines, witness.verifierKeys());
  }

  private void isCosigned(Checkpoint checkpoint, long size) {
    assertThat(checkpoint.size()).isEqualTo(size);
    assertThat(SignedNote.of(checkpoint.note()).cosignedAt(witness.key())).contains(SECOND);
  }

  private void refuses(OpenedLog opened, WitnessAsked asked, String lines) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> cosigned(opened, asked, lines))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.EVIDENCE_REFUSED));
  }
}
