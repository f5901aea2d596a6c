package dev.frostbyte.examples.cli;

import dev.frostbyte.core.Batch;
import dev.frostbyte.core.BatchFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A batch of a manifest whose files may lie elsewhere than beside it. Stateless. */
final class ManifestBatch {
  private ManifestBatch() {}

  /**
   * Reads a manifest.
   *
   * @param paths folders to look for its files in, and files it lists; empty means beside the
   *     manifest
   */
  static Batch read(Path manifest, List<Path> paths, Terminal terminal) throws IOException {
    Batch batch = Batch.ofManifest(manifest);
    if (paths.isEmpty()) {
      return batch;
    }
    List<BatchFile> files = batch.files().stream().map(file -> found(file, paths)).toList();
    warnOfOthers(files, manifest, paths, terminal);
    return new Batch(batch.id(), files, batch.tenant(), batch.manifest());
  }

  private static BatchFile found(BatchFile file, List<Path> paths) {
    return paths.stream()
        .map(path -> candidate(path, file))
        .filter(ManifestBatch::isPlain)
        .findFirst()
        .map(path -> new BatchFile(file.fileId(), file.name(), path, file.claim()))
        .orElse(file);
  }

  private static Path candidate(Path path, BatchFile file) {
    boolean named = String.valueOf(path.getFileName()).equals(file.name().value());
    Path inside = path.resolve(file.name().value()).normalize();
    return named || !liesIn(path, inside) ? path : inside;
  }

  /** Also when links are followed: a manifest does not reach out of the folder it was given. */
  private static boolean liesIn(Path folder, Path file) {
    try {
      return file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isPlain(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static void warnOfOthers(
      List<BatchFile> files, Path manifest, List<Path> paths, Terminal terminal)
      throws IOException {
    Set<Path> listed =
        files.stream().map(file -> absolute(file.path())).collect(Collectors.toSet());
    listed.add(absolute(manifest));
    long others =
        Batch.of(paths).files().stream()
            .filter(file -> !listed.contains(absolute(file.path())))
            .count();
    if (others > 0) {
      terminal
          .err()
          .println("frostbyte: " + others + " files are not in the manifest and were left alone.");
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
