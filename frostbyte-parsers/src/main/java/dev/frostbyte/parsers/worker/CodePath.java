package dev.frostbyte.parsers.worker;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a child finds the code its parent runs from: the same module path, the same class path, or
 * what the class loaders of the parent name, nested jars unpacked. Thread-safe; closing deletes
 * what was unpacked.
 */
final class CodePath implements AutoCloseable {
  /** What a jar keeps apart for newer versions of Java; folders of classes have it as well. */
  private static final String VERSIONS = "META-INF/versions/22";

  private final List<String> arguments;
  private final Set<Path> paths;
  private final @Nullable NestedJars unpacked;

  private CodePath(List<String> arguments, Set<Path> paths, @Nullable NestedJars unpacked) {
    this.arguments = List.copyOf(arguments);
    this.paths = JarReferences.closure(paths);
    this.unpacked = unpacked;
  }

  /** The code of this main class and of everything its class loader sees. */
  static CodePath find(Class<?> main) throws IOException {
    return main.getModule().isNamed() ? modules(main) : classes(main);
  }

  /** Path and main class, for the command line. */
  List<String> arguments() {
    return arguments;
  }

  /** The jars and folders that a child must be able to read, those named by manifests as well. */
  Set<Path> paths() {
    return Set.copyOf(paths);
  }

  /** Whether every path is plain ASCII; others need a locale that can name them. */
  boolean ascii() {
    return arguments.stream().allMatch(word -> word.chars().allMatch(c -> c < 0x80));
  }

  @Override
  public void close() {
    if (unpacked != null) {
      unpacked.close();
    }
  }

  private static CodePath modules(Class<?> main) {
    List<String> arguments = new ArrayList<>();
    String module = main.getModule().getName();
    arguments.add("--enable-native-access=" + module);
    Set<Path> modulePath = absolute(System.getProperty("jdk.module.path", ""));
    if (!modulePath.isEmpty()) {
      arguments.addAll(List.of("-p", join(modulePath)));
      arguments.addAll(List.of("--add-modules", "ALL-MODULE-PATH"));
    }
    Set<Path> classPath = absolute(System.getProperty("java.class.path", ""));
    if (!classPath.isEmpty()) {
      arguments.addAll(List.of("-cp", join(classPath)));
    }
    arguments.addAll(List.of("-m", module + "/" + main.getName()));
    Set<Path> paths = new LinkedHashSet<>(modulePath);
    paths.addAll(classPath);
    return new CodePath(arguments, paths, null);
  }

  private static CodePath classes(Class<?> main) throws IOException {
    NestedJars nested = new NestedJars();
    Set<Path> paths = new LinkedHashSet<>(absolute(System.getProperty("java.class.path", "")));
    for (URL url : urls(main.getClassLoader())) {
      paths.add(url.getProtocol().equals("file") ? path(url) : nested.unpack(url));
    }
    Set<Path> found = withVersions(paths);
    return new CodePath(List.of("-cp", join(found), main.getName()), found, nested);
  }

  /** A JVM looks for versions in jars only; in front of a folder they come first as well. */
  private static Set<Path> withVersions(Set<Path> paths) {
    Set<Path> all = new LinkedHashSet<>();
    for (Path path : paths) {
      Path versions = path.resolve(VERSIONS);
      if (Runtime.version().feature() >= 22 && Files.isDirectory(versions)) {
        all.add(versions);
      }
      all.add(path);
    }
    return all;
  }

  /** What the loaders below the application's name, parents first, as they are asked first. */
  private static List<URL> urls(@Nullable ClassLoader loader) {
    if (loader == null || loader == ClassLoader.getSystemClassLoader()) {
      return List.of();
    }
    List<URL> urls = new ArrayList<>(urls(loader.getParent()));
    if (loader instanceof URLClassLoader known) {
      urls.addAll(List.of(known.getURLs()));
    }
    return urls;
  }

  private static Set<Path> absolute(String list) {
    Set<Path> paths = new LinkedHashSet<>();
    for (String entry : list.split(File.pathSeparator)) {
      if (!entry.isEmpty()) {
        paths.add(Path.of(entry).toAbsolutePath());
      }
    }
    return paths;
  }

  private static String join(Set<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static Path path(URL url) throws IOException {
    try {
      return Path.of(new URI(url.toString()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException("the class path has an entry that is no file: " + url, e);
    }
  }
}
