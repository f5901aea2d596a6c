package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.RemoteParserProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.parsers.detect.StructureDetectorProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What class-path users and module-path users of core find is the same. */
class ServicesIT {
  @Test
  void servicesFilesAgreeWithTheModule() throws Exception {
    Path core = placeOf(Pipeline.class);
    ModuleDescriptor module = moduleAt(core);
    assertThat(module.name()).isEqualTo("dev.frostbyte.core");
    assertThat(module.provides()).isNotEmpty();
    for (ModuleDescriptor.Provides provides : module.provides()) {
      assertThat(lines(core, provides.service()))
          .as(provides.service())
          .isEqualTo(new TreeSet<>(provides.providers()));
    }
    assertThat(serviceFiles(core))
        .isEqualTo(
            module.provides().stream()
                .map(ModuleDescriptor.Provides::service)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** A kind that the module does not name is found on no module path. */
  @Test
  void coreNamesTheKindsOfItsParsers() throws Exception {
    assertThat(moduleAt(placeOf(Pipeline.class)).uses())
        .contains(RemoteParserProvider.class.getName(), ParserProvider.class.getName());
  }

  @Test
  void theParsersJarListsItsProviders() throws Exception {
    Path parsers = placeOf(StructureDetectorProvider.class);
    for (String service : serviceFiles(parsers)) {
      for (String provider : lines(parsers, service)) {
        assertThat(Class.forName(provider)).matches(Class.forName(service)::isAssignableFrom);
      }
    }
    assertThat(lines(parsers, RemoteParserProvider.class.getName())).hasSize(2);
  }

  @Test
  void theApiIsAModuleThatNeedsNothing() throws Exception {
    ModuleDescriptor module = moduleAt(placeOf(Stage.class));
    assertThat(module.name()).isEqualTo("dev.frostbyte.api");
    assertThat(
            module.requires().stream()
                .filter(r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name))
        .containsExactly("java.base");
  }

  private static Path placeOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static ModuleDescriptor moduleAt(Path place) {
    return ModuleFinder.of(place).findAll().iterator().next().descriptor();
  }

  private static Set<String> serviceFiles(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith("META-INF/services/") && !name.endsWith("/"))
          .map(name -> name.substring("META-INF/services/".length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> lines(Path jar, String service) throws IOException {
    try (JarFile file = new JarFile(jar.toFile());
        InputStream in = file.getInputStream(file.getJarEntry("META-INF/services/" + service))) {
      List<String> lines =
          Arrays.asList(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
      return lines.stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
