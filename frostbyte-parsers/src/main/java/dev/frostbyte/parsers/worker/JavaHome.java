package dev.frostbyte.parsers.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The Java that runs this, and where its parts are when it is installed in pieces. Stateless. */
final class JavaHome {
  private static final int DEEPEST = 4;

  private JavaHome() {}

  /** Its folder, and the targets of links below it: some systems keep settings elsewhere. */
  static Set<Path> paths() {
    Path home = Path.of(System.getProperty("java.home"));
    Set<Path> all = new TreeSet<>(Set.of(home));
    for (String part : List.of("conf", "lib")) {
      addLinks(home.resolve(part), all);
    }
    return all;
  }

  private static void addLinks(Path folder, Set<Path> all) {
    try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        all.add(link.toRealPath());
      }
    } catch (IOException e) {
      System.getLogger(JavaHome.class.getName())
          .log(System.Logger.Level.DEBUG, "a part of this Java cannot be listed");
    }
  }
}
