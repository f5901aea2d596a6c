package dev.frostbyte.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttachedSpoolTest {
  private static final int PIECE = 512 << 10;
  private static final Path HANDLES = Path.of("/proc/self/fd");

  @Test
  void givesBackEveryFileWhetherInMemoryOrSealed() throws IOException {
    try (AttachedSpool spool = new AttachedSpool()) {
      int[] pieces = {1, 14, 4, 0, 20};
      for (int file = 0; file < pieces.length; file++) {
        for (int piece = 0; piece < pieces[file]; piece++) {
          spool.write(bytes(file));
        }
        spool.end();
      }
      for (int file = 0; file < pieces.length; file++) {
        assertThat(spool.source(file).size()).isEqualTo((long) pieces[file] * PIECE);
        try (InputStream in = spool.source(file).stream()) {
          byte[] whole = in.readAllBytes();
          assertThat(whole).hasSize(pieces[file] * PIECE);
          assertThat(whole.length == 0 || whole[whole.length - 1] == file + 1).isTrue();
        }
      }
    }
  }

  @Test
  void forgetsAFileThatIsDropped() throws IOException {
    try (AttachedSpool spool = new AttachedSpool()) {
      spool.write(bytes(0));
      spool.drop();
      spool.write(bytes(1));
      spool.end();
      assertThat(spool.source(0).size()).isEqualTo(PIECE);
    }
  }

  /** A mail of many small files must not take all handles of the process. */
  @Test
  void holdsNoFileOpenThatIsWhole() throws IOException {
    assumeTrue(Files.isDirectory(HANDLES), "this system does not list the open files of a process");
    try (AttachedSpool spool = new AttachedSpool()) {
      for (int piece = 0; piece < 17; piece++) {
        spool.write(bytes(0));
      }
      spool.end();
      for (int file = 1; file < 50; file++) {
        spool.write(bytes(file));
        spool.end();
      }
      assertThat(sealedAndOpen()).isZero();
    }
  }

  private static long sealedAndOpen() throws IOException {
    try (Stream<Path> handles = Files.list(HANDLES)) {
      return handles.filter(AttachedSpoolTest::isSealed).count();
    }
  }

  private static boolean isSealed(Path handle) {
    try {
      return Files.readSymbolicLink(handle).toString().contains("frostbyte-spool-");
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] bytes(int file) {
    byte[] bytes = new byte[PIECE];
    Arrays.fill(bytes, (byte) (file + 1));
    return bytes;
  }
}
