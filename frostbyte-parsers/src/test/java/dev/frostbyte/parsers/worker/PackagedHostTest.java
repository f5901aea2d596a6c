package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.probe.HostProbe;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts host applications that are packed in every way, each with a child of its own. */
class PackagedHostTest {
  private static final String PROBE = HostProbe.class.getName();
  private static final String TEST_ONLY =
      ".*(junit|jqwik|assertj|byte-buddy|opentest4j|apiguardian|testkit|surefire|spring-boot).*";

  /** Locked where this Java and this machine can, however the host is packed. */
  private static final String RESULT =
      Machine.here().isPresent() && Runtime.version().feature() >= 22
          ? "result=Complete3 process-seccomp(-landlock)?"
          : "result=Complete3 process";

  private final Path folder;

  PackagedHostTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void parsesFromTheClassPath() throws Exception {
    String path = join(jars(), File.pathSeparator);
    assertThat(run("-cp", path, PROBE)).matches(RESULT);
  }

  @Test
  void parsesFromTheModulePath() throws Exception {
    String path = join(jars(), File.pathSeparator);
    String main = "dev.frostbyte.probe/" + PROBE;
    assertThat(run("-p", path, "--add-modules", "dev.frostbyte.api", "-m", main)).matches(RESULT);
  }

  @Test
  void parsesFromANestedJar() throws Exception {
    Path boot = folder.resolve("host app.jar");
    Manifest manifest = manifest();
    manifest
        .getMainAttributes()
        .put(Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
    manifest.getMainAttributes().putValue("Start-Class", PROBE);
    try (OutputStream out = Files.newOutputStream(boot);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      copyLoader(jar);
      for (Path inner : jars()) {
        store(jar, "BOOT-INF/lib/" + inner.getFileName(), Files.readAllBytes(inner));
      }
    }
    assertThat(run("-jar", boot.toString())).matches(RESULT);
  }

  @Test
  void parsesFromAnImageOfJlink() throws Exception {
    Optional<ToolProvider> jlink = ToolProvider.findFirst("jlink");
    assumeThat(jlink).as("this test needs a JDK with jlink").isPresent();
    Path image = folder.resolve("image");
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    String modules = "java.se,jdk.unsupported";
    int code =
        jlink.orElseThrow().run(out, out, "--add-modules", modules, "--output", image.toString());
    assertThat(code).as(said.toString()).isZero();
    String path = join(jars(), File.pathSeparator);
    assertThat(runWith(image, "-cp", path, PROBE)).matches(RESULT);
  }

  /** The jars of a host: this module and the probe packed, everything they need. */
  private List<Path> jars() throws IOException, URISyntaxException {
    List<Path> jars = new ArrayList<>();
    jars.add(
        pack("probe.jar", home(HostProbe.class), "dev/frostbyte/probe", "dev.frostbyte.probe"));
    jars.add(pack("parsers.jar", home(ChildMain.class), "", "dev.frostbyte.parsers"));
    String path = System.getProperty("java.class.path");
    for (String entry : path.split(File.pathSeparator)) {
      if (Files.exists(Path.of(entry, "module-info.class"))) {
        jars.add(pack("api.jar", Path.of(entry), "", "dev.frostbyte.api"));
      } else if (entry.endsWith(".jar") && !entry.matches(TEST_ONLY)) {
        jars.add(Path.of(entry).toAbsolutePath());
      }
    }
    return jars;
  }

  private Path pack(String name, Path classes, String under, String module) throws IOException {
    Manifest manifest = manifest();
    manifest.getMainAttributes().putValue("Automatic-Module-Name", module);
    Path target = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(target);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        Stream<Path> files = Files.walk(classes.resolve(under))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String entry = classes.relativize(file).toString().replace(File.separatorChar, '/');
        store(jar, entry, Files.readAllBytes(file));
      }
    }
    return target;
  }

  private static void copyLoader(JarOutputStream jar) throws Exception {
    Class<?> launcher = Class.forName("org.springframework.boot.loader.launch.JarLauncher");
    try (InputStream in = Files.newInputStream(home(launcher));
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory() && entry.getName().startsWith("org/")) {
          store(jar, entry.getName(), zip.readAllBytes());
        }
      }
    }
  }

  private static void store(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    jar.putNextEntry(entry);
    jar.write(bytes);
    jar.closeEntry();
  }

  private String run(String... arguments) throws Exception {
    return runWith(Path.of(System.getProperty("java.home")), arguments);
  }

  private String runWith(Path java, String... arguments) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(java.resolve("bin").resolve("java").toString());
    words.add("-Xmx128m");
    words.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("errors"))).isZero();
    return said.strip();
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    return manifest;
  }

  private static Path home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static String join(List<Path> paths, String separator) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(separator));
  }
}
