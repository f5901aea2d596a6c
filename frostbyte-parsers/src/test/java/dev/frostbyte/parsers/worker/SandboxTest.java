package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.HostileParserProvider;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a parser can still do at each level; at the plain one everything, which shows the tests
 * work.
 */
class SandboxTest {
  private static final String DONE = "done";

  private final Path folder;

  SandboxTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aPlainChildMayDoWhatItsUserMay() throws Exception {
    Deeds deeds = attempt("plain");
    assertThat(deeds).isEqualTo(new Deeds("process", DONE, DONE, DONE, DONE, DONE, DONE, DONE));
    assertThat(folder.resolve("written")).exists();
  }

  @Test
  void aLockedChildReachesNoNetworkNoProgramNoProcessAndNoFile() throws Exception {
    assumeLocks();
    Deeds deeds = attempt("locked");
    assertThat(deeds.level()).isIn("process-seccomp", "process-seccomp-landlock");
    assertThat(deeds.connected()).isEqualTo("SocketException");
    assertThat(deeds.listened()).isEqualTo("SocketException");
    assertThat(deeds.executed()).isEqualTo("IOException");
    assertThat(deeds.signalled()).isNotEqualTo(DONE);
    assertThat(deeds.kept()).isEqualTo(DONE);
    if (deeds.level().endsWith("landlock")) {
      assertThat(deeds.read()).isEqualTo("AccessDeniedException");
      assertThat(deeds.written()).isEqualTo("AccessDeniedException");
    }
  }

  @Test
  void onlyAPlainChildChangesWhoMayReadAFile() throws Exception {
    assumeLocks();
    Path secret = Files.writeString(folder.resolve("secret"), "key");
    try (ParserHost locked = open("locked");
        ParserHost.Seat seat = locked.seat()) {
      assertThat(said(seat, "permit " + secret)).isNotEqualTo(DONE);
    }
    try (ParserHost plain = open("plain");
        ParserHost.Seat seat = plain.seat()) {
      assertThat(said(seat, "permit " + secret)).isEqualTo(DONE);
    }
  }

  @Test
  void theBestLevelIsTheDefaultAndLocksWhereItCan() throws Exception {
    Deeds deeds = attempt("best");
    assertThat(deeds.level().equals("process")).isEqualTo(deeds.connected().equals(DONE));
    if (locks()) {
      assertThat(deeds.level()).startsWith("process-seccomp");
    }
    assertThat(ProcessHostConfig.DEFAULT.sandbox()).isEqualTo(Sandbox.BEST);
  }

  @Test
  void bubblewrapLeavesNoNetworkAndNoFiles() throws Exception {
    assumeThat(works()).as("this test needs bubblewrap, and a kernel that lets it work").isTrue();
    Deeds deeds = attempt("bubblewrap");
    assertThat(deeds.level()).startsWith("bubblewrap");
    assertThat(deeds.connected()).isNotEqualTo(DONE);
    assertThat(deeds.read()).isNotEqualTo(DONE);
    assertThat(deeds.written()).isNotEqualTo(DONE);
    assertThat(deeds.signalled()).isNotEqualTo(DONE);
    assertThat(deeds.kept()).isEqualTo(DONE);
    assertThat(folder.resolve("written")).doesNotExist();
  }

  @Test
  void bubblewrapOutlivesTheThreadThatAskedForIt() throws Exception {
    assumeThat(works()).as("this test needs bubblewrap, and a kernel that lets it work").isTrue();
    try (ParserHost host = open("bubblewrap");
        ParserHost.Seat seat = host.seat()) {
      Thread first = Thread.ofPlatform().start(() -> said(seat, "remember words"));
      first.join();
      assertThat(said(seat, "recall")).isEqualTo("[words]");
    }
  }

  @Test
  void bubblewrapThatIsMissingIsAMistakeOfTheConfiguration() {
    assumeThat(BubblewrapLauncher.present()).as("bubblewrap is installed").isFalse();
    assertThatThrownBy(() -> open("bubblewrap"))
        .isInstanceOf(FrostbyteException.class)
        .hasMessageContaining("bwrap");
  }

  @Test
  void aChildThatIsLessLockedThanTheFirstGetsNoDocument() {
    Containment best = new Containment(Sandbox.BEST);
    assertThat(best.level()).isEqualTo("process");
    assertThat(best.admits(Lock.SECCOMP_LANDLOCK)).isTrue();
    assertThat(best.level()).isEqualTo("process-seccomp-landlock");
    assertThat(best.admits(Lock.SECCOMP)).isFalse();
    assertThat(best.admits(Lock.NONE)).isFalse();
    assertThat(best.admits(Lock.SECCOMP_LANDLOCK)).isTrue();
    Containment locked = new Containment(Sandbox.LOCKED);
    assertThat(locked.admits(Lock.NONE)).isFalse();
    assertThat(locked.level()).isEqualTo("process-seccomp");
    assertThat(new Containment(Sandbox.PLAIN).admits(Lock.SECCOMP)).isFalse();
    assertThat(new Containment(Sandbox.BUBBLEWRAP).level()).isEqualTo("bubblewrap");
  }

  @Test
  void knowsTheMachinesItCanLock() {
    assertThat(Machine.of("Linux", "amd64")).contains(Machine.X86_64);
    assertThat(Machine.of("Linux", "aarch64")).contains(Machine.AARCH64);
    assertThat(Machine.of("Linux", "riscv64")).isEmpty();
    assertThat(Machine.of("Mac OS X", "aarch64")).isEmpty();
  }

  private Deeds attempt(String sandbox) throws Exception {
    Process victim = new ProcessBuilder("sleep", "600").start();
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ParserHost host = open(sandbox);
        ParserHost.Seat seat = host.seat()) {
      Path secret = Files.writeString(folder.resolve("secret"), "key");
      String connected = said(seat, "connect " + listener.getLocalPort());
      return new Deeds(
          host.level(),
          connected,
          said(seat, "listen"),
          said(seat, "execute /bin/true"),
          said(seat, "read " + secret),
          said(seat, "write " + folder.resolve("written")),
          said(seat, "write " + Path.of(said(seat, "property java.io.tmpdir"), "kept")),
          said(seat, "signal " + victim.pid()));
    } finally {
      victim.destroyForcibly();
    }
  }

  private static void assumeLocks() {
    assumeThat(locks()).as("this test needs Linux on x86-64 or aarch64 and Java 22").isTrue();
  }

  private static boolean locks() {
    return Machine.here().isPresent() && Runtime.version().feature() >= 22;
  }

  private static boolean works() {
    if (!BubblewrapLauncher.present()) {
      return false;
    }
    try (ParserHost host = open("bubblewrap");
        ParserHost.Seat seat = host.seat()) {
      return said(seat, "echo here").equals("here");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static ParserHost open(String sandbox) throws IOException {
    return new ProcessHostProvider()
        .open(StageConfig.of(Map.of("sandbox", sandbox, "heapMegabytes", "64", "spares", "0")));
  }

  private static String said(ParserHost.Seat seat, String words) {
    Recording recording = new Recording();
    ParserTask task =
        new ParserTask(
            HostileParserProvider.class.getName(),
            StageConfig.none(),
            new MediaType(HostileParserProvider.TYPE));
    DocumentSource source = DocumentSource.of(words.getBytes(StandardCharsets.UTF_8));
    try {
      seat.parse(task, source, ParseLimits.DEFAULT, recording);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return ((Block.Paragraph) recording.blocks().getFirst()).text().value();
  }

  /** How each deed went; the last but one is a file in the child's own folder. */
  private record Deeds(
      String level,
      String connected,
      String listened,
      String executed,
      String read,
      String written,
      String kept,
      String signalled) {}
}
