package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The plugins that are there, read from their annotations without constructing any, and what is
 * wrong with them. Immutable.
 *
 * @param plugins in the order of kind and name
 * @param problems everything found wrong, not only the first
 */
public record PluginCatalog(List<Plugin> plugins, List<Problem> problems) {
  /** Lines of services files that do not load, after which a class loader is given up. */
  private static final int MOST_BROKEN = 1000;

  /** Copies the lists. */
  public PluginCatalog {
    plugins = List.copyOf(plugins);
    problems = List.copyOf(problems);
  }

  /**
   * Finds plugins with this class loader; those the rule does not allow are reported and never run.
   */
  public static PluginCatalog load(ClassLoader loader, AllowRule rule) {
    List<Plugin> plugins = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (StageKind kind : StageKind.values()) {
      new Finder(kind, rule, plugins, problems).find(loader);
    }
    return new PluginCatalog(plugins, problems);
  }

  /** The plugin of a kind and name. */
  public Optional<Plugin> find(StageKind kind, String name) {
    return plugins.stream()
        .filter(plugin -> plugin.kind() == kind && plugin.name().equals(name))
        .findFirst();
  }

  /** Names of a kind, sorted. */
  public List<String> names(StageKind kind) {
    return plugins.stream()
        .filter(plugin -> plugin.kind() == kind)
        .map(Plugin::name)
        .sorted()
        .toList();
  }

  /** Finds the plugins of one kind. */
  private record Finder(
      StageKind kind, AllowRule rule, List<Plugin> plugins, List<Problem> problems) {
    void find(ClassLoader loader) {
      Iterator<? extends ServiceLoader.Provider<? extends StageProvider>> providers =
          ServiceLoader.load(kind.service(), loader).stream().iterator();
      while (hasNext(providers)) {
        check(providers.next());
      }
    }

    private boolean hasNext(Iterator<?> providers) {
      for (int broken = 0; broken < MOST_BROKEN; broken++) {
        try {
          return providers.hasNext();
        } catch (ServiceConfigurationError | LinkageError e) {
          report(
              ProblemCode.PLUGIN_INCOMPATIBLE,
              "A "
                  + kind.word()
                  + " listed in META-INF/services cannot be loaded: "
                  + e.getMessage()
                  + ".");
        }
      }
      return false;
    }

    private void check(ServiceLoader.Provider<? extends StageProvider> provider) {
      Class<? extends StageProvider> type = provider.type();
      ProviderCheck.fault(kind, type)
          .ifPresentOrElse(
              fault ->
                  report(ProblemCode.PLUGIN_INCOMPATIBLE, "Class " + type.getName() + fault + "."),
              () -> add(Plugin.of(kind, stage(type), provider)));
    }

    private static Stage stage(Class<?> type) {
      return Objects.requireNonNull(type.getAnnotation(Stage.class), "was checked before");
    }

    private void add(Plugin plugin) {
      Optional<Plugin> other =
          plugins.stream()
              .filter(p -> p.kind() == kind && p.name().equals(plugin.name()))
              .findFirst();
      if (!rule.allows(plugin)) {
        report(ProblemCode.PLUGIN_NOT_ALLOWED, "The " + plugin + " is not on the allow list.");
      } else if (other.isPresent()) {
        report(
            ProblemCode.PLUGIN_CONFLICT,
            "Two plugins have one name: " + other.get() + " and " + plugin + ".");
      } else {
        plugins.add(plugin);
      }
    }

    private void report(ProblemCode code, String message) {
      problems.add(Problem.of(code, message));
    }
  }
}
