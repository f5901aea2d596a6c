package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives a child the files that a parser's configuration names ({@link Parses#files}): a locked
 * child reads nothing but its own folder, so each is copied there and the copy is named instead.
 * Stateless.
 */
final class HandedFiles {
  private HandedFiles() {}

  /**
   * The task with the child's copies in place of the files. A file that cannot be read stays as it
   * was named, and the parser says so.
   *
   * @param folder the child's own, which only this user and the child can enter
   */
  static ParserTask into(Path folder, ParserTask task) {
    TreeMap<String, String> values = new TreeMap<>(task.config().values());
    for (String key : keys(task.provider())) {
      values.computeIfPresent(key, (same, file) -> copied(folder, key, file).orElse(file));
    }
    return new ParserTask(task.provider(), new StageConfig(values), task.type());
  }

  private static Optional<String> copied(Path folder, String key, String file) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Path copy = folder.resolve("handed-" + key);
    try {
      copy(Path.of(file), copy);
      return Optional.of(copy.toString());
    } catch (FileAlreadyExistsException e) {
      return Optional.of(copy.toString());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Never through a link that the child may have put there. */
  private static void copy(Path file, Path copy) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        OutputStream out =
            Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      in.transferTo(out);
    }
  }

  private static String[] keys(String provider) {
    try {
      Class<?> type = Class.forName(provider, false, HandedFiles.class.getClassLoader());
      Parses parses = type.getAnnotation(Parses.class);
      return parses == null ? new String[0] : parses.files();
    } catch (ClassNotFoundException | LinkageError e) {
      return new String[0];
    }
  }
}
