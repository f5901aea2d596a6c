package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodePathTest {
  private final Path folder;

  CodePathTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void namesTheClassPathOfTheParent() throws IOException {
    try (CodePath path = CodePath.find(ChildMain.class)) {
      assertThat(path.arguments().getFirst()).isEqualTo("-cp");
      assertThat(path.arguments().getLast()).isEqualTo(ChildMain.class.getName());
    }
  }

  @Test
  void unpacksJarsAndClassesOfBothWaysToNameThem() throws IOException {
    Path outer = folder.resolve("my app.jar");
    try (OutputStream out = Files.newOutputStream(outer);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "BOOT-INF/lib/inner.jar", "jar bytes");
      put(zip, "BOOT-INF/classes/a/B.class", "class bytes");
    }
    String raw = outer.toUri().getRawPath();
    NestedJars jars = new NestedJars();
    Path jar = jars.unpack(url("jar:nested:" + raw + "/!BOOT-INF/lib/inner.jar!/"));
    Path classes = jars.unpack(url("jar:file:" + raw + "!/BOOT-INF/classes!/"));
    assertThat(jar).hasContent("jar bytes").hasToString(jar.toString());
    assertThat(jar.getFileName().toString()).endsWith(".jar");
    assertThat(classes.resolve("a/B.class")).hasContent("class bytes");
    jars.close();
    assertThat(jar).doesNotExist();
    assertThat(classes).doesNotExist();
  }

  @Test
  void refusesEntriesThatPointOutsideAndUrlsOfNoKnownShape() throws IOException {
    Path outer = folder.resolve("app.jar");
    try (OutputStream out = Files.newOutputStream(outer);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "classes/../../x", "evil");
    }
    NestedJars jars = new NestedJars();
    String url = "jar:file:" + outer.toUri().getRawPath() + "!/classes!/";
    assertThatThrownBy(() -> jars.unpack(url(url))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> jars.unpack(URI.create("http://localhost/x.jar").toURL()))
        .isInstanceOf(IOException.class);
    jars.close();
  }

  @Test
  void findsTheJarsThatJarsName() throws IOException {
    Path third = jar("third.jar", "");
    Path second = jar("lib/second.jar", "../third.jar https://example.org/x.jar missing.jar");
    Path first = jar("first.jar", "lib/second.jar first.jar");
    assertThat(JarReferences.closure(List.of(first)))
        .containsExactlyInAnyOrder(first, second, third);
    Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
    assertThat(JarReferences.closure(List.of(broken, folder))).containsExactly(broken, folder);
  }

  @Test
  void startsWithFixedSettingsOnly() throws IOException {
    try (ChildCommand command = new ChildCommand(ProcessHostConfig.DEFAULT, new Launcher.Plain());
        CodePath path = CodePath.find(ChildMain.class)) {
      List<String> words = command.words(path, Path.of("/tmp/x"));
      assertThat(words)
          .contains("-Xmx512m", "-Xss1024k", "-XX:+ExitOnOutOfMemoryError", "-Duser.home=/tmp/x");
      assertThat(words).noneMatch(word -> word.contains("javaagent"));
    }
  }

  @Test
  void deletesNoFolderButItsOwn() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    TempFolder.delete(other);
    assertThat(other).exists();
    Path own = TempFolder.make();
    Files.writeString(own.resolve("left"), "x");
    Files.createSymbolicLink(own.resolve("link"), other);
    TempFolder.delete(own);
    assertThat(own).doesNotExist();
    assertThat(other).exists();
  }

  private static URL url(String text) {
    try {
      return URL.of(
          URI.create(text.replace("jar:nested:", "jar:file:").replace("/!BOOT", "!/BOOT")),
          new Named(text));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Shows a URL as another loader would, whose protocol this JVM does not know. */
  private static final class Named extends java.net.URLStreamHandler {
    private final String text;

    Named(String text) {
      this.text = text;
    }

    @Override
    protected java.net.URLConnection openConnection(URL url) throws IOException {
      throw new IOException("not opened");
    }

    @Override
    protected String toExternalForm(URL url) {
      return text;
    }
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private Path jar(String name, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!classPath.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    }
    Path jar = folder.resolve(name);
    Files.createDirectories(jar.getParent());
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
