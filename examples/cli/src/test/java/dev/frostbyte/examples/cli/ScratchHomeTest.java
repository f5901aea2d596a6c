package dev.frostbyte.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.core.keys.FileLease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ScratchHomeTest {
  @Test
  void isGoneWhenClosed() throws IOException {
    Path folder;
    try (ScratchHome scratch = ScratchHome.open()) {
      folder = scratch.folder();
      Files.createDirectories(scratch.home().resolve("deep"));
      Files.writeString(scratch.home().resolve("deep").resolve("file"), "x");
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void removesWhatAKilledCommandLeftAndNothingElse() throws IOException {
    Path left = Files.createTempDirectory("frostbyte-scratch-");
    Files.createFile(left.resolve("lease"));
    Files.writeString(left.resolve("rest"), "x");
    Path foreign = Files.createTempDirectory("frostbyte-scratch-");
    Path used = Files.createTempDirectory("frostbyte-scratch-");
    try (FileLease lease = FileLease.tryTake(used.resolve("lease")).orElseThrow();
        ScratchHome scratch = ScratchHome.open()) {
      assertThat(left).doesNotExist();
      assertThat(used).exists();
      assertThat(foreign).exists();
      assertThat(scratch.folder()).exists();
    }
    Files.delete(used.resolve("lease"));
    Files.delete(used);
    Files.delete(foreign);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void waitsForNoPipeThatSomebodyElsePutInItsPlace() throws IOException, InterruptedException {
    Path trap = Files.createTempDirectory("frostbyte-scratch-");
    Path pipe = trap.resolve("lease");
    try {
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
      ScratchHome.open().close();
      assertThat(pipe).exists();
    } finally {
      Files.delete(pipe);
      Files.delete(trap);
    }
  }
}
