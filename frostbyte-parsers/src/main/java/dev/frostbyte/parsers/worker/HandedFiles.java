package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
      values.computeIfPresent(key, (same, file) -> copied(folder, file).orElse(file));
    }
    return new ParserTask(task.provider(), new StageConfig(values), task.type());
  }

  /** A copy is named by what is in it, so that another file or a changed one is another copy. */
  private static Optional<String> copied(Path folder, String file) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(write(folder, Files.readAllBytes(Path.of(file))).toString());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Never through a link that the child may have put there; never half a file. */
  private static Path write(Path folder, byte[] bytes) throws IOException {
    Path copy = folder.resolve("handed-" + ContentHash.of(bytes).hex());
    if (Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
      return copy;
    }
    Path whole = Files.createTempFile(folder, "handing-", "");
    Files.write(whole, bytes, LinkOption.NOFOLLOW_LINKS);
    return Files.move(whole, copy, StandardCopyOption.ATOMIC_MOVE);
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
