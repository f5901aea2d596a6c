package dev.frostbyte.parsers.worker;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The jars that jars of a class path name in their manifests ({@code Class-Path}, JAR File
 * Specification): a JVM reads them too, though no command line has them. Stateless.
 */
final class JarReferences {
  private JarReferences() {}

  /** These paths, and everything their manifests name that is there. */
  static Set<Path> closure(Collection<Path> paths) {
    Set<Path> all = new LinkedHashSet<>(paths);
    Deque<Path> open = new ArrayDeque<>(paths);
    while (!open.isEmpty()) {
      for (Path named : named(open.pop())) {
        if (all.add(named)) {
          open.push(named);
        }
      }
    }
    return all;
  }

  private static Set<Path> named(Path path) {
    Set<Path> named = new LinkedHashSet<>();
    if (path.toString().endsWith(".jar") && Files.isRegularFile(path)) {
      for (String reference : references(path.toFile()).trim().split(" +")) {
        add(path, reference, named);
      }
    }
    return named;
  }

  private static String references(File jar) {
    try (JarFile file = new JarFile(jar)) {
      Manifest manifest = file.getManifest();
      String named =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return named == null ? "" : named;
    } catch (IOException e) {
      return "";
    }
  }

  /** What is no file is no business of ours. */
  private static void add(Path jar, String reference, Set<Path> named) {
    try {
      URI place = jar.toUri().resolve(reference);
      if (!reference.isEmpty()
          && "file".equals(place.getScheme())
          && Files.exists(Path.of(place))) {
        named.add(Path.of(place));
      }
    } catch (IllegalArgumentException e) {
      System.getLogger(JarReferences.class.getName())
          .log(System.Logger.Level.DEBUG, "a manifest names something that is no place");
    }
  }
}
