package dev.frostbyte.core.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;

/** A class loader that sees the services files of one folder and no others. */
final class TestServices extends URLClassLoader {
  private final Path folder;

  TestServices(Path folder) throws MalformedURLException {
    super(new URL[] {folder.toUri().toURL()}, TestServices.class.getClassLoader());
    this.folder = folder;
  }

  TestServices line(StageKind kind, String line) throws IOException {
    Path file = folder.resolve("META-INF/services").resolve(kind.service().getName());
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + line + "\n");
    return this;
  }

  TestServices provider(StageKind kind, Class<?> provider) throws IOException {
    return line(kind, provider.getName());
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.startsWith("META-INF/services/")
        ? findResources(name)
        : java.util.Collections.enumeration(List.of());
  }
}
