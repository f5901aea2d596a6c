package dev.frostbyte.parsers.worker;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks jars and class folders that lie inside another jar, as Spring Boot packs them, since a
 * plain Java cannot run from there. One thread; closing deletes everything.
 */
final class NestedJars implements AutoCloseable {
  /**
   * {@code jar:nested:/app.jar/!inner!/} (Boot 3.2 and newer), {@code jar:file:/app.jar!/inner!/}.
   */
  private static final Pattern PLACE =
      Pattern.compile("jar:(?:nested:(.+?)/!|file:(.+?)!/)(.+?)/?!/.*");

  private @Nullable Path folder;
  private int count;

  /**
   * Copies what a URL names to a place of its own.
   *
   * @return the jar or folder that stands for it
   * @throws IOException when the URL has no known shape
   */
  Path unpack(URL url) throws IOException {
    Matcher place = PLACE.matcher(url.toString());
    if (!place.matches()) {
      throw new IOException("the class path has an entry of unknown shape: " + url);
    }
    String outer = place.group(1) == null ? place.group(2) : place.group(1);
    try (ZipFile jar = new ZipFile(Path.of(URI.create("file:" + outer)).toFile())) {
      return unpack(jar, place.group(3));
    }
  }

  @Override
  public void close() {
    if (folder != null) {
      TempFolder.delete(folder);
      folder = null;
    }
  }

  private Path unpack(ZipFile jar, String inner) throws IOException {
    ZipEntry entry = jar.getEntry(inner);
    Path target = fresh();
    if (entry != null && !entry.isDirectory()) {
      Path file = target.resolveSibling(target.getFileName() + ".jar");
      copy(jar, entry, file);
      return file;
    }
    List<? extends ZipEntry> entries =
        jar.stream().filter(e -> !e.isDirectory() && e.getName().startsWith(inner + "/")).toList();
    for (ZipEntry file : entries) {
      copy(jar, file, inside(target, file.getName().substring(inner.length() + 1)));
    }
    return target;
  }

  private Path fresh() throws IOException {
    Path home = folder == null ? TempFolder.make() : folder;
    folder = home;
    return home.resolve("code-" + count++);
  }

  private static Path inside(Path target, String name) throws IOException {
    Path file = target.resolve(name).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("a nested jar has an entry that points outside itself");
    }
    return file;
  }

  private static void copy(ZipFile jar, ZipEntry entry, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, target);
    }
  }
}
