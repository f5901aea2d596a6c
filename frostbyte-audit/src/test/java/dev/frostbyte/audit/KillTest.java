package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.audit.ChildProcess.Work;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes that work on a log, with SIGKILL, after a number of acknowledgements and a number
 * of idle turns, both random: while they open the log or at work. Then every entry that one of them
 * was told is durable must be there, everything must verify, and the signed roots must go on from
 * one another. 25 processes in a normal run, 1,000 with {@code -Dfrostbyte.long=true}.
 *
 * <p>What a killed process wrote stays in the page cache of the system, forced or not. So these
 * trials show that nothing is acknowledged before it is written and that a log opens wherever its
 * writer stopped; they cannot show a missing force, as {@link #aKillCannotShowAMissingForce} says.
 * {@link SystemCallTest} and {@link CrashTest} do that.
 */
final class KillTest {
  private static final int TRIALS = Children.longProfile() ? 1_000 : 25;
  private static final int TRIALS_OF_ONE_LOG = 25;
  private static final int MOST_LINES = 200;
  private static final int MOST_TURNS = 1 << 20;

  private final Path folder;
  private volatile int turns;

  KillTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void nothingAcknowledgedIsLostHoweverOftenItsWriterIsKilled() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("KillTest seed " + seed + ", processes to kill: " + TRIALS);
    Random random = new Random(seed);
    long promised = 0;
    for (int trial = 0; trial < TRIALS; trial += TRIALS_OF_ONE_LOG) {
      promised += logOf(TRIALS_OF_ONE_LOG, folder.resolve("log" + trial), random);
    }
    System.out.println("KillTest found all of " + promised + " acknowledged entries");
    assertThat(promised).isGreaterThan(TRIALS);
  }

  @Test
  void entriesAcknowledgedBeforeTheirWriteAreSeenToBeLost() throws Exception {
    Promises promises = new Promises();
    Random random = new Random(1);
    List<String> broken = new ArrayList<>();
    for (int trial = 0; trial < 10 && broken.isEmpty(); trial++) {
      kill(folder, Flaw.EARLY, 5 + random.nextInt(20), random, promises);
      broken.addAll(broken(folder, promises));
    }
    assertThat(broken).anyMatch(what -> what.endsWith("are lost"));
  }

  @Test
  void aKillCannotShowAMissingForce() throws Exception {
    Promises promises = new Promises();
    kill(folder, Flaw.NO_FORCE, 50, new Random(1), promises);
    assertThat(promises.durable()).isPositive();
    assertThat(broken(folder, promises)).isEmpty();
  }

  @Test
  void aLogThatAnotherProcessHasOpenIsBusyUntilThatIsGone() throws Exception {
    Promises promises = new Promises();
    Process child = Children.of(List.of(), folder, Work.STREAM, Flaw.NONE, 1).start();
    try (BufferedReader said = Children.lines(child)) {
      for (int line = 0; line < 10; line++) {
        promises.take(String.valueOf(said.readLine()));
      }
      assertThat(broken(folder, promises)).containsExactly("refused: TENANT_BUSY");
      child.toHandle().destroyForcibly();
      said.lines().forEach(promises::take);
    }
    child.waitFor();
    assertThat(promises.durable()).isPositive();
    assertThat(broken(folder, promises)).isEmpty();
  }

  /** Every fourth time the next process finds what the killed one left, otherwise we look first. */
  private long logOf(int trials, Path place, Random random) throws Exception {
    Promises promises = new Promises();
    for (int trial = 1; trial <= trials; trial++) {
      int lines = random.nextInt(4) == 0 ? 0 : random.nextInt(MOST_LINES);
      kill(place, Flaw.NONE, lines, random, promises);
      if (random.nextInt(4) > 0 || trial == trials) {
        assertThat(broken(place, promises)).as("process " + trial).isEmpty();
      }
    }
    return promises.durable();
  }

  /** Kills by the handle: the process itself would close what its child has said already. */
  private void kill(Path place, Flaw flaw, int lines, Random random, Promises promises)
      throws IOException, InterruptedException {
    promises.forgetUnacknowledged();
    Process child = Children.of(List.of(), place, Work.STREAM, flaw, random.nextLong()).start();
    int idle = random.nextInt(MOST_TURNS);
    try (BufferedReader said = Children.lines(child)) {
      assertThat(said.readLine()).isEqualTo("opening");
      for (int line = 0; line < lines; line++) {
        promises.take(String.valueOf(said.readLine()));
      }
      for (turns = 0; turns < idle; turns++) {
        Thread.onSpinWait();
      }
      child.toHandle().destroyForcibly();
      said.lines().forEach(promises::take);
    }
    assertThat(child.waitFor()).as("killed by SIGKILL").isEqualTo(128 + 9);
  }

  private static List<String> broken(Path place, Promises promises) throws IOException {
    return new ChildLog(place, ChildLog.MIDDLE).broken(promises);
  }
}
