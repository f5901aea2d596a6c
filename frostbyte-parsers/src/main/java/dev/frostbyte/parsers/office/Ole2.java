package dev.frostbyte.parsers.office;

import dev.frostbyte.api.spi.DocumentSource;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Recognises the OLE2 file an office program wraps around an encrypted document. */
final class Ole2 {
  private static final byte[] MAGIC = {
    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
  };
  private static final byte[] STREAM = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private Ole2() {}

  /**
   * Lets every other file pass.
   *
   * @throws RefusedException for an OLE2 file: encrypted when it holds an encrypted document
   */
  static void refuse(DocumentSource source) throws IOException {
    try (InputStream in = new BufferedInputStream(source.stream())) {
      if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
        return;
      }
      if (holds(in)) {
        throw RefusedException.encrypted();
      }
    }
    throw RefusedException.corrupted("The file is an old binary office file, not OOXML.");
  }

  /** The name has no repetition of its first byte at a place that a plain restart would miss. */
  private static boolean holds(InputStream in) throws IOException {
    int matched = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      matched = next == STREAM[matched] ? matched + 1 : next == STREAM[0] ? 1 : 0;
      if (matched == STREAM.length) {
        return true;
      }
    }
    return false;
  }
}
