package dev.frostbyte.parsers.worker;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A child's own folder: its working, home and temp directory, gone when the child is. */
final class TempFolder {
  private static final String PREFIX = "frostbyte-parser-";

  private TempFolder() {}

  /** Makes a folder that only this user can enter (mode 700 where there are modes). */
  static Path make() throws IOException {
    return Files.createTempDirectory(PREFIX);
  }

  /** Deletes such a folder with what is in it; links are not followed. Any other path is left. */
  static void delete(Path folder) {
    Path name = folder.getFileName();
    if (name == null || !name.toString().startsWith(PREFIX)) {
      return;
    }
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      // The folder lies in the temp directory, which the system empties.
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
