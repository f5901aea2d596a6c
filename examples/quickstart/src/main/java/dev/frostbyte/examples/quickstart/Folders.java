package dev.frostbyte.examples.quickstart;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where the quickstart reads and writes: documents beside the sources, everything else below {@code
 * target}. Immutable.
 *
 * @param target the module's build folder
 */
record Folders(Path target) {
  /** The folders of this module, without what an earlier run left. */
  static Folders fresh() throws IOException {
    Folders folders = new Folders(buildFolder());
    for (String name : List.of("home", "keys", "audit-northwind", "audit-cedarclinic", "backup")) {
      remove(folders.target.resolve(name));
    }
    return folders;
  }

  Path home() {
    return target.resolve("home");
  }

  /** Outside the home, as it must be; not the user's own, since this is an example. */
  Path keyFile() {
    return target.resolve("keys").resolve("frostbyte.keys");
  }

  /** Holds a copy of the home. */
  Path backup() {
    return target.resolve("backup");
  }

  Path documents() {
    return target.resolveSibling("src").resolve("main").resolve("documents");
  }

  /** Every file below a folder, sorted. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Path buildFolder() {
    try {
      var code = Quickstart.class.getProtectionDomain().getCodeSource();
      return Objects.requireNonNull(Path.of(code.getLocation().toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the quickstart must run from its build folder", e);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
