package dev.frostbyte.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.testkit.TestFolders;
import dev.frostbyte.testkit.TestSpace;
import dev.frostbyte.testkit.TestSpaces;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealedDirectoryTest {
  private static final int BLOCK = SealedFormat.BLOCK_BYTES;

  @TempDir Path folder = Path.of("replaced by JUnit");

  private TestSpaces spaces = TestSpaces.in(Path.of("unused"));

  @BeforeEach
  void openSpaces() {
    spaces = TestSpaces.in(folder.resolve("home"));
  }

  @AfterEach
  void closeSpaces() {
    spaces.close();
  }

  private TestSpace space() throws IOException {
    return spaces.space("alpha", "index");
  }

  private static SealedDirectory open(TestSpace space) throws IOException {
    return SealedDirectory.open(space.files(), space.path(), space.epochKey(), 1 << 22);
  }

  private static byte[] bytes(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static void write(SealedDirectory directory, String name, byte[] bytes)
      throws IOException {
    try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
      out.writeBytes(bytes, bytes.length);
    }
    directory.sync(List.of(name));
  }

  private static byte[] read(SealedDirectory directory, String name) throws IOException {
    try (IndexInput input = directory.openInput(name, IOContext.DEFAULT)) {
      byte[] bytes = new byte[(int) input.length()];
      input.readBytes(bytes, 0, bytes.length);
      return bytes;
    }
  }

  private Path file(String name) throws IOException {
    return space().path().resolve(name);
  }

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
  void noticesEveryFlippedBit() throws IOException {
    try (SealedDirectory directory = open(space())) {
      write(directory, "file", bytes(1, 200));
      byte[] sealed = Files.readAllBytes(file("file"));
      for (int at = 0; at < sealed.length; at++) {
        byte[] flipped = sealed.clone();
        flipped[at] ^= (byte) (1 << (at % 8));
        requireBroken(directory, flipped);
      }
    }
  }

  private void requireBroken(SealedDirectory directory, byte[] sealed) throws IOException {
    Files.write(file("file"), sealed);
    assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> read(directory, "file"));
  }

  @Test
  void noticesSwappedRepeatedCutAndAppendedBlocks() throws IOException {
    try (SealedDirectory directory = open(space())) {
      write(directory, "file", bytes(1, 3 * BLOCK));
      byte[] sealed = Files.readAllBytes(file("file"));
      int size = SealedFormat.SEALED_BLOCK_BYTES;
      int head = SealedFormat.HEADER_BYTES;
      byte[] swapped = sealed.clone();
      System.arraycopy(sealed, head, swapped, head + size, size);
      System.arraycopy(sealed, head + size, swapped, head, size);
      byte[] repeated = sealed.clone();
      System.arraycopy(sealed, head, repeated, head + size, size);
      requireBroken(directory, swapped);
      requireBroken(directory, repeated);
      requireBroken(directory, Arrays.copyOf(sealed, head + 2 * size));
      requireBroken(directory, Arrays.copyOf(sealed, sealed.length - 1));
      requireBroken(directory, Arrays.copyOf(sealed, sealed.length + size));
      requireBroken(directory, new byte[0]);
      Files.write(file("file"), sealed);
      assertThat(read(directory, "file")).isEqualTo(bytes(1, 3 * BLOCK));
    }
  }

  /** Without the length in the key table, the last flag alone must refuse the cut. */
  @Test
  void aCutAtABlockBorderFailsByItsLastFlag() throws IOException {
    FileKey key = FileKey.fresh();
    BlockCipher cipher = new BlockCipher(key);
    byte[] sealed = new byte[SealedFormat.SEALED_BLOCK_BYTES];
    cipher.seal(bytes(1, BLOCK), BLOCK, 0, false, sealed);
    assertThat(cipher.open(sealed, 0, false)).isEqualTo(bytes(1, BLOCK));
    assertThatExceptionOfType(SealBrokenException.class)
        .isThrownBy(() -> cipher.open(sealed, 0, true));
    assertThatExceptionOfType(SealBrokenException.class)
        .isThrownBy(() -> cipher.open(sealed, 1, false));
    BlockCipher otherId =
        new BlockCipher(new FileKey(bytes(9, SealedFormat.ID_BYTES), key.secret(), 1));
    assertThatExceptionOfType(SealBrokenException.class)
        .isThrownBy(() -> otherId.open(sealed, 0, false));
  }

  @Test
  void noticesAnotherFileAndAnOlderVersionInItsPlace() throws IOException {
    try (SealedDirectory directory = open(space())) {
      write(directory, "file", bytes(1, 50));
      write(directory, "other", bytes(2, 50));
      byte[] old = Files.readAllBytes(file("file"));
      requireBroken(directory, Files.readAllBytes(file("other")));
      directory.deleteFile("file");
      write(directory, "file", bytes(1, 50));
      requireBroken(directory, old);
    }
  }

  @Test
  void sealsEqualBytesDifferentlyEveryTime() throws IOException {
    byte[] zeros = new byte[3 * BLOCK];
    try (SealedDirectory directory = open(space())) {
      write(directory, "one", zeros);
      write(directory, "two", zeros);
    }
    List<String> blocks =
        List.of("one", "two").stream().flatMap(name -> blocks(name).stream()).toList();
    assertThat(blocks).hasSize(6).doesNotHaveDuplicates();
  }

  private List<String> blocks(String name) {
    try {
      byte[] sealed = Files.readAllBytes(file(name));
      return IntStream.range(0, 3)
          .mapToObj(
              block ->
                  Arrays.toString(
                      Arrays.copyOfRange(
                          sealed,
                          (int) SealedFormat.offset(block),
                          (int) SealedFormat.offset(block) + 64)))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
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
  void opensNoOldCopyOfTableOrFilesAfterRenewal() throws IOException {
    try (SealedDirectory directory = open(space())) {
      write(directory, "live", bytes(1, 100));
      write(directory, "dead", bytes(2, 100));
      TestSpace old = space().copiedTo(folder.resolve("old"));
      directory.renew(Set.of("live"));
      assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> open(old));
      TestFolders.copy(space().path(), folder.resolve("mixed"));
      Files.copy(old.path().resolve("dead"), folder.resolve("mixed/dead"));
      TestSpace mixed =
          space().on(dev.frostbyte.api.file.DurableDirectory.at(folder.resolve("mixed")));
      try (SealedDirectory reopened = open(mixed)) {
        assertThat(reopened.listAll()).containsExactly("live");
        assertThat(read(reopened, "live")).isEqualTo(bytes(1, 100));
      }
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

  @Test
  void refusesATableOfANewerFormatAndKeepsTheFiles() throws IOException {
    try (SealedDirectory directory = open(space())) {
      write(directory, "file", bytes(1, 10));
    }
    byte[] table = Files.readAllBytes(file(KeyTable.NAME));
    table[Integer.BYTES + 3] = 2;
    Files.write(file(KeyTable.NAME), table);
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(
            () ->
                new LuceneVectorIndexProvider()
                    .open(dev.frostbyte.api.spi.StageConfig.none(), space()))
        .matches(e -> e.problem().code() == ProblemCode.FORMAT_TOO_NEW);
    assertThat(file("file")).exists();
  }
}
