package dev.frostbyte.audit;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.ContentHash;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the files of an export and remembers their hashes for its manifest. One thread. */
final class ExportFiles {
  private static final String VERSION = "frostbyte-export/v1\n";
  private static final int BUFFER = 64 << 10;

  private final Path directory;
  private final Sha256 sha = new Sha256();
  private final SortedMap<String, ContentHash> written = new TreeMap<>();

  private ExportFiles(Path directory) {
    this.directory = directory;
  }

  /** Writes into an empty directory, created when absent. */
  static ExportFiles into(Path directory) throws IOException {
    Files.createDirectories(directory);
    try (Stream<Path> entries = Files.list(directory)) {
      if (entries.findAny().isPresent()) {
        throw new DirectoryNotEmptyException(directory.toString());
      }
    }
    return new ExportFiles(directory);
  }

  void write(String path, String text) throws IOException {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String path, byte[] bytes) throws IOException {
    Files.write(made(path), bytes, CREATE_NEW, WRITE);
    written.put(path, ContentHash.ofDigest(sha.of(bytes)));
  }

  /** A file written bit by bit; the caller closes it, and only then it is in the manifest. */
  OutputStream create(String path) throws IOException {
    return new Hashed(path, Files.newOutputStream(made(path), CREATE_NEW, WRITE));
  }

  /** Writes, last, the signed list of everything else. */
  void finish(Checkpoint sealed, SigningKey key) throws IOException {
    StringBuilder text = new StringBuilder(VERSION);
    text.append(sealed.origin()).append('\n').append(sealed.size()).append('\n');
    text.append(StrictBase64.encode(sealed.root().bytes())).append('\n');
    written.forEach((path, hash) -> text.append(hash.hex()).append(' ').append(path).append('\n'));
    write("manifest", SignedRoot.note(text.toString(), key));
  }

  private Path made(String path) throws IOException {
    Path file = directory.resolve(path);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    return file;
  }

  private final class Hashed extends FilterOutputStream {
    private final String path;
    private final MessageDigest digest = ContentHash.digest();

    private Hashed(String path, OutputStream file) {
      super(new BufferedOutputStream(file, BUFFER));
      this.path = path;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      digest.update((byte) one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      digest.update(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      if (!written.containsKey(path)) {
        super.close();
        written.put(path, ContentHash.ofDigest(digest.digest()));
      }
    }
  }
}
