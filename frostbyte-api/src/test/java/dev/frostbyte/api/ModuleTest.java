package dev.frostbyte.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Span;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModuleTest {
  @Test
  void exportsEveryPackageToEveryone() throws Exception {
    ModuleDescriptor module = descriptor();
    Set<String> exported =
        module.exports().stream()
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    assertThat(exported).isNotEmpty().isEqualTo(packages());
  }

  @Test
  void dependsOnTheJdkAndAnnotationsOnly() throws Exception {
    assertThat(descriptor().requires().stream().map(ModuleDescriptor.Requires::name))
        .containsExactlyInAnyOrder("java.base", "org.jspecify");
  }

  private static ModuleDescriptor descriptor() throws IOException, URISyntaxException {
    try (InputStream in = Files.newInputStream(classes().resolve("module-info.class"))) {
      return ModuleDescriptor.read(in);
    }
  }

  private static Set<String> packages() throws IOException, URISyntaxException {
    Path root = classes();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> root.relativize(file.resolveSibling("")).toString())
          .filter(folder -> !folder.isEmpty())
          .map(folder -> folder.replace(java.io.File.separatorChar, '.'))
          .collect(Collectors.toSet());
    }
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(Span.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
