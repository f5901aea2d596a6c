package dev.frostbyte.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AttachedSpoolTest {
  private static final int PIECE = 512 << 10;

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

  private static byte[] bytes(int file) {
    byte[] bytes = new byte[PIECE];
    Arrays.fill(bytes, (byte) (file + 1));
    return bytes;
  }
}
