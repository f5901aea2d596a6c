package dev.frostbyte.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.LayoutModel;
import dev.frostbyte.api.spi.LayoutModelProvider;
import dev.frostbyte.api.spi.ModelSlot;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TableModel;
import dev.frostbyte.api.spi.TableModelProvider;
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

/** A model gets into the parsers that take one, and by no other way than the pipeline's choice. */
class ChosenModelsTest {
  private static final List<StageConfig> OPENED = new ArrayList<>();
  private static final StageConfig FINE = StageConfig.of(Map.of("grain", "fine"));

  @TempDir private Path folder = Path.of("replaced by JUnit");
  private final List<Selection> chosen = new ArrayList<>();
  private TestServices services;

  @BeforeEach
  void chooseOneOfEach() throws IOException {
    OPENED.clear();
    services = new TestServices(folder);
    services
        .provider(StageKind.DETECTOR, TestProviders.Detector.class)
        .provider(StageKind.HOST, TestProviders.Host.class)
        .provider(StageKind.PARSER, TestProviders.Parser.class)
        .provider(StageKind.PARSER, Seeing.class)
        .provider(StageKind.LAYOUT_MODEL, Layout.class)
        .provider(StageKind.LAYOUT_MODEL, Other.class)
        .provider(StageKind.TABLE_MODEL, Tables.class)
        .provider(StageKind.CHUNKER, TestProviders.Chunking.class)
        .provider(StageKind.EMBEDDING, TestProviders.Embedding.class)
        .provider(StageKind.OBJECTS, TestProviders.Objects.class)
        .provider(StageKind.STORE, TestProviders.Store.class)
        .provider(StageKind.INDEX, TestProviders.Index.class);
    choose(StageKind.DETECTOR, "det");
    choose(StageKind.HOST, "host");
    choose(StageKind.PARSER, "seeing");
    choose(StageKind.CHUNKER, "chu");
    choose(StageKind.EMBEDDING, "emb");
    choose(StageKind.OBJECTS, "obj");
    choose(StageKind.STORE, "sto");
    choose(StageKind.INDEX, "idx");
  }

  @AfterEach
  void closeServices() throws IOException {
    services.close();
  }

  @Test
  void aParserWithSlotsIsOpenedWithTheModels() throws IOException {
    chosen.add(new Selection(StageKind.LAYOUT_MODEL, "lay", FINE));
    choose(StageKind.TABLE_MODEL, "tab");
    open().close();
    StageConfig config = OPENED.getFirst();
    assertThat(ModelSlot.LAYOUT.in(config))
        .contains(new ModelSlot.Choice(Layout.class.getName(), FINE));
    assertThat(ModelSlot.TABLE.in(config))
        .contains(new ModelSlot.Choice(Tables.class.getName(), StageConfig.none()));
    assertThat(ModelSlot.without(config)).isEqualTo(StageConfig.none());
  }

  @Test
  void withoutAModelNothingIsInItsConfiguration() throws IOException {
    open().close();
    assertThat(OPENED).containsExactly(StageConfig.none());
  }

  @Test
  void parsersWithoutSlotsGetNone() throws IOException {
    choose(StageKind.PARSER, "par");
    choose(StageKind.LAYOUT_MODEL, "lay");
    open().close();
    assertThat(OPENED).hasSize(1);
  }

  @Test
  void everyModelAndItsConfigurationIsAnotherFingerprint() throws IOException {
    List<String> prints = new ArrayList<>();
    prints.add(fingerprint());
    choose(StageKind.LAYOUT_MODEL, "lay");
    prints.add(fingerprint());
    chosen.set(chosen.size() - 1, new Selection(StageKind.LAYOUT_MODEL, "lay", FINE));
    prints.add(fingerprint());
    chosen.set(
        chosen.size() - 1, new Selection(StageKind.LAYOUT_MODEL, "lay-b", StageConfig.none()));
    prints.add(fingerprint());
    choose(StageKind.TABLE_MODEL, "tab");
    prints.add(fingerprint());
    assertThat(prints).doesNotHaveDuplicates();
  }

  @Test
  void refusesAModelThatIsNotThereOrNotAllowed() {
    choose(StageKind.LAYOUT_MODEL, "nowhere");
    assertThat(problems(AllowRule.all()))
        .containsExactly("No layout model is called 'nowhere'; there are: [lay, lay-b].");
    chosen.removeLast();
    choose(StageKind.LAYOUT_MODEL, "lay");
    assertThat(problems(plugin -> !plugin.name().equals("lay")))
        .anyMatch(p -> p.contains("layout model 'lay'") && p.contains("not on the allow list"))
        .anyMatch(p -> p.contains("No layout model is called 'lay'"));
    assertThat(problems(AllowRule.only(Set.of())))
        .anyMatch(p -> p.contains("layout model 'lay-b'") && p.contains("not on the allow list"));
  }

  @Test
  void refusesAModelThatAParserIsConfiguredWithByHand() {
    chosen.removeIf(selection -> selection.kind() == StageKind.PARSER);
    StageConfig byHand =
        ModelSlot.LAYOUT.put(
            StageConfig.none(), new ModelSlot.Choice(Layout.class.getName(), FINE));
    chosen.add(new Selection(StageKind.PARSER, "seeing", byHand));
    assertThat(problems(AllowRule.all()))
        .singleElement()
        .matches(p -> p.contains("names a model; choose it with layoutModel"));
    assertThat(OPENED).noneMatch(config -> ModelSlot.LAYOUT.in(config).isPresent());
  }

  @Test
  void refusesTwoModelsForOneSlot() {
    choose(StageKind.LAYOUT_MODEL, "lay");
    choose(StageKind.LAYOUT_MODEL, "lay-b");
    assertThat(problems(AllowRule.all()))
        .containsExactly("More than one layout model is chosen; choose one at most.");
  }

  @Test
  void refusesAModelThatNobodyWouldAsk() {
    chosen.removeIf(selection -> selection.kind() == StageKind.PARSER);
    choose(StageKind.PARSER, "par");
    choose(StageKind.TABLE_MODEL, "tab");
    assertThat(problems(AllowRule.all()))
        .containsExactly("A table model is chosen, and no parser of the pipeline takes one.");
  }

  private void choose(StageKind kind, String name) {
    chosen.add(new Selection(kind, name, StageConfig.none()));
  }

  private Stages open() {
    return StageOpener.open(PluginCatalog.load(services, AllowRule.all()), chosen);
  }

  private String fingerprint() throws IOException {
    try (Stages stages = open()) {
      var type = new dev.frostbyte.api.model.MediaType("text/x-seen");
      return stages.routes().chain(type).fingerprint();
    }
  }

  private List<String> problems(AllowRule rule) {
    try {
      StageOpener.open(PluginCatalog.load(services, rule), chosen).close();
      return List.of();
    } catch (PluginsRefusedException e) {
      return e.problems().stream().map(Problem::message).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A parser with slots, which notes what it is opened with. */
  @Stage(name = "seeing", spi = Stage.SPI)
  @Parses(types = "text/x-seen", pageModels = true)
  public static final class Seeing implements ParserProvider {
    @Override
    public DocumentParser open(StageConfig config) {
      OPENED.add(config);
      return (source, type, limits, sink) -> new dev.frostbyte.api.spi.ParseResult.Complete(0);
    }
  }

  /** Good. */
  @Stage(name = "lay", spi = Stage.SPI)
  public static final class Layout implements LayoutModelProvider {
    @Override
    public LayoutModel open(StageConfig config) {
      throw new AssertionError("parsers open models");
    }
  }

  /** Another one. */
  @Stage(name = "lay-b", spi = Stage.SPI)
  public static final class Other implements LayoutModelProvider {
    @Override
    public LayoutModel open(StageConfig config) {
      throw new AssertionError("parsers open models");
    }
  }

  /** Good. */
  @Stage(name = "tab", spi = Stage.SPI)
  public static final class Tables implements TableModelProvider {
    @Override
    public TableModel open(StageConfig config) {
      throw new AssertionError("parsers open models");
    }
  }
}
