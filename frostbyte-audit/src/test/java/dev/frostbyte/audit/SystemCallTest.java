package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.frostbyte.audit.Strace.Fault;
import dev.frostbyte.audit.Strace.Injection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tampers with the system calls of a process that makes a log, appends, seals, begins further
 * segments and closes: each call of each kind is killed, fails, or writes too little. A share of
 * them in a normal run, another in each; all with {@code -Dfrostbyte.long=true}.
 *
 * <p>A process that is killed leaves its page cache behind: these tests cannot see a missing force
 * by what is lost. They see it in the trace instead: between a write and the acknowledgement of it
 * stands a force of the same file, between a new name and an acknowledgement a force of the
 * directory.
 */
final class SystemCallTest {
  private static final int SHARE = 6;
  private static final Predicate<String> FORCE = call -> call.startsWith("fdatasync");

  private static final Predicate<String> DIRECTORY = call -> call.startsWith("fsync");

  private final Path folder;
  private int run;

  SystemCallTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  static void needsStrace() {
    assumeTrue(Strace.works(), "no strace that may trace a process: install Debian's strace");
  }

  @Test
  void killedAtAnyCallTheLogKeepsWhatItAcknowledged() throws Exception {
    everywhere(Fault.KILL, List.of(), Expected.KEPT);
  }

  @Test
  void afterAnyCallThatFailsTheLogAcknowledgesNothingMoreAndKeepsTheRest() throws Exception {
    List<String> calls = List.of("openat", "pwrite64", "fsync", "fdatasync", "rename");
    everywhere(Fault.EIO, calls, Expected.FAILED_AND_KEPT);
  }

  @Test
  void aFullDiskAtAnyCallIsAFailureLikeOthers() throws Exception {
    everywhere(Fault.ENOSPC, List.of("pwrite64", "openat", "mkdir"), Expected.FAILED_AND_KEPT);
  }

  @Test
  void aFileSystemThatTurnsReadOnlyIsAFailureLikeOthers() throws Exception {
    everywhere(Fault.EROFS, List.of("openat", "rename", "mkdir"), Expected.FAILED_AND_KEPT);
  }

  @Test
  void aShortWriteIsGoneOnWith() throws Exception {
    everywhere(Fault.WRITES_NOTHING, List.of("pwrite64"), Expected.DONE_AND_KEPT);
  }

  @Test
  void aWriteThatGotLostIsNeverPassedOverInSilence() throws Exception {
    everywhere(Fault.LOSES_90_BYTES, List.of("pwrite64"), Expected.KEPT_OR_REFUSED);
  }

  @Test
  void nothingIsAcknowledgedBeforeItsForce() throws Exception {
    assertThat(unforced(Flaw.NONE)).isEmpty();
  }

  @Test
  void withoutForcesTheTraceShowsIt() throws Exception {
    assertThat(unforced(Flaw.NO_FORCE)).anyMatch(path -> path.endsWith(".wal"));
  }

  @Test
  void withoutSyncsOfTheDirectoryTheTraceShowsIt() throws Exception {
    assertThat(unforced(Flaw.NO_SYNC)).anyMatch(path -> path.endsWith("/log"));
  }

  @Test
  void entriesAcknowledgedBeforeTheirWriteAreSeenToBeLost() throws Exception {
    List<String> calls = strace().trace(Flaw.EARLY);
    int firstForce = calls.indexOf(calls.stream().filter(FORCE).findFirst().orElseThrow());
    int write = Strace.counts(calls.subList(0, firstForce)).getOrDefault("pwrite64", 0);
    Strace strace = strace();
    Promises promises = strace.inject(Flaw.EARLY, new Injection(Fault.KILL, "pwrite64", write));
    assertThat(broken(strace, promises)).contains("entries 0 to 2 are lost");
  }

  @Test
  void aFolderThatAKilledProcessHadJustMadeIsMadeDurableByTheNext() throws Exception {
    List<String> forces = strace().trace(Flaw.NONE).stream().filter(DIRECTORY).toList();
    for (int made = 1; made <= 3; made++) {
      Strace strace = strace();
      strace.inject(new Injection(Fault.KILL, "fsync", made));
      String parent = strace.folder().resolveSibling("").toString();
      String forced = made == 1 ? parent : strace.folder().toString();
      assertThat(forces.get(made - 1)).contains(made == 1 ? "run0>" : "run0/home>");
      assertThat(strace.trace(Flaw.NONE)).anyMatch(call -> forces(call, forced));
    }
  }

  private static boolean forces(String call, String path) {
    return call.startsWith("fsync") && call.contains("<" + path + ">");
  }

  private List<String> unforced(Flaw flaw) throws Exception {
    ForcedTrace trace = new ForcedTrace();
    strace().trace(flaw).forEach(trace::take);
    assertThat(trace.acknowledgements()).isGreaterThan(5);
    return trace.unforced();
  }

  private void everywhere(Fault fault, List<String> only, Expected expected) throws Exception {
    long seed = new Random().nextLong();
    List<Injection> injections = injections(fault, only, seed);
    List<String> wrong = new ArrayList<>();
    for (Injection injection : injections) {
      Strace strace = strace();
      Promises promises = strace.inject(injection);
      assertThat(strace.injected()).as(injection.toString()).isTrue();
      expected.wrong(promises, broken(strace, promises)).stream()
          .map(what -> injection + ": " + what)
          .forEach(wrong::add);
    }
    System.out.println(fault + " seed " + seed + ", calls tampered with: " + injections.size());
    assertThat(wrong).isEmpty();
    assertThat(injections).isNotEmpty();
  }

  private List<Injection> injections(Fault fault, List<String> only, long seed) throws Exception {
    Map<String, Integer> counts = new LinkedHashMap<>(Strace.counts(strace().trace(Flaw.NONE)));
    if (!only.isEmpty()) {
      counts.keySet().retainAll(only);
    }
    int share = Children.longProfile() ? 1 : SHARE;
    int first = Math.floorMod(seed, share);
    List<Injection> injections = new ArrayList<>();
    int place = 0;
    for (Map.Entry<String, Integer> kind : counts.entrySet()) {
      for (int number = 1; number <= kind.getValue(); number++) {
        if (place++ % share == first) {
          injections.add(new Injection(fault, kind.getKey(), number));
        }
      }
    }
    return injections;
  }

  private List<String> broken(Strace strace, Promises promises) throws IOException {
    return new ChildLog(strace.folder(), ChildLog.SMALL).broken(promises);
  }

  private Strace strace() throws IOException {
    Path place = Files.createDirectory(folder.resolve("run" + run++));
    return new Strace(place.resolve("home"), place.resolve("acknowledgements"));
  }
}
