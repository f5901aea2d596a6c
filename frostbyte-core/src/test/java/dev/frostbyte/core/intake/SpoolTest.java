package dev.frostbyte.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.spi.DocumentSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files that are too large for memory lie sealed, read alike, and leave nothing. */
class SpoolTest {
  private static final int LARGE = Spool.IN_MEMORY + 300_000;
  private static final byte[] MARKER = "marker-4711".getBytes(StandardCharsets.US_ASCII);

  @Test
  void aSmallFileStaysInMemory() throws IOException {
    try (Spool spool = new Spool()) {
      byte[] bytes = bytes(Spool.IN_MEMORY);
      write(spool, bytes);
      assertThat(spool.file()).isEmpty();
      assertReads(spool.source(), bytes);
    }
  }

  @Test
  void aLargeFileLiesSealedAndReadsAlike() throws IOException {
    try (Spool spool = new Spool()) {
      byte[] bytes = bytes(LARGE);
      write(spool, bytes);
      DocumentSource source = spool.source();
      assertReads(source, bytes);
      Path sealed = spool.file().orElseThrow();
      assertThat(indexOf(Files.readAllBytes(sealed), MARKER)).isNegative();
      assertThat(indexOf(bytes, MARKER)).isNotNegative();
      spool.close();
      assertThat(sealed).doesNotExist();
    }
  }

  @Test
  void anyPlaceOfALargeFileCanBeRead() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] bytes = bytes(LARGE);
    try (Spool spool = new Spool()) {
      write(spool, bytes);
      try (SeekableByteChannel channel = spool.source().channel()) {
        for (int trial = 0; trial < 20; trial++) {
          int from = random.nextInt(LARGE + 10);
          ByteBuffer part = ByteBuffer.allocate(1 + random.nextInt(200_000));
          channel.position(from);
          fill(channel, part);
          byte[] expected = part(bytes, from, part.capacity());
          assertThat(Arrays.copyOf(part.array(), part.position()))
              .as("seed %s, from %s", seed, from)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void aSealedFileThatWasChangedDoesNotRead() throws IOException {
    try (Spool spool = new Spool()) {
      write(spool, bytes(LARGE));
      DocumentSource source = spool.source();
      Path sealed = spool.file().orElseThrow();
      byte[] changed = Files.readAllBytes(sealed);
      changed[changed.length / 2] ^= 1;
      Files.write(sealed, changed);
      assertThatThrownBy(() -> readAll(source)).isInstanceOf(SealBrokenException.class);
    }
  }

  @Test
  void whatIsDroppedIsGone() throws IOException {
    try (Spool spool = new Spool()) {
      write(spool, bytes(LARGE));
      Path sealed = spool.file().orElseThrow();
      spool.drop();
      assertThat(sealed).doesNotExist();
      assertThat(spool.source().size()).isZero();
    }
  }

  private static void assertReads(DocumentSource source, byte[] bytes) throws IOException {
    assertThat(source.size()).isEqualTo(bytes.length);
    assertThat(Arrays.equals(readAll(source), bytes)).isTrue();
    assertThat(Arrays.equals(readAll(source), bytes)).as("a second time").isTrue();
  }

  private static byte[] readAll(DocumentSource source) throws IOException {
    try (InputStream in = source.stream()) {
      return in.readAllBytes();
    }
  }

  private static void fill(SeekableByteChannel channel, ByteBuffer part) throws IOException {
    int count = 0;
    while (part.hasRemaining() && count >= 0) {
      count = channel.read(part);
    }
  }

  private static byte[] part(byte[] bytes, int from, int length) {
    int start = Math.min(from, bytes.length);
    return Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + length));
  }

  private static void write(Spool spool, byte[] bytes) throws IOException {
    int step = 1 << 16;
    for (int from = 0; from < bytes.length; from += step) {
      byte[] part = part(bytes, from, step);
      spool.write(part, part.length);
    }
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    System.arraycopy(MARKER, 0, bytes, count / 3, MARKER.length);
    return bytes;
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int at = 0; at + wanted.length <= bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }
}
