package dev.frostbyte.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that come from other people, up to 128 KiB. Stateless. */
final class SmallFile {
  private static final int LIMIT = 128 << 10;

  private SmallFile() {}

  static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] read = in.readNBytes(LIMIT + 1);
      if (read.length > LIMIT) {
        throw new IOException("the file has more than " + LIMIT + " bytes");
      }
      return read;
    }
  }

  static String text(Path file) throws IOException {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }
}
