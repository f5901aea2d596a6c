package dev.frostbyte.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLeaseTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void isGivenOnceUntilItIsClosed() throws IOException {
    FileLease first = FileLease.tryTake(lease()).orElseThrow();
    assertThat(FileLease.tryTake(lease())).isEmpty();
    assertThat(FileLease.tryTake(folder.resolve(".").resolve("lease"))).isEmpty();
    first.close();
    first.close();
    try (FileLease second = FileLease.tryTake(lease()).orElseThrow()) {
      first.close();
      assertThat(FileLease.tryTake(lease())).isEmpty();
      assertThat(second).isNotNull();
    }
  }

  @Test
  void isOneLeaseHoweverThePathIsWritten() throws IOException {
    Path link =
        Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-l"), folder);
    try (FileLease lease = FileLease.tryTake(lease()).orElseThrow()) {
      assertThat(FileLease.tryTake(link.resolve("lease"))).isEmpty();
      assertThat(lease).isNotNull();
    } finally {
      Files.delete(link);
    }
  }

  @Test
  void keepsAnotherProcessOut() throws IOException {
    try (FileLease lease = FileLease.tryTake(lease()).orElseThrow()) {
      assertThat(answerOfAnotherProcess()).isEqualTo("refused");
      assertThat(lease).isNotNull();
    }
    assertThat(answerOfAnotherProcess()).isEqualTo("taken");
  }

  @Test
  void aRefusalInThisProcessDoesNotLetAnotherProcessIn() throws IOException {
    try (FileLease lease = FileLease.tryTake(lease()).orElseThrow()) {
      assertThat(FileLease.tryTake(lease())).isEmpty();
      assertThat(answerOfAnotherProcess()).isEqualTo("refused");
      assertThat(lease).isNotNull();
    }
  }

  @Test
  void isFreeOnceAKilledProcessIsGone() throws Exception {
    Process holder = another();
    try {
      assertThat(answer(holder)).isEqualTo("taken");
      assertThat(FileLease.tryTake(lease())).isEmpty();
    } finally {
      holder.destroyForcibly().waitFor();
    }
    try (FileLease lease = FileLease.tryTake(lease()).orElseThrow()) {
      assertThat(lease).isNotNull();
    }
  }

  @Test
  void waitingLetsOneInAtATime() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Future<?>[] done = new Future<?>[4];
      for (int i = 0; i < done.length; i++) {
        done[i] = threads.submit(() -> enterOften(inside, most));
      }
      for (Future<?> future : done) {
        future.get();
      }
    }
    assertThat(most).hasValue(1);
  }

  private Void enterOften(AtomicInteger inside, AtomicInteger most) throws IOException {
    for (int i = 0; i < 50; i++) {
      try (FileLease.Waited waited = FileLease.waitFor(lease())) {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        Thread.yield();
        inside.decrementAndGet();
        assertThat(waited.channel().isOpen()).isTrue();
      }
    }
    return null;
  }

  private Path lease() {
    return folder.resolve("lease");
  }

  private String answerOfAnotherProcess() throws IOException {
    Process other = another();
    try {
      return answer(other);
    } finally {
      other.destroyForcibly();
      other.onExit().join();
    }
  }

  private Process another() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LeaseHolder.class.getName(),
            lease().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String answer(Process process) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return String.valueOf(reader.readLine());
  }
}
