package dev.frostbyte.audit;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Writes a log as static files: entry bundles, tiles and, last, the checkpoint. The same log at the
 * same size gives the same bytes. One thread.
 */
final class TreeExport {
  private final Path directory;
  private final Checkpoint sealed;
  private final CompactRange tree = new CompactRange();
  private final Tiles tiles;
  private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();

  private TreeExport(Path directory, Checkpoint sealed) {
    this.directory = directory;
    this.sealed = sealed;
    this.tiles = new Tiles((name, hashes) -> write(name.path(), hashes));
  }

  /** Exports into an empty directory, created when absent. */
  static TreeExport into(Path directory, Checkpoint sealed) throws IOException {
    Files.createDirectories(directory);
    try (Stream<Path> entries = Files.list(directory)) {
      if (entries.findAny().isPresent()) {
        throw new DirectoryNotEmptyException(directory.toString());
      }
    }
    return new TreeExport(directory, sealed);
  }

  /** Takes the next entry; those past the checkpoint are left out. */
  void accept(byte[] leaf, byte[] leafHash) throws IOException {
    if (tree.size() == sealed.size()) {
      return;
    }
    bundle.write(leaf.length >>> 8);
    bundle.write(leaf.length);
    bundle.writeBytes(leaf);
    tree.append(leafHash);
    tiles.append(leafHash);
    if (tree.size() % Tiles.WIDTH == 0) {
      flush(tree.size() / Tiles.WIDTH - 1, Tiles.WIDTH);
    }
  }

  /** Writes what is left and, if the root is the one that was signed, the checkpoint. */
  void finish() throws IOException {
    int width = (int) (tree.size() % Tiles.WIDTH);
    if (width > 0) {
      flush(tree.size() / Tiles.WIDTH, width);
    }
    tiles.finish();
    if (tree.size() != sealed.size() || !ContentHash.ofDigest(tree.root()).equals(sealed.root())) {
      throw new IOException(
          "the export stopped: the entries do not have the root that was signed; verify the log");
    }
    write("checkpoint", sealed.note().getBytes(StandardCharsets.UTF_8));
  }

  private void flush(long number, int width) throws IOException {
    write(Tiles.Name.entries(number, width), bundle.toByteArray());
    bundle.reset();
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = directory.resolve(path);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.write(file, bytes, CREATE_NEW, WRITE);
  }
}
