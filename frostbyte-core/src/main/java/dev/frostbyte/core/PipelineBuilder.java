package dev.frostbyte.core;

import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.core.egress.EgressPolicy;
import dev.frostbyte.core.engine.Engine;
import dev.frostbyte.core.plugin.AllowRule;
import dev.frostbyte.core.plugin.Plugin;
import dev.frostbyte.core.plugin.PluginCatalog;
import dev.frostbyte.core.plugin.Selection;
import dev.frostbyte.core.plugin.Selection.Turn;
import dev.frostbyte.core.plugin.StageKind;
import dev.frostbyte.core.plugin.StageOpener;
import dev.frostbyte.core.plugin.Stages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses the plugins of a pipeline by name. One thread. */
public final class PipelineBuilder {
  private final KeyProvider keys;
  private final AuditProvider audit;
  private final Path home;
  private final List<Selection> selections = new ArrayList<>();
  private final List<Selection> defaults = new ArrayList<>();
  private AllowRule rule = AllowRule.all();
  private boolean everyParser;
  private PipelineLimits limits = PipelineLimits.DEFAULT;
  private Clock clock = Clock.systemUTC();
  private EgressPolicy egress = EgressPolicy.none();
  private boolean rescanOnUpgrade = true;

  PipelineBuilder(KeyProvider keys, AuditProvider audit, Path home) {
    this.keys = keys;
    this.audit = audit;
    this.home = home;
  }

  /** Tells types of files; one. */
  public PipelineBuilder detector(String name) {
    return choose(StageKind.DETECTOR, name, Map.of());
  }

  /**
   * Looks for known malware in every file before anything reads it; any number, none by default. A
   * file that a scanner cannot look at wholly is not taken.
   */
  public PipelineBuilder scanner(String name, Map<String, String> config) {
    return choose(StageKind.SCANNER, name, config);
  }

  /** Runs parsers that are not pure text; one. */
  public PipelineBuilder host(String name) {
    return host(name, Map.of());
  }

  /** Runs parsers that are not pure text; one. */
  public PipelineBuilder host(String name, Map<String, String> config) {
    return choose(StageKind.HOST, name, config);
  }

  /** Reads a format before all others; any number, at most one for a media type. */
  public PipelineBuilder parser(String name) {
    return parser(name, Map.of());
  }

  /** Reads a format. */
  public PipelineBuilder parser(String name, Map<String, String> config) {
    return choose(StageKind.PARSER, name, config);
  }

  /**
   * Reads a format when the parsers before it, in the order they were chosen, refuse the document
   * with a failure of their own or read it badly; every one that was asked is in the audit log. The
   * best reading counts. Of a type for which no other was chosen before it is the first.
   *
   * @param leastQuality asked when no reading so far reaches this, 0 to 1, as {@link
   *     dev.frostbyte.api.model.CanonicalDocument#quality()} counts; at 0 only when there is none
   */
  public PipelineBuilder fallback(String name, Map<String, String> config, double leastQuality) {
    Turn turn = new Turn.Fallback(leastQuality, Set.of());
    return choose(StageKind.PARSER, name, config, turn);
  }

  /**
   * Reads a format by sending the document to a service elsewhere, in the order chosen, as {@link
   * #fallback} does: only for tenants that consented to it, and only to hosts of {@link #egress}.
   *
   * @param leastQuality as above
   * @param types it is asked for; none for all it reads
   */
  public PipelineBuilder remoteParser(
      String name, Map<String, String> config, double leastQuality, MediaType... types) {
    Turn turn = new Turn.Fallback(leastQuality, Set.of(types));
    return choose(StageKind.REMOTE_PARSER, name, config, turn);
  }

  /**
   * Holds a parser that no chain asks, for tenants that choose it: {@link TenantSettings#readBy}.
   *
   * @param types those of its types it is held for; none for all it reads
   */
  public PipelineBuilder offerParser(String name, Map<String, String> config, MediaType... types) {
    return choose(StageKind.PARSER, name, config, new Turn.Offered(Set.of(types)));
  }

  /** Holds a parser elsewhere that no chain asks, as above; consent and hosts are as always. */
  public PipelineBuilder offerRemoteParser(
      String name, Map<String, String> config, MediaType... types) {
    return choose(StageKind.REMOTE_PARSER, name, config, new Turn.Offered(Set.of(types)));
  }

  /**
   * Every parser that is there and not chosen by name, with its defaults; never one that sends
   * documents elsewhere, nor one of a format that is read only when its parser is named, such as
   * {@code doc}, {@code xls}, {@code ppt} and {@code msg}.
   */
  public PipelineBuilder everyParser() {
    everyParser = true;
    return this;
  }

  /**
   * Says which parts of a page are headings, tables and so on; none by default. Asked by every
   * parser that takes such models, {@code pdf} and {@code ocr} above all, for pages that do not say
   * it themselves. What the parts say is the page's own words always.
   */
  public PipelineBuilder layoutModel(String name, Map<String, String> config) {
    return choose(StageKind.LAYOUT_MODEL, name, config);
  }

  /** Says which rows, columns and cells a table of a page has; none by default; asked as above. */
  public PipelineBuilder tableModel(String name, Map<String, String> config) {
    return choose(StageKind.TABLE_MODEL, name, config);
  }

  /** Looks for what must not pass; any number. */
  public PipelineBuilder inspector(String name) {
    return inspector(name, Map.of());
  }

  /** Looks for what must not pass. */
  public PipelineBuilder inspector(String name, Map<String, String> config) {
    return choose(StageKind.INSPECTOR, name, config);
  }

  /** Cuts chunks; one. */
  public PipelineBuilder chunker(String name) {
    return chunker(name, Map.of());
  }

  /** Cuts chunks; one. */
  public PipelineBuilder chunker(String name, Map<String, String> config) {
    return choose(StageKind.CHUNKER, name, config);
  }

  /** Makes vectors; one. */
  public PipelineBuilder embedding(String name) {
    return embedding(name, Map.of());
  }

  /** Makes vectors; one. */
  public PipelineBuilder embedding(String name, Map<String, String> config) {
    return choose(StageKind.EMBEDDING, name, config);
  }

  /** Keeps sealed objects; one. */
  public PipelineBuilder objects(String name) {
    return choose(StageKind.OBJECTS, name, Map.of());
  }

  /** Keeps rows; one. */
  public PipelineBuilder store(String name) {
    return choose(StageKind.STORE, name, Map.of());
  }

  /** Finds chunks; one. */
  public PipelineBuilder index(String name) {
    return choose(StageKind.INDEX, name, Map.of());
  }

  /** Runs only plugins of these names from jars of these hashes; others are reported. */
  public PipelineBuilder allowOnly(Set<AllowRule.Allowed> plugins) {
    rule = AllowRule.only(plugins);
    return this;
  }

  /**
   * Makes everything chosen so far a default: of a kind of which there is one, a later choice takes
   * its place, of the other kinds a later choice of the same name.
   */
  public PipelineBuilder asDefaults() {
    defaults.addAll(selections);
    return this;
  }

  /** Budgets other than the defaults. */
  public PipelineBuilder limits(PipelineLimits limits) {
    this.limits = limits;
    return this;
  }

  /** The clock of events; the system's UTC clock by default. */
  public PipelineBuilder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /** Hosts that bytes may be sent to; none by default. */
  public PipelineBuilder egress(EgressPolicy policy) {
    this.egress = policy;
    return this;
  }

  /**
   * Whether a run begins by judging again what is served and was judged by other inspectors than
   * are configured now, at most 500 documents a run, until none is left. By default it does, since
   * an inspector is mostly renewed for what the one before let pass, and that is served until then.
   * Switch it off where {@link TenantSession#rescan} is called at a time of its own. Documents that
   * wait for a person are never judged again without one.
   */
  public PipelineBuilder rescanOnUpgrade(boolean yes) {
    rescanOnUpgrade = yes;
    return this;
  }

  /**
   * Opens the stages and the home.
   *
   * @throws dev.frostbyte.core.plugin.PluginsRefusedException with every problem at once
   * @throws FrostbyteException {@code STORAGE_FAILED} when the home cannot be used
   */
  public Pipeline build() {
    PluginCatalog catalog = PluginCatalog.load(loader(), rule);
    Stages stages = StageOpener.open(catalog, completed(catalog));
    try {
      return Engine.open(home, keys, audit, stages, limits, clock, egress, rescanOnUpgrade);
    } catch (IOException e) {
      close(stages);
      throw new FrostbyteException(
          Problem.of(ProblemCode.STORAGE_FAILED, "The home cannot be opened."), e);
    }
  }

  private static void close(Stages stages) {
    try {
      stages.close();
    } catch (IOException e) {
      System.getLogger(PipelineBuilder.class.getName())
          .log(System.Logger.Level.WARNING, "A stage did not close: {0}", e.getClass().getName());
    }
  }

  private List<Selection> completed(PluginCatalog catalog) {
    List<Selection> all = new ArrayList<>(selections);
    if (everyParser) {
      catalog.names(StageKind.PARSER).stream()
          .filter(name -> catalog.find(StageKind.PARSER, name).filter(Plugin::onlyByName).isEmpty())
          .filter(name -> selections.stream().noneMatch(chosen -> chosen.parses(name)))
          .forEach(name -> all.add(new Selection(StageKind.PARSER, name, StageConfig.none())));
    }
    return all;
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? PipelineBuilder.class.getClassLoader() : context;
  }

  private PipelineBuilder choose(StageKind kind, String name, Map<String, String> config) {
    return choose(kind, name, config, new Turn.First());
  }

  private PipelineBuilder choose(
      StageKind kind, String name, Map<String, String> config, Turn turn) {
    defaults.stream()
        .filter(chosen -> chosen.kind() == kind && (kind.isOne() || chosen.name().equals(name)))
        .toList()
        .forEach(this::giveUp);
    selections.add(new Selection(kind, name, StageConfig.of(config), turn));
    return this;
  }

  private void giveUp(Selection chosen) {
    defaults.remove(chosen);
    selections.remove(chosen);
  }
}
