package dev.frostbyte.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCatalogTest {
  @TempDir private Path folder = Path.of("");
  private TestServices services;

  @BeforeEach
  void openServices() throws IOException {
    services = new TestServices(folder);
    TestProviders.NOTES.clear();
  }

  @AfterEach
  void noProviderWasConstructed() throws IOException {
    services.close();
    assertThat(TestProviders.NOTES).isEmpty();
  }

  @Test
  void readsWhatProvidersSayOfThemselves() throws IOException {
    services
        .provider(StageKind.PARSER, TestProviders.Parser.class)
        .provider(StageKind.DETECTOR, TestProviders.Detector.class);
    PluginCatalog catalog = load(AllowRule.all());
    assertThat(catalog.problems()).isEmpty();
    Plugin parser = catalog.find(StageKind.PARSER, "par").orElseThrow();
    assertThat(parser.version()).isEqualTo("3");
    assertThat(parser.pureText()).isTrue();
    assertThat(parser.mediaTypes())
        .containsExactly(new MediaType("text/x-one"), new MediaType("text/x-two"));
    assertThat(parser.extensions()).isEqualTo(Map.of("one", new MediaType("text/x-one")));
    assertThat(catalog.names(StageKind.DETECTOR)).containsExactly("det");
    assertThat(catalog.find(StageKind.DETECTOR, "par")).isEmpty();
  }

  @Test
  void reportsEveryFaultAtOnce() throws IOException {
    services
        .provider(StageKind.DETECTOR, TestProviders.Unnamed.class)
        .provider(StageKind.DETECTOR, TestProviders.Future.class)
        .provider(StageKind.DETECTOR, TestProviders.BadName.class)
        .provider(StageKind.PARSER, TestProviders.Vague.class)
        .provider(StageKind.PARSER, TestProviders.BadType.class)
        .provider(StageKind.PARSER, TestProviders.TooManyExtensions.class)
        .provider(StageKind.PARSER, TestProviders.Parser.class)
        .provider(StageKind.PARSER, TestProviders.SameName.class);
    PluginCatalog catalog = load(AllowRule.all());
    assertThat(catalog.plugins()).hasSize(1);
    reported(catalog, ProblemCode.PLUGIN_INCOMPATIBLE, "Unnamed lacks @Stage");
    reported(
        catalog, ProblemCode.PLUGIN_INCOMPATIBLE, "Future was written for SPI 2, this is SPI 1");
    reported(catalog, ProblemCode.PLUGIN_INCOMPATIBLE, "BadName has a name that does not match");
    reported(catalog, ProblemCode.PLUGIN_INCOMPATIBLE, "Vague lacks @Parses");
    reported(catalog, ProblemCode.PLUGIN_INCOMPATIBLE, "no media type: 'Text Plain'");
    reported(catalog, ProblemCode.PLUGIN_INCOMPATIBLE, "TooManyExtensions must name");
    reported(
        catalog,
        ProblemCode.PLUGIN_CONFLICT,
        TestProviders.Parser.class.getName(),
        TestProviders.SameName.class.getName());
    assertThat(catalog.problems()).hasSize(7);
  }

  @Test
  void reportsLinesThatNameNoProviderAndReadsOn() throws IOException {
    services
        .line(StageKind.DETECTOR, "dev.frostbyte.nowhere.Missing")
        .line(StageKind.DETECTOR, TestServices.class.getName())
        .provider(StageKind.DETECTOR, TestProviders.Detector.class)
        .line(StageKind.HOST, "not a class name");
    PluginCatalog catalog = load(AllowRule.all());
    assertThat(catalog.names(StageKind.DETECTOR)).containsExactly("det");
    reported(catalog, ProblemCode.PLUGIN_INCOMPATIBLE, "dev.frostbyte.nowhere.Missing");
    reported(catalog, ProblemCode.PLUGIN_INCOMPATIBLE, TestServices.class.getName());
    reported(catalog, ProblemCode.PLUGIN_INCOMPATIBLE, "A host listed");
    assertThat(catalog.problems()).hasSize(3);
  }

  @Test
  void reportsAClassWhoseParentsAreNotThere() throws IOException {
    Path file = folder.resolve("dev/frostbyte/nowhere/Orphan.class");
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, new byte[] {1, 2, 3});
    services
        .line(StageKind.DETECTOR, "dev.frostbyte.nowhere.Orphan")
        .provider(StageKind.DETECTOR, TestProviders.Detector.class);
    PluginCatalog catalog = load(AllowRule.all());
    assertThat(catalog.names(StageKind.DETECTOR)).containsExactly("det");
    assertThat(catalog.problems()).hasSize(1);
  }

  @Test
  void anAllowListTakesNameAndJarTogether() throws Exception {
    services.provider(StageKind.DETECTOR, TestProviders.Detector.class);
    Plugin plugin = load(AllowRule.all()).plugins().getFirst();
    ContentHash any = ContentHash.of(new byte[0]);
    PluginCatalog catalog = load(AllowRule.only(Set.of(new AllowRule.Allowed("det", any))));
    assertThat(catalog.plugins()).isEmpty();
    reported(catalog, ProblemCode.PLUGIN_NOT_ALLOWED, plugin.type().getName());
  }

  @Test
  void anAllowListKnowsAJarByItsHash() throws IOException {
    Path jar = Path.of(jarOf(Stage.class));
    org.assertj.core.api.Assumptions.assumeThat(Files.isRegularFile(jar))
        .as("the api comes in a jar")
        .isTrue();
    ContentHash hash = ContentHash.of(Files.readAllBytes(jar));
    Plugin ofJar = new Plugin(StageKind.DETECTOR, "det", "1", provider(Stage.class));
    assertThat(AllowRule.only(Set.of(new AllowRule.Allowed("det", hash))).allows(ofJar)).isTrue();
    assertThat(AllowRule.only(Set.of(new AllowRule.Allowed("other", hash))).allows(ofJar))
        .isFalse();
    assertThat(AllowRule.only(Set.of()).allows(ofJar)).isFalse();
    Plugin ofJdk = new Plugin(StageKind.DETECTOR, "det", "1", provider(String.class));
    assertThat(AllowRule.only(Set.of(new AllowRule.Allowed("det", hash))).allows(ofJdk)).isFalse();
  }

  private static String jarOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  @SuppressWarnings("unchecked")
  private static <S> java.util.ServiceLoader.Provider<S> provider(Class<?> type) {
    return new java.util.ServiceLoader.Provider<>() {
      @Override
      public Class<? extends S> type() {
        return (Class<? extends S>) type;
      }

      @Override
      public S get() {
        throw new UnsupportedOperationException();
      }
    };
  }

  private PluginCatalog load(AllowRule rule) {
    return PluginCatalog.load(services, rule);
  }

  private static void reported(PluginCatalog catalog, ProblemCode code, String... parts) {
    assertThat(catalog.problems().stream().filter(p -> p.code() == code).map(Problem::message))
        .anySatisfy(message -> assertThat(message).contains(parts));
  }
}
