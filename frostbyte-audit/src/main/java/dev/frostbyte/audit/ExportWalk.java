package dev.frostbyte.audit;

import dev.frostbyte.api.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads every bundle of an export in order, recomputes every tile and demands that exactly those
 * files are there. One thread, used once.
 */
final class ExportWalk {
  private static final int LARGEST_BUNDLE = Tiles.WIDTH * (2 + Leaf.MAX_BYTES);

  private final Path directory;
  private final long size;
  private final Sha256 sha = new Sha256();
  private final CompactRange tree = new CompactRange();
  private final Tiles tiles = new Tiles(this::compare);
  private final Set<Path> expected = new HashSet<>();
  private long watchedSize = -1;
  private Optional<ContentHash> watched = Optional.empty();
  private Optional<String> different = Optional.empty();

  ExportWalk(Path directory, long size) {
    this.directory = directory;
    this.size = size;
  }

  /** Remembers the root over the first entries. */
  void watch(long entries) {
    watchedSize = entries;
  }

  /** The root that was watched; empty when none was. */
  Optional<ContentHash> watched() {
    return watched;
  }

  /** The recomputed root. */
  ContentHash root() {
    return ContentHash.ofDigest(tree.root());
  }

  /** Reads everything. */
  void run() throws IOException, BrokenLog {
    look();
    while (tree.size() < size) {
      int width = (int) Math.min(Tiles.WIDTH, size - tree.size());
      bundle(Tiles.Name.entries(tree.size() / Tiles.WIDTH, width), width);
    }
    tiles.finish();
    if (different.isPresent()) {
      throw new BrokenLog(different.get());
    }
    requireNothingElse();
  }

  private void bundle(String path, int width) throws IOException, BrokenLog {
    ByteBuffer bundle = ByteBuffer.wrap(read(path, LARGEST_BUNDLE));
    for (int entry = 0; entry < width; entry++) {
      byte[] leaf = new byte[length(bundle, path)];
      bundle.get(leaf);
      byte[] hash = sha.leaf(leaf);
      tree.append(hash);
      tiles.append(hash);
      look();
    }
    require(!bundle.hasRemaining(), "there are too many bytes in " + path);
  }

  private static int length(ByteBuffer bundle, String path) throws BrokenLog {
    require(bundle.remaining() >= 2, path + " ends too early");
    int length = Short.toUnsignedInt(bundle.getShort());
    require(bundle.remaining() >= length, path + " ends too early");
    return length;
  }

  private void look() {
    if (tree.size() == watchedSize) {
      watched = Optional.of(root());
    }
  }

  private void compare(Tiles.Name name, byte[] hashes) throws IOException {
    try {
      if (!Arrays.equals(read(name.path(), hashes.length), hashes)) {
        different = Optional.of(name.path() + " does not hold the hashes of its entries");
      }
    } catch (BrokenLog broken) {
      different = Optional.of(broken.what());
    }
  }

  private byte[] read(String path, int limit) throws IOException, BrokenLog {
    Path file = directory.resolve(path);
    expected.add(file);
    require(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), path + " is missing");
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(limit + 1);
      require(bytes.length <= limit, "there are too many bytes in " + path);
      return bytes;
    }
  }

  private void requireNothingElse() throws IOException, BrokenLog {
    Path tile = directory.resolve("tile");
    if (!Files.exists(tile)) {
      return;
    }
    try (Stream<Path> files = Files.walk(tile)) {
      Optional<Path> stranger =
          files.filter(file -> !Files.isDirectory(file) && !expected.contains(file)).findFirst();
      require(stranger.isEmpty(), "there is a file under tile/ that does not belong to the log");
    }
  }

  private static void require(boolean holds, String what) throws BrokenLog {
    if (!holds) {
      throw new BrokenLog(what);
    }
  }
}
