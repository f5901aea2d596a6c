package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a journal is written follows from what is written. */
class JournalTest {
  private static final String ORIGIN = "test.example/audit/journal";
  private static final int FRAME = 700;

  private final Sha256 sha = new Sha256();

  /** A writer that had time to rest between two batches and one that had none. */
  @Test
  void aBufferThatWasKeptMakesNoOtherWritesThanOneThatWasGivenUp() throws IOException, BrokenLog {
    for (int second = 1; second <= 5; second++) {
      assertThat(changes(second, true)).as(second + " frames").isEqualTo(changes(second, false));
    }
  }

  private long changes(int second, boolean rested) throws IOException, BrokenLog {
    CrashFileSystem disk = new CrashFileSystem();
    Segments segments = new Segments(disk.root(), TestLog.SMALL);
    VerifierKey key = SigningKey.of(TestLog.DEPLOYMENT, TestKeys.seed("journal")).verifier();
    Journal journal =
        Journal.open(segments, Recovery.open(segments, ORIGIN, List.of(key), List.of()));
    batch(journal, 1);
    if (rested) {
      journal.rest();
    }
    batch(journal, second);
    root(journal);
    journal.close();
    return disk.changes();
  }

  private void batch(Journal journal, int frames) throws IOException {
    journal.expect(Frame.bytes(frames, (long) frames * FRAME) + Frame.LINK);
    for (int frame = 0; frame < frames; frame++) {
      byte[] content = new byte[FRAME];
      journal.append(Kind.ENTRY, content, Payload.NONE, Kind.ENTRY.hash(sha, content));
    }
    journal.force();
  }

  /** Nobody says beforehand how long a root will be. */
  private void root(Journal journal) throws IOException {
    byte[] note = new byte[FRAME];
    journal.append(Kind.ROOT, note, Payload.NONE, Kind.ROOT.hash(sha, note));
    journal.force();
  }
}
