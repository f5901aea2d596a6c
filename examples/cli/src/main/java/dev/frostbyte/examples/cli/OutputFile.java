package dev.frostbyte.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files a command was told to write. Stateless. */
final class OutputFile {
  private OutputFile() {}

  /** Writes a text as UTF-8, making the folders above it. */
  static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }
}
