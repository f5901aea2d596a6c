package dev.frostbyte.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.testkit.TestFolders;
import dev.frostbyte.testkit.TestSpace;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;

/** What a sealed directory keeps, serves and refuses. */
final class SealedDirectoryTest extends SealedDirectoryCase {
  @Test
  void keepsSyncedFilesAndNoOthersOverACrash() throws IOException {
    try (SealedDirectory directory = open(space())) {
      write(directory, "synced", bytes(1, 3 * BLOCK));
      try (IndexOutput out = directory.createOutput("unsynced", IOContext.DEFAULT)) {
        out.writeByte((byte) 1);
      }
      TestSpace crashed = space().copiedTo(folder.resolve("crashed"));
      try (SealedDirectory reopened = open(crashed)) {
        assertThat(reopened.listAll()).containsExactly("synced");
        assertThat(read(reopened, "synced")).isEqualTo(bytes(1, 3 * BLOCK));
        assertThat(Files.exists(crashed.path().resolve("unsynced"))).isFalse();
      }
    }
  }

  @Test
  void opensAFileUnderEitherNameWhenACrashCutsItsRename() throws IOException {
    try (SealedDirectory directory = open(space())) {
      write(directory, "pending", bytes(1, 100));
      TestSpace before = space().copiedTo(folder.resolve("before"));
      directory.rename("pending", "final");
      TestSpace after = space().copiedTo(folder.resolve("after"));
      TestFolders.copy(after.path(), folder.resolve("between"));
      Files.move(folder.resolve("between/final"), folder.resolve("between/pending"));
      TestSpace between =
          space().on(dev.frostbyte.api.file.DurableDirectory.at(folder.resolve("between")));
      requireOnly(before, "pending");
      requireOnly(after, "final");
      requireOnly(between, "pending");
    }
  }

  private static void requireOnly(TestSpace space, String name) throws IOException {
    try (SealedDirectory reopened = open(space)) {
      assertThat(reopened.listAll()).containsExactly(name);
      assertThat(read(reopened, name)).isEqualTo(bytes(1, 100));
    }
  }

  @Test
  void refusesToCreateTwiceAndToDeleteTheAbsent() throws IOException {
    try (SealedDirectory directory = open(space())) {
      write(directory, "file", bytes(1, 1));
      assertThatExceptionOfType(FileAlreadyExistsException.class)
          .isThrownBy(() -> directory.createOutput("file", IOContext.DEFAULT));
      directory.deleteFile("file");
      assertThat(directory.listAll()).isEmpty();
      assertThatExceptionOfType(NoSuchFileException.class)
          .isThrownBy(() -> directory.deleteFile("file"));
      assertThatExceptionOfType(NoSuchFileException.class)
          .isThrownBy(() -> directory.openInput("file", IOContext.DEFAULT));
      assertThatExceptionOfType(NoSuchFileException.class)
          .isThrownBy(() -> directory.fileLength("file"));
      write(directory, "file", bytes(2, 5));
      assertThat(read(directory, "file")).isEqualTo(bytes(2, 5));
    }
  }

  @Test
  void namesTemporaryFilesApart() throws IOException {
    try (SealedDirectory directory = open(space());
        IndexOutput first = directory.createTempOutput("a", "b", IOContext.DEFAULT);
        IndexOutput second = directory.createTempOutput("a", "b", IOContext.DEFAULT)) {
      assertThat(first.getName()).isNotEqualTo(second.getName()).endsWith(".tmp");
    }
  }

  @Test
  void keepsOpenedBlocksWithinItsBound() throws IOException {
    TestSpace space = space();
    long bound = 4L * BLOCK;
    try (SealedDirectory directory =
        SealedDirectory.open(space.files(), space.path(), space.epochKey(), bound)) {
      write(directory, "file", bytes(1, 40 * BLOCK));
      try (IndexInput input = directory.openInput("file", IOContext.DEFAULT)) {
        readAtRandom(input, bytes(1, 40 * BLOCK));
        assertThat(directory.cachedBytes()).isEqualTo(bound);
      }
      assertThat(directory.cachedBytes()).isZero();
    }
  }

  private static boolean readAtRandom(IndexInput input, byte[] expected) throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < 3000; i++) {
      int at = random.nextInt(expected.length);
      input.seek(at);
      assertThat(input.readByte()).isEqualTo(expected[at]);
    }
    return true;
  }

  @Test
  void servesClonesInSeveralThreads() throws Exception {
    TestSpace space = space();
    try (SealedDirectory directory =
            SealedDirectory.open(space.files(), space.path(), space.epochKey(), 8L * BLOCK);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      write(directory, "file", bytes(1, 40 * BLOCK));
      try (IndexInput input = directory.openInput("file", IOContext.DEFAULT)) {
        Callable<Boolean> reader = () -> readAtRandom(input.clone(), bytes(1, 40 * BLOCK));
        for (Future<Boolean> done : threads.invokeAll(List.of(reader, reader, reader, reader))) {
          assertThat(done.get()).isTrue();
        }
      }
    }
  }

  @Test
  void goesOnReadingAfterAThreadWasInterrupted() throws Exception {
    try (SealedDirectory directory = open(space())) {
      write(directory, "file", bytes(1, 5 * BLOCK));
      try (IndexInput input = directory.openInput("file", IOContext.READONCE)) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> input.clone().readByte()).isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(input.readByte()).isEqualTo(bytes(1, 5 * BLOCK)[0]);
      }
    }
  }

  @Test
  void refusesReadsPastTheEndAndAfterClosing() throws IOException {
    try (SealedDirectory directory = open(space())) {
      write(directory, "file", bytes(1, 10));
      IndexInput input = directory.openInput("file", IOContext.DEFAULT);
      IndexInput clone = input.clone();
      assertThatExceptionOfType(EOFException.class).isThrownBy(() -> input.seek(11));
      assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> input.seek(-1));
      for (long[] range : new long[][] {{-1, 2}, {5, 6}, {11, 0}, {0, -1}, {1, Long.MAX_VALUE}}) {
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> input.slice("bad", range[0], range[1]));
      }
      clone.close();
      assertThatExceptionOfType(AlreadyClosedException.class).isThrownBy(clone::readByte);
      assertThat(input.readByte()).isEqualTo(bytes(1, 10)[0]);
      input.close();
      input.close();
      assertThatExceptionOfType(AlreadyClosedException.class).isThrownBy(input::readByte);
    }
  }

  @Test
  void letsReadersFinishAfterRenewal() throws IOException {
    try (SealedDirectory directory = open(space())) {
      write(directory, "dead", bytes(2, 5 * BLOCK));
      try (IndexInput input = directory.openInput("dead", IOContext.DEFAULT)) {
        directory.renew(Set.of());
        assertThat(Files.exists(file("dead"))).isFalse();
        assertThat(readAtRandom(input, bytes(2, 5 * BLOCK))).isTrue();
        directory.deleteFile("dead");
      }
    }
  }
}
