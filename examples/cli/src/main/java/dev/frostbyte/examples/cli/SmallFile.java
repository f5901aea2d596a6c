package dev.frostbyte.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that come from other people, up to a limit, 128 KiB unless said. Stateless. */
final class SmallFile {
  private static final int LIMIT = 128 << 10;

  private SmallFile() {}

  static byte[] bytes(Path file) throws IOException {
    return bytes(file, LIMIT);
  }

  static byte[] bytes(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] read = in.readNBytes(limit + 1);
      if (read.length > limit) {
        throw new FileSystemException(
            file.toString(), null, "the file has more than " + limit + " bytes");
      }
      return read;
    }
  }

  static String text(Path file) throws IOException {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }
}
