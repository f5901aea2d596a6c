package dev.frostbyte.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageOpenerTest {
  @TempDir private Path folder = Path.of("");
  private TestServices services;
  private PluginCatalog catalog;
  private final List<Selection> chosen = new ArrayList<>();

  @BeforeEach
  void chooseOneOfEach() throws IOException {
    services = new TestServices(folder);
    services
        .provider(StageKind.DETECTOR, TestProviders.Detector.class)
        .provider(StageKind.HOST, TestProviders.Host.class)
        .provider(StageKind.PARSER, TestProviders.Parser.class)
        .provider(StageKind.PARSER, TestProviders.SameType.class)
        .provider(StageKind.REMOTE_PARSER, TestProviders.Remote.class)
        .provider(StageKind.INSPECTOR, TestProviders.Inspector.class)
        .provider(StageKind.CHUNKER, TestProviders.Chunking.class)
        .provider(StageKind.EMBEDDING, TestProviders.Embedding.class)
        .provider(StageKind.EMBEDDING, TestProviders.EmbeddingWithoutModel.class)
        .provider(StageKind.EMBEDDING, TestProviders.EmbeddingWithBug.class)
        .provider(StageKind.EMBEDDING, TestProviders.EmbeddingRefused.class)
        .provider(StageKind.EMBEDDING, TestProviders.EmbeddingUnmade.class)
        .provider(StageKind.OBJECTS, TestProviders.Objects.class)
        .provider(StageKind.STORE, TestProviders.Store.class)
        .provider(StageKind.INDEX, TestProviders.Index.class);
    catalog = PluginCatalog.load(services, AllowRule.all());
    TestProviders.NOTES.clear();
    List.of("det", "host", "par", "ins", "chu", "emb", "obj", "sto", "idx").forEach(this::choose);
  }

  @AfterEach
  void closeServices() throws IOException {
    services.close();
  }

  @Test
  void opensWhatWasChosenAndClosesItInReverse() throws IOException {
    Stages stages = StageOpener.open(catalog, chosen);
    assertThat(stages.routes().types())
        .containsExactly(new MediaType("text/x-one"), new MediaType("text/x-two"));
    assertThat(stages.inspectors()).containsOnlyKeys("ins");
    assertThat(stages.extensions()).containsOnlyKeys("one");
    List<String> opened = opened();
    assertThat(opened)
        .containsExactlyInAnyOrder(
            "Detector", "Host", "Parser", "Inspector", "Chunking", "Embedding");
    stages.close();
    assertThat(closed()).isEqualTo(opened.reversed());
  }

  @Test
  void reportsEveryProblemAtOnceAndClosesWhatItOpened() {
    replace("emb", "emb-io");
    chosen.removeIf(selection -> selection.kind() == StageKind.STORE);
    chosen.add(new Selection(StageKind.PARSER, "nowhere", StageConfig.none()));
    chosen.add(new Selection(StageKind.PARSER, "par-b", StageConfig.none()));
    chosen.add(new Selection(StageKind.CHUNKER, "chu-2", StageConfig.none()));
    List<String> problems = problems();
    assertThat(problems)
        .anyMatch(p -> p.contains("Exactly one store must be chosen, not 0; there are: [sto]"))
        .anyMatch(p -> p.contains("Exactly one chunker must be chosen, not 2"))
        .anyMatch(p -> p.contains("No parser is called 'nowhere'; there are: [par, par-b]"))
        .anyMatch(p -> p.contains("Two parsers read text/x-two") && p.contains("SameType"))
        .anyMatch(p -> p.contains("Two parsers claim the extension .one"))
        .anyMatch(p -> p.contains("embedding 'emb-io'") && p.contains("java.io.IOException"))
        .noneMatch(p -> p.contains("SECRET"))
        .hasSize(6);
    assertThat(closed()).isEqualTo(opened().reversed()).isNotEmpty();
  }

  @Test
  void aPluginThatThrowsIsAProblemThatNamesIt() {
    for (String name : List.of("emb-bug", "emb-new", "emb-io", "emb-no")) {
      replace("emb", name);
      TestProviders.NOTES.clear();
      assertThat(problems())
          .as(name)
          .singleElement()
          .matches(p -> p.contains(name) || p.contains("no such model"))
          .matches(p -> !p.contains("SECRET"));
      assertThat(closed()).isEqualTo(opened().reversed()).isNotEmpty();
      replace(name, "emb");
    }
  }

  @Test
  void reportsAnUnknownKeyOfAConfiguration() {
    chosen.removeIf(selection -> selection.kind() == StageKind.PARSER);
    chosen.add(new Selection(StageKind.PARSER, "par", StageConfig.of(Map.of("depht", "3"))));
    assertThat(problems())
        .singleElement()
        .matches(p -> p.contains("'depht'") && p.contains("[depth]"));
  }

  @Test
  void refusesAStageThatIsChosenTwice() {
    choose("ins");
    assertThat(problems()).singleElement().matches(p -> p.contains("'ins' is chosen twice"));
  }

  @Test
  void refusesAnyProblemOfTheCatalog() {
    PluginCatalog faulty =
        new PluginCatalog(
            catalog.plugins(), List.of(Problem.of(ProblemCode.PLUGIN_NOT_ALLOWED, "foreign jar")));
    assertThatThrownBy(() -> StageOpener.open(faulty, chosen))
        .isInstanceOf(PluginsRefusedException.class)
        .hasMessageContaining("foreign jar");
  }

  @Test
  void fingerprintsChangeWithTheirConfiguration() throws IOException {
    try (Stages one = StageOpener.open(catalog, chosen)) {
      chosen.removeIf(selection -> selection.kind() == StageKind.INSPECTOR);
      try (Stages two = StageOpener.open(catalog, chosen)) {
        assertThat(two.policyFingerprint()).isNotEqualTo(one.policyFingerprint());
      }
    }
  }

  @Test
  void aFallbackComesAfterTheFirstOfItsTypeWhateverTheOrderOfChoosing() throws IOException {
    chosen.addFirst(fallback(StageKind.PARSER, "par-b", 0.5, new MediaType("text/x-two")));
    chosen.add(fallback(StageKind.REMOTE_PARSER, "rem", 0.7));
    try (Stages stages = StageOpener.open(catalog, chosen)) {
      assertThat(names(stages, "text/x-one")).containsExactly("par");
      assertThat(names(stages, "text/x-two")).containsExactly("par", "par-b", "rem");
      assertThat(names(stages, "text/x-six")).containsExactly("rem");
      assertThat(stages.routes().types()).doesNotContain(new MediaType("text/x-four"));
      assertThat(stages.routes().chain(new MediaType("text/x-two")).remote()).isTrue();
      assertThat(stages.routes().chain(new MediaType("text/x-one")).remote()).isFalse();
    }
  }

  @Test
  void everyPartOfAChainEntersItsFingerprint() {
    ParserChain alone = ParserChain.of(route(Map.of()));
    List<String> fingerprints =
        List.of(
            alone.fingerprint(),
            ParserChain.of(route(Map.of("depth", "2"))).fingerprint(),
            alone.then(route(Map.of()), 0.7).fingerprint(),
            alone.then(route(Map.of()), 0.8).fingerprint(),
            alone.then(route(Map.of("depth", "2")), 0.7).fingerprint());
    assertThat(fingerprints).doesNotHaveDuplicates().allMatch(print -> print.startsWith("par/3"));
    assertThat(alone.fingerprint()).isEqualTo(route(Map.of()).fingerprint());
  }

  @Test
  void aParserMayBeItsOwnFallbackWithAnotherConfiguration() throws IOException {
    StageConfig deeper = StageConfig.of(Map.of("depth", "9"));
    chosen.add(
        new Selection(StageKind.PARSER, "par", deeper, new Selection.Turn.Fallback(0.5, Set.of())));
    try (Stages stages = StageOpener.open(catalog, chosen)) {
      assertThat(names(stages, "text/x-two")).containsExactly("par", "par");
    }
  }

  @Test
  void refusesAThresholdThatIsNoQuality() {
    chosen.add(fallback(StageKind.REMOTE_PARSER, "rem", 1.5));
    assertThat(problems())
        .singleElement()
        .matches(p -> p.contains("remote parser 'rem'") && p.contains("not 1.5"));
    chosen.removeLast();
    chosen.add(fallback(StageKind.REMOTE_PARSER, "rem", Double.NaN));
    assertThat(problems()).hasSize(1);
  }

  @Test
  void refusesAChainLongerThanAnEventTells() {
    for (int i = 0; i < ParserChain.MOST; i++) {
      StageConfig config = StageConfig.of(Map.of("depth", Integer.toString(i)));
      chosen.add(
          new Selection(
              StageKind.PARSER, "par", config, new Selection.Turn.Fallback(0.5, Set.of())));
    }
    assertThat(problems())
        .isNotEmpty()
        .allMatch(p -> p.contains("More than 8 parsers are chosen for text/x-"));
  }

  @Test
  void whatIsOnlyOfferedIsHeldAndInNoChain() throws IOException {
    Selection.Turn turn = new Selection.Turn.Offered(Set.of(new MediaType("text/x-two")));
    StageConfig deeper = StageConfig.of(Map.of("depth", "9"));
    chosen.addFirst(new Selection(StageKind.PARSER, "par", deeper, turn));
    chosen.add(new Selection(StageKind.REMOTE_PARSER, "rem", StageConfig.none(), turn));
    try (Stages stages = StageOpener.open(catalog, chosen)) {
      assertThat(names(stages, "text/x-two")).containsExactly("par");
      assertThat(stages.routes().held(new MediaType("text/x-two")))
          .extracting(ParserRoute::name)
          .containsExactly("par", "par+" + deeper.hash().hex().substring(0, 16), "rem");
      assertThat(stages.routes().held(new MediaType("text/x-one"))).hasSize(1);
      assertThat(stages.routes().types()).doesNotContain(new MediaType("text/x-six"));
    }
  }

  private static Selection fallback(StageKind kind, String name, double least, MediaType... types) {
    Selection.Turn turn = new Selection.Turn.Fallback(least, Set.of(types));
    return new Selection(kind, name, StageConfig.none(), turn);
  }

  private static List<String> names(Stages stages, String type) {
    return stages.routes().chain(new MediaType(type)).links().stream()
        .map(link -> link.route().plugin().name())
        .toList();
  }

  private ParserRoute route(Map<String, String> config) {
    Plugin plugin = catalog.find(StageKind.PARSER, "par").orElseThrow();
    return new ParserRoute.Local(
        plugin,
        StageConfig.of(config),
        (source, type, limits, sink) -> new ParseResult.Complete(0));
  }

  private List<String> problems() {
    try {
      StageOpener.open(catalog, chosen).close();
      return List.of();
    } catch (PluginsRefusedException e) {
      return e.problems().stream().map(Problem::message).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void choose(String name) {
    Plugin plugin =
        catalog.plugins().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    chosen.add(new Selection(plugin.kind(), name, StageConfig.none()));
  }

  private void replace(String name, String other) {
    chosen.removeIf(selection -> selection.name().equals(name));
    choose(other);
  }

  private static List<String> opened() {
    return notes("open ");
  }

  private static List<String> closed() {
    return notes("close ");
  }

  private static List<String> notes(String what) {
    return TestProviders.NOTES.stream()
        .filter(note -> note.startsWith(what))
        .map(note -> note.substring(what.length()))
        .toList();
  }
}
