package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.spi.ModelSlot;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives a child the files that the configuration of its parser names ({@link Parses#files}, and
 * {@link dev.frostbyte.api.spi.FileKeys} for the models in its {@link ModelSlot}s): a locked child
 * reads nothing but its own folder, so each is copied there and the copy is named instead. A file
 * is read again only when it was changed. Thread-safe.
 */
final class HandedFiles {
  /** Most bytes of a file; what is larger stays as it was named. */
  private static final long LARGEST = 2L << 30;

  private final Path folder;
  private final Map<Original, Path> copies = new HashMap<>();

  /**
   * Nothing handed yet.
   *
   * @param folder the child's own, which only this user and the child can enter
   */
  HandedFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * The task with the child's copies in place of the files. A file that cannot be read stays as it
   * was named, and the parser says so.
   */
  ParserTask into(ParserTask task) {
    StageConfig config = handed(task.config(), NamedKeys.files(task.provider()));
    for (ModelSlot slot : ModelSlot.values()) {
      Optional<ModelSlot.Choice> model = slot.in(config);
      if (model.isPresent()) {
        String provider = model.get().provider();
        StageConfig copied = handed(model.get().config(), NamedKeys.modelFiles(provider));
        config = slot.put(config, new ModelSlot.Choice(provider, copied));
      }
    }
    return new ParserTask(task.provider(), config, task.type());
  }

  private StageConfig handed(StageConfig config, String[] keys) {
    SortedMap<String, String> values = new TreeMap<>(config.values());
    for (String key : keys) {
      values.computeIfPresent(key, (same, file) -> copied(file).orElse(file));
    }
    return new StageConfig(values);
  }

  private synchronized Optional<String> copied(String file) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      Original original = Original.of(Path.of(file));
      Path known = copies.get(original);
      Path copy = known == null ? write(original) : known;
      copies.put(original, copy);
      return Optional.of(copy.toString());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A copy is named by what is in it, so that another file or a changed one is another copy. Never
   * through a link that the child may have put there; never half a file; never whole in memory.
   */
  private Path write(Original original) throws IOException {
    Path whole = Files.createTempFile(folder, "handing-", "");
    MessageDigest digest = ContentHash.digest();
    try (InputStream in = Files.newInputStream(original.file());
        OutputStream out = Files.newOutputStream(whole, LinkOption.NOFOLLOW_LINKS);
        DigestOutputStream counted = new DigestOutputStream(out, digest)) {
      in.transferTo(counted);
    }
    String hash = ContentHash.ofDigest(digest.digest()).hex();
    return placed(whole, folder.resolve("handed-" + hash));
  }

  private static Path placed(Path whole, Path copy) throws IOException {
    if (Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(whole);
      return copy;
    }
    return Files.move(whole, copy, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * A file as it was when it was looked at.
   *
   * @param key which file it is; null where the file system does not say
   * @param changed when its content or its attributes changed, as near as the file system says
   */
  private record Original(
      Path file, long size, FileTime modified, Object changed, @Nullable Object key) {
    static Original of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile() || attributes.size() > LARGEST) {
        throw new IOException("no file of at most " + LARGEST + " bytes");
      }
      FileTime modified = attributes.lastModifiedTime();
      return new Original(
          file, attributes.size(), modified, changed(file, modified), attributes.fileKey());
    }

    /** Not to be set by hand, where there is such a time. */
    private static Object changed(Path file, FileTime modified) throws IOException {
      try {
        return Files.getAttribute(file, "unix:ctime");
      } catch (UnsupportedOperationException | IllegalArgumentException e) {
        return modified;
      }
    }
  }
}
