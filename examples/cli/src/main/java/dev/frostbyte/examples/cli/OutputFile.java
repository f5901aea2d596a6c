package dev.frostbyte.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files a command was told to write. Stateless. */
final class OutputFile {
  private OutputFile() {}

  /** Writes a text as UTF-8, making the folders above it. */
  static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes, making the folders above the file. */
  static void write(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(file, bytes);
  }

  /**
   * Refuses a place where a file could not be written, as far as can be told without writing.
   *
   * @throws IOException whose message says why
   */
  static void requireWritable(Path file) throws IOException {
    Path place = file.toAbsolutePath().normalize();
    if (Files.isDirectory(place)) {
      throw new IOException("it is a folder.");
    }
    Path there = nearest(place);
    if (!there.equals(place) && !Files.isDirectory(there)) {
      throw new IOException(there + " is no folder.");
    }
    if (!Files.isWritable(there)) {
      throw new IOException("access to " + there + " is denied.");
    }
  }

  /** The file itself, or the first of the folders above it that is there. */
  private static Path nearest(Path file) {
    Path there = file;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }
}
