package dev.frostbyte.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Looks at and copies the files a stage leaves in its folder. */
public final class TestFolders {
  private TestFolders() {}

  /** Every regular file below a folder, sorted. */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Copies every file below a folder; one that vanishes meanwhile is left out. */
  public static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      if (target.getParent() != null) {
        Files.createDirectories(target.getParent());
      }
      copyFile(file, target);
    }
  }

  private static void copyFile(Path file, Path target) throws IOException {
    try {
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException e) {
      Files.deleteIfExists(target);
    }
  }

  /** Bytes of all files below a folder together. */
  public static long bytes(Path folder) throws IOException {
    long sum = 0;
    for (Path file : files(folder)) {
      sum += Files.size(file);
    }
    return sum;
  }
}
