package dev.frostbyte.parsers.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a child is started: with the Java of the parent, its code, nothing of its environment, and
 * settings that are the same everywhere. Thread-safe; closing deletes what had to be unpacked.
 */
final class ChildCommand implements AutoCloseable {
  private static final List<String> FIXED =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:ReservedCodeCacheSize=96m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:MaxMetaspaceSize=256m",
          "-XX:MaxDirectMemorySize=64m",
          "-XX:-UsePerfData",
          "-XX:+DisableAttachMechanism",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+DisplayVMOutputToStderr",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.awt.headless=true",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Duser.timezone=UTC",
          "-Dfile.encoding=UTF-8");

  private final ProcessHostConfig config;
  private final Launcher launcher;
  private final Object lock = new Object();
  private @Nullable CodePath path;

  ChildCommand(ProcessHostConfig config, Launcher launcher) {
    this.config = config;
    this.launcher = launcher;
  }

  /** The Java that runs this JVM. */
  Path executable() {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    Path windows = bin.resolve("java.exe");
    return Files.exists(windows) ? windows : bin.resolve("java");
  }

  /**
   * Starts a child.
   *
   * @param folder its working, home and temp directory
   */
  Process start(Path folder) throws IOException {
    CodePath code = code();
    ProcessBuilder builder =
        new ProcessBuilder(launcher.command(words(code, folder), code, folder));
    builder.directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    String systemRoot = environment.get("SystemRoot");
    environment.clear();
    if (systemRoot != null) {
      environment.put("SystemRoot", systemRoot);
    }
    if (!code.ascii()) {
      environment.put("LC_ALL", "C.UTF-8");
    }
    return launcher.start(builder);
  }

  /** The command line. */
  List<String> words(CodePath code, Path folder) {
    List<String> words = new ArrayList<>();
    words.add(executable().toString());
    words.add("-Xmx" + config.heapMegabytes() + "m");
    words.add("-Xss" + config.stackKilobytes() + "k");
    words.addAll(FIXED);
    words.add("-Djava.io.tmpdir=" + folder);
    words.add("-Duser.home=" + folder);
    words.add("-D" + ChildMain.READABLE + "=" + join(code.paths()));
    words.addAll(code.arguments());
    if (config.sandbox().locks()) {
      words.add(Long.toString(config.memoryBytes()));
    }
    return words;
  }

  private static String join(Set<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  @Override
  public void close() {
    launcher.close();
    synchronized (lock) {
      if (path != null) {
        path.close();
        path = null;
      }
    }
  }

  private CodePath code() throws IOException {
    synchronized (lock) {
      CodePath found = path == null ? CodePath.find(ChildMain.class) : path;
      path = found;
      return found;
    }
  }
}
