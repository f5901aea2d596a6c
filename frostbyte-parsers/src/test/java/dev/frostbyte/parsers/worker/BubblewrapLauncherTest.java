package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BubblewrapLauncherTest {
  private static final Path NONE = Path.of("/nowhere");

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void limitsTheSizeOfFilesAsALockedChildLimitsItsOwn() throws IOException {
    try (BubblewrapLauncher launcher = new BubblewrapLauncher(NONE, NONE, 1)) {
      assertThat(launcher.command(List.of("java"), CodePath.find(ChildMain.class), folder))
          .contains("--core=0", "--fsize=" + (4L << 30), "--as=1");
    }
  }

  /** The child's input is a pipe without writer, at whose opening its birth waits. */
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void endsAChildThatIsBornAfterAnInterrupt() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeThat(Files.isExecutable(Path.of("/usr/bin/mkfifo"))).as("mkfifo is installed").isTrue();
    assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor()).isZero();
    ProcessBuilder builder = new ProcessBuilder("/bin/sleep", "120").redirectInput(pipe.toFile());
    try (BubblewrapLauncher launcher = new BubblewrapLauncher(NONE, NONE, 1)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> launcher.start(builder)).isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThatThrownBy(() -> fill(pipe)).isInstanceOf(IOException.class);
    } finally {
      ProcessHandle.current().children().forEach(BubblewrapLauncherTest::end);
    }
  }

  /** Writes until nobody can read it any more. */
  private static void fill(Path pipe) throws IOException {
    try (OutputStream out = Files.newOutputStream(pipe)) {
      for (int block = 0; block < 1_000; block++) {
        out.write(new byte[1 << 16]);
      }
    }
  }

  private static void end(ProcessHandle child) {
    if (child.info().command().orElse("").endsWith("sleep")) {
      child.destroyForcibly();
      child.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
  }
}
