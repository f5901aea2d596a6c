package dev.frostbyte.examples.cli;

import dev.frostbyte.core.keys.FileLease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A home in the temp folder for commands that store nothing; gone when closed. One that a killed
 * command left is removed by the next: whoever uses a scratch home holds its lease, which the
 * operating system releases with the process.
 *
 * @param folder holds home and key file
 * @param lease held as long as it is in use
 */
record ScratchHome(Path folder, FileLease lease) implements AutoCloseable {
  private static final String PREFIX = "frostbyte-scratch-";
  private static final String LEASE = "lease";

  static ScratchHome open() throws IOException {
    sweep();
    while (true) {
      Path folder = Files.createTempDirectory(PREFIX);
      Optional<FileLease> lease = FileLease.tryTake(folder.resolve(LEASE));
      if (lease.isPresent()) {
        return new ScratchHome(folder, lease.get());
      }
    }
  }

  Path home() {
    return folder.resolve("home");
  }

  Path keyFile() {
    return folder.resolve("keys").resolve("frostbyte.keys");
  }

  @Override
  public void close() throws IOException {
    try (lease) {
      delete(folder);
    }
  }

  /** Other users' folders cannot be entered, and one without a lease is just being made. */
  private static void sweep() throws IOException {
    Path temp = Path.of(System.getProperty("java.io.tmpdir"));
    List<Path> found;
    try (Stream<Path> entries = Files.list(temp)) {
      found =
          entries
              .filter(path -> String.valueOf(path.getFileName()).startsWith(PREFIX))
              .filter(path -> isOurs(path.resolve(LEASE)))
              .toList();
    }
    found.forEach(ScratchHome::removeIfLeft);
  }

  /** Anybody may put things into the temp folder: opening a pipe there would wait for ever. */
  private static boolean isOurs(Path lease) {
    return Files.isRegularFile(lease, LinkOption.NOFOLLOW_LINKS) && Files.isWritable(lease);
  }

  private static void removeIfLeft(Path folder) {
    try {
      Optional<FileLease> lease = FileLease.tryTake(folder.resolve(LEASE));
      if (lease.isPresent()) {
        new ScratchHome(folder, lease.get()).close();
      }
    } catch (IOException e) {
      System.getLogger(ScratchHome.class.getName())
          .log(System.Logger.Level.DEBUG, "A scratch home was left: {0}", e.getClass().getName());
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
