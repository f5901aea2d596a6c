package dev.frostbyte.core;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.intake.Manifest;
import dev.frostbyte.core.report.ManifestFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files handed in together. Immutable; the files are read by the run, not before.
 *
 * @param id names the batch inside its tenant
 * @param files in the order of processing
 * @param tenant the tenant a manifest names; null without a manifest
 * @param manifest what else is known of the manifest; null without one
 */
public record Batch(
    BatchId id, List<BatchFile> files, @Nullable String tenant, @Nullable ManifestFacts manifest) {
  /** Most files of one batch. */
  public static final int MAX_FILES = 10_000;

  /** Checks the number of files. */
  public Batch {
    files = List.copyOf(files);
    if (files.size() > MAX_FILES) {
      throw FrostbyteException.of(
          ProblemCode.BATCH_TOO_LARGE,
          "The batch has " + files.size() + " files; at most " + MAX_FILES + " are allowed.");
    }
  }

  /**
   * A batch of files and folders; folders are walked in the order of names. A link handed in is
   * followed; one inside a folder is not, but rejected as any file that is no plain file. A file is
   * named by its path inside the folder, after the folder's own name when several paths are handed
   * in.
   *
   * @throws IOException when a folder cannot be listed
   */
  public static Batch of(Collection<Path> paths) throws IOException {
    List<BatchFile> files = new ArrayList<>();
    for (Path path : paths) {
      collect(path, paths.size() > 1, files);
    }
    return new Batch(new BatchId("batch-" + UUID.randomUUID()), files, null, null);
  }

  /** A batch of everything in a folder. */
  public static Batch ofFolder(Path folder) throws IOException {
    return of(List.of(folder));
  }

  /**
   * The batch a manifest describes (JSON, schema 1.1 of the requirements); file names are relative
   * to its folder.
   *
   * @throws FrostbyteException {@code MANIFEST_INVALID, MANIFEST_FILE_COUNT_MISMATCH,
   *     DUPLICATE_FILE_ID, BATCH_TOO_LARGE}
   */
  public static Batch ofManifest(Path manifest) throws IOException {
    return Manifest.read(manifest);
  }

  /** The tenant a manifest names; empty without a manifest. */
  public Optional<String> claimedTenant() {
    return Optional.ofNullable(tenant);
  }

  private static void collect(Path path, boolean several, List<BatchFile> files)
      throws IOException {
    if (!Files.isDirectory(path)) {
      add(Files.exists(path) ? path.toRealPath() : path, path.getFileName(), files);
      return;
    }
    try (Stream<Path> walk = Files.walk(path)) {
      List<Path> found =
          walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .toList();
      Path folder = several ? path.toRealPath().getFileName() : null;
      for (Path file : found) {
        Path name = path.relativize(file);
        add(file, folder == null ? name : folder.resolve(name), files);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void add(Path file, @Nullable Path name, List<BatchFile> files) {
    String fileId = "file-" + (files.size() + 1);
    files.add(new BatchFile(fileId, UntrustedText.of(String.valueOf(name)), file, null));
  }
}
