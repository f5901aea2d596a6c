package dev.frostbyte.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.testkit.TestFolders;
import dev.frostbyte.testkit.TestSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever was changed, moved or put back in a sealed directory is not opened. */
final class SealedDirectoryTamperTest extends SealedDirectoryCase {
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
