package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.Chunker;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentStoreProvider;
import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.MalwareScanner;
import dev.frostbyte.api.spi.ModelSlot;
import dev.frostbyte.api.spi.ObjectStoreProvider;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.RemoteParser;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.StageProvider;
import dev.frostbyte.api.spi.TypeDetector;
import dev.frostbyte.api.spi.VectorIndexProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Opens the chosen stages and collects every problem on the way. One thread, used once. */
public final class StageOpener {
  private final PluginCatalog catalog;
  private final List<Selection> selections;
  private final List<Problem> problems;
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final ParserRows rows;
  private final SortedMap<String, MalwareScanner> scanners = new TreeMap<>();
  private final SortedMap<String, SafetyInspector> inspectors = new TreeMap<>();
  private final SortedMap<String, String> policyParts = new TreeMap<>();
  private final SortedMap<String, String> detectors = new TreeMap<>();

  private StageOpener(PluginCatalog catalog, List<Selection> selections) {
    this.catalog = catalog;
    this.selections = selections;
    this.problems = new ArrayList<>(catalog.problems());
    this.rows = new ParserRows(problems);
  }

  /**
   * Opens the stages.
   *
   * @throws PluginsRefusedException with every problem found, after closing what was opened
   */
  public static Stages open(PluginCatalog catalog, List<Selection> selections) {
    StageOpener opener = new StageOpener(catalog, selections);
    Optional<Stages> stages = opener.open();
    if (stages.isEmpty()) {
      opener.closeOpened();
      throw new PluginsRefusedException(opener.problems.stream().distinct().toList());
    }
    return stages.get();
  }

  /** What fails to close here hides no problem found before. */
  private void closeOpened() {
    try {
      Closing.all(opened.reversed());
    } catch (IOException e) {
      report(ProblemCode.INTERNAL_ERROR, "A stage did not close (" + e.getMessage() + ").");
    }
  }

  private Optional<Stages> open() {
    requireChosenOnce();
    Optional<TypeDetector> detector = one(StageKind.DETECTOR, TypeDetector.class);
    Optional<ParserHost> host = one(StageKind.HOST, ParserHost.class);
    Optional<Chunker> chunker = one(StageKind.CHUNKER, Chunker.class);
    Optional<EmbeddingModel> embedding = one(StageKind.EMBEDDING, EmbeddingModel.class);
    openParsers();
    openAll(StageKind.SCANNER, MalwareScanner.class, scanners);
    openAll(StageKind.INSPECTOR, SafetyInspector.class, inspectors);
    var objects = perTenant(StageKind.OBJECTS, ObjectStoreProvider.class);
    var store = perTenant(StageKind.STORE, DocumentStoreProvider.class);
    var index = perTenant(StageKind.INDEX, VectorIndexProvider.class);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Stages(
            detector.orElseThrow(),
            host.orElseThrow(),
            rows.table(),
            rows.extensions(),
            scanners,
            inspectors,
            chunker.orElseThrow(),
            embedding.orElseThrow(),
            objects.orElseThrow(),
            store.orElseThrow(),
            index.orElseThrow(),
            detectors,
            Stages.fingerprint(policyParts),
            opened));
  }

  private <S> void openAll(StageKind kind, Class<S> type, SortedMap<String, S> all) {
    for (Selection selection : of(kind)) {
      shared(selection, type).ifPresent(stage -> all.put(selection.name(), stage));
    }
  }

  /** Those asked first before those asked after them or not at all, in the order chosen. */
  private void openParsers() {
    List<Selection> chosen =
        selections.stream()
            .filter(s -> s.kind() == StageKind.PARSER || s.kind() == StageKind.REMOTE_PARSER)
            .sorted(Comparator.comparing(s -> !(s.turn() instanceof Selection.Turn.First)))
            .toList();
    ChosenModels models = models();
    for (Selection selection : chosen) {
      requireThreshold(selection);
      route(with(models, selection)).ifPresent(route -> rows.add(route, selection.turn()));
    }
    models.requireTaken();
  }

  private ChosenModels models() {
    ChosenModels models = new ChosenModels(problems);
    for (ModelSlot slot : ModelSlot.values()) {
      for (Selection model : of(ChosenModels.kind(slot))) {
        plugin(model).ifPresent(plugin -> models.add(slot, plugin, model.config()));
      }
    }
    return models;
  }

  private Selection with(ChosenModels models, Selection parser) {
    return catalog
        .find(parser.kind(), parser.name())
        .map(plugin -> parser.with(models.into(plugin, parser.config())))
        .orElse(parser);
  }

  private Optional<ParserRoute> route(Selection selection) {
    StageConfig config = selection.config();
    return plugin(selection)
        .flatMap(
            plugin ->
                selection.kind() == StageKind.PARSER
                    ? shared(selection, DocumentParser.class)
                        .map(parser -> new ParserRoute.Local(plugin, config, parser))
                    : shared(selection, RemoteParser.class)
                        .map(parser -> new ParserRoute.Remote(plugin, config, parser)));
  }

  private void requireThreshold(Selection selection) {
    if (selection.turn() instanceof Selection.Turn.Fallback fallback
        && !(fallback.leastQuality() >= 0 && fallback.leastQuality() <= 1)) {
      report(
          ProblemCode.CONFIGURATION_INVALID,
          "The least quality before the "
              + selection.kind().word()
              + " '"
              + selection.name()
              + "' is asked must be 0 to 1, not "
              + fallback.leastQuality()
              + ".");
    }
  }

  private void requireChosenOnce() {
    Set<String> seen = new HashSet<>();
    for (Selection selection : selections) {
      if (!seen.add(selection.kind() + " " + selection.name() + asked(selection))) {
        report(
            ProblemCode.CONFIGURATION_INVALID,
            "The " + selection.kind().word() + " '" + selection.name() + "' is chosen twice.");
      }
    }
  }

  /** One parser may be its own fallback with another configuration. */
  private static String asked(Selection selection) {
    return switch (selection.turn()) {
      case Selection.Turn.First first -> "";
      case Selection.Turn.Fallback fallback -> " after " + selection.config().hash();
      case Selection.Turn.Offered offered -> " beside " + selection.config().hash();
    };
  }

  private <S> Optional<S> one(StageKind kind, Class<S> type) {
    Optional<Selection> selection = only(kind);
    return selection.isEmpty() ? Optional.empty() : shared(selection.get(), type);
  }

  private <P> Optional<Stages.PerTenant<P>> perTenant(StageKind kind, Class<P> type) {
    return only(kind)
        .flatMap(
            chosen ->
                plugin(chosen)
                    .flatMap(plugin -> made(plugin, () -> type.cast(plugin.provider().get())))
                    .map(provider -> perTenant(chosen, provider)));
  }

  private static <P> Stages.PerTenant<P> perTenant(Selection chosen, P provider) {
    return new Stages.PerTenant<>(provider, chosen.name(), chosen.config());
  }

  private Optional<Selection> only(StageKind kind) {
    List<Selection> chosen = of(kind);
    if (chosen.size() != 1) {
      report(
          ProblemCode.CONFIGURATION_INVALID,
          "Exactly one "
              + kind.word()
              + " must be chosen, not "
              + chosen.size()
              + "; there are: "
              + catalog.names(kind)
              + ".");
      return Optional.empty();
    }
    return Optional.of(chosen.getFirst());
  }

  private <S> Optional<S> shared(Selection selection, Class<S> type) {
    return plugin(selection)
        .flatMap(plugin -> made(plugin, () -> type.cast(opened(plugin, selection))));
  }

  private AutoCloseable opened(Plugin plugin, Selection selection) throws IOException {
    StageProvider.Shared<?> provider = (StageProvider.Shared<?>) plugin.provider().get();
    AutoCloseable stage =
        Objects.requireNonNull(provider.open(selection.config()), "the provider gave no stage");
    opened.add(stage);
    note(selection, plugin);
    return stage;
  }

  /** What foreign code makes; whatever it throws instead becomes a problem that names it. */
  private <T> Optional<T> made(Plugin plugin, Making<T> making) {
    try {
      return Optional.of(making.make());
    } catch (FrostbyteException e) {
      problems.add(e.problem());
    } catch (IOException e) {
      report(ProblemCode.STORAGE_FAILED, "The " + plugin + cannotBeOpened(e));
    } catch (RuntimeException | ServiceConfigurationError | LinkageError e) {
      report(ProblemCode.PLUGIN_INCOMPATIBLE, "The " + plugin + cannotBeOpened(e));
    }
    return Optional.empty();
  }

  private static String cannotBeOpened(Throwable cause) {
    return " cannot be opened (" + cause.getClass().getName() + ").";
  }

  private void note(Selection selection, Plugin plugin) {
    if (selection.kind() == StageKind.INSPECTOR || selection.kind() == StageKind.CHUNKER) {
      String config = selection.config().hash().toString();
      policyParts.put(selection.kind() + "/" + plugin.name(), plugin.version() + " " + config);
    }
    if (selection.kind() == StageKind.INSPECTOR) {
      detectors.put(plugin.name(), plugin.shown(selection.config()));
    }
  }

  private Optional<Plugin> plugin(Selection selection) {
    Optional<Plugin> plugin = catalog.find(selection.kind(), selection.name());
    if (plugin.isEmpty()) {
      String kind = selection.kind().word();
      report(
          ProblemCode.PLUGIN_UNKNOWN,
          "No "
              + kind
              + " is called '"
              + selection.name()
              + "'; there are: "
              + catalog.names(selection.kind())
              + ".");
    }
    return plugin;
  }

  private List<Selection> of(StageKind kind) {
    return selections.stream().filter(selection -> selection.kind() == kind).toList();
  }

  private void report(ProblemCode code, String message) {
    problems.add(Problem.of(code, message));
  }

  /** Makes something by code of a plugin. */
  @FunctionalInterface
  private interface Making<T> {
    T make() throws IOException;
  }
}
