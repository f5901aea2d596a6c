package dev.frostbyte.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A home in the temp folder for commands that store nothing; gone when closed.
 *
 * @param folder holds home and key file
 */
record ScratchHome(Path folder) implements AutoCloseable {
  static ScratchHome open() throws IOException {
    return new ScratchHome(Files.createTempDirectory("frostbyte-"));
  }

  Path home() {
    return folder.resolve("home");
  }

  Path keyFile() {
    return folder.resolve("keys").resolve("frostbyte.keys");
  }

  @Override
  public void close() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
