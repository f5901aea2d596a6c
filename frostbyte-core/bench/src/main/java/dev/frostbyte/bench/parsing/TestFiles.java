package dev.frostbyte.bench.parsing;

import dev.frostbyte.api.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The bytes of the files of a manifest: in jars of one folder, and in a corpus beside the project.
 * Thread-safe; whoever opens it closes it.
 */
final class TestFiles implements AutoCloseable {
  private final SortedMap<String, ZipFile> jars = new TreeMap<>();
  private final Path corpus;

  private TestFiles(Path corpus) {
    this.corpus = corpus;
  }

  /**
   * Opens every jar of a folder.
   *
   * @param jars a folder; nothing is opened when it is not there
   * @param corpus a folder; may be absent
   */
  static TestFiles open(Path jars, Path corpus) throws IOException {
    TestFiles files = new TestFiles(corpus);
    if (Files.isDirectory(jars)) {
      for (Path jar : list(jars, ".jar")) {
        files.jars.put(String.valueOf(jar.getFileName()), new ZipFile(jar.toFile()));
      }
    }
    return files;
  }

  /** Whether the source of this file is there. */
  boolean has(TestFile file) {
    return file.source().equals(TestFile.CORPUS)
        ? Files.isDirectory(corpus)
        : jars.containsKey(file.source());
  }

  /**
   * Its bytes.
   *
   * @throws IOException when they are not those that were pinned
   */
  byte[] bytes(TestFile file) throws IOException {
    byte[] bytes = file.source().equals(TestFile.CORPUS) ? inCorpus(file) : inJar(file);
    if (!ContentHash.of(bytes).hex().equals(file.sha256())) {
      throw new IOException("not the bytes that were pinned: " + file.source() + " " + file.path());
    }
    return bytes;
  }

  /** Every file that is there, each content once, in the order of sources and paths. */
  List<TestFile> all() throws IOException {
    Map<String, TestFile> byContent = new HashMap<>();
    List<TestFile> found = new ArrayList<>();
    for (String jar : jars.keySet()) {
      for (String path : documents(jar)) {
        found.add(unread(jar, path, inJar(new TestFile(jar, path, "", ""))));
      }
    }
    for (Path file : corpusFiles()) {
      String path = corpus.relativize(file).toString().replace('\\', '/');
      found.add(unread(TestFile.CORPUS, path, Files.readAllBytes(file)));
    }
    return found.stream()
        .filter(file -> byContent.putIfAbsent(file.sha256(), file) == null)
        .toList();
  }

  /** Unclosed jars do no harm in a program that ends. */
  @Override
  public void close() throws IOException {
    for (ZipFile jar : jars.values()) {
      jar.close();
    }
  }

  private static TestFile unread(String source, String path, byte[] bytes) {
    return new TestFile(source, path, ContentHash.of(bytes).hex(), "");
  }

  /** Test documents of a jar, without code and what describes the jar. */
  private List<String> documents(String jar) {
    return jar(jar).stream()
        .filter(entry -> !entry.isDirectory())
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith("test-documents/"))
        .sorted()
        .toList();
  }

  private List<Path> corpusFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(corpus)) {
      for (String set : List.of("dp", "icdar", "office", "src", "ua")) {
        files.addAll(list(corpus.resolve("parsing").resolve(set).resolve("doc"), ""));
      }
      files.addAll(list(corpus.resolve("safety/hostile"), ""));
    }
    return files;
  }

  private static List<Path> list(Path folder, String end) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> entry.toString().endsWith(end)).sorted().toList();
    }
  }

  private byte[] inCorpus(TestFile file) throws IOException {
    return Files.readAllBytes(corpus.resolve(file.path()));
  }

  private byte[] inJar(TestFile file) throws IOException {
    ZipFile jar = jar(file.source());
    ZipEntry entry = jar.getEntry(file.path());
    if (entry == null) {
      throw new IOException("not in " + file.source() + ": " + file.path());
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  private ZipFile jar(String name) {
    return Objects.requireNonNull(jars.get(name), name);
  }
}
