package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of an export in memory. One thread. */
final class Exported implements FrostbyteVerify.Source {
  final SortedMap<String, byte[]> files;

  private Exported(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  static Exported read(Path directory) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(directory.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return new Exported(files);
  }

  /** Files of its own, with the same bytes. */
  Exported copy() {
    return new Exported(new TreeMap<>(files));
  }

  String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /** The bytes of a file; none when it is not there. */
  byte[] bytes(String path) {
    return files.getOrDefault(path, new byte[0]);
  }

  void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  void writeTo(Path directory) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
      Files.write(path, file.getValue());
    }
  }

  Checkpoint checkpoint() {
    return SignedRoot.parse(files.getOrDefault("checkpoint", new byte[0]))
        .orElseThrow()
        .checkpoint();
  }

  /** Makes the manifest anew, as only who holds the log's key can. */
  void signManifest(SigningKey key) throws IOException {
    Checkpoint sealed = checkpoint();
    StringBuilder text = new StringBuilder("frostbyte-export/v1\n" + sealed.origin() + "\n");
    text.append(sealed.size()).append('\n');
    text.append(StrictBase64.encode(sealed.root().bytes())).append('\n');
    files.remove("manifest");
    files.forEach(
        (path, bytes) ->
            text.append(ContentHash.of(bytes).hex()).append(' ').append(path).append('\n'));
    put("manifest", SignedRoot.note(text.toString(), key));
  }

  @Override
  public List<String> paths() {
    return List.copyOf(files.keySet());
  }

  @Override
  public InputStream open(String path) throws IOException {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new NoSuchFileException(path);
    }
    return new ByteArrayInputStream(bytes);
  }
}
