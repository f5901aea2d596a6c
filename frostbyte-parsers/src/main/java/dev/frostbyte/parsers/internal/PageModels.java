package dev.frostbyte.parsers.internal;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.LayoutModel;
import dev.frostbyte.api.spi.LayoutModelProvider;
import dev.frostbyte.api.spi.ModelSlot;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.StageProvider;
import dev.frostbyte.api.spi.TableModel;
import dev.frostbyte.api.spi.TableModelProvider;
import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The models in the slots of a parser, opened by the provider its configuration names and no other.
 * Thread-safe; whoever opens them closes them, after the last page.
 */
public final class PageModels implements AutoCloseable {
  /** No model. */
  public static final PageModels NONE = new PageModels(null, null, "");

  private final @Nullable LayoutModel layout;
  private final @Nullable TableModel table;
  private final String fingerprint;

  private PageModels(@Nullable LayoutModel layout, @Nullable TableModel table, String fingerprint) {
    this.layout = layout;
    this.table = table;
    this.fingerprint = fingerprint;
  }

  /** These models, for tests and programs that opened them themselves. */
  public static PageModels of(@Nullable LayoutModel layout, @Nullable TableModel table) {
    return new PageModels(layout, table, "");
  }

  /**
   * Opens the models of a parser's configuration.
   *
   * @throws FrostbyteException {@code PLUGIN_UNKNOWN} when there is no such provider, or what the
   *     provider throws for a configuration it does not take
   */
  public static PageModels open(StageConfig parser) {
    Opened<LayoutModel> layout = opened(LayoutModelProvider.class, ModelSlot.LAYOUT, parser);
    try {
      Opened<TableModel> table = opened(TableModelProvider.class, ModelSlot.TABLE, parser);
      if (layout == null && table == null) {
        return NONE;
      }
      return new PageModels(
          layout == null ? null : layout.model(),
          table == null ? null : table.model(),
          (layout == null ? "" : layout.name(LayoutModel::fingerprint))
              + (table == null ? "" : table.name(TableModel::fingerprint)));
    } catch (RuntimeException e) {
      closeQuietly(layout);
      throw e;
    }
  }

  /** What says which parts of a page are what; null when nothing does. */
  public @Nullable LayoutModel layout() {
    return layout;
  }

  /** What says which cells a table has; null when nothing does. */
  public @Nullable TableModel table() {
    return table;
  }

  /** Names the models and what shapes their answers; empty without any. */
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public void close() throws IOException {
    try {
      if (layout != null) {
        layout.close();
      }
    } finally {
      if (table != null) {
        table.close();
      }
    }
  }

  private static <S extends AutoCloseable> @Nullable Opened<S> opened(
      Class<? extends StageProvider.Shared<S>> kind, ModelSlot slot, StageConfig parser) {
    Optional<ModelSlot.Choice> choice = slot.in(parser);
    if (choice.isEmpty()) {
      return null;
    }
    StageProvider.Shared<S> provider = provider(kind, choice.get());
    Stage stage = Objects.requireNonNull(provider.getClass().getAnnotation(Stage.class), "@Stage");
    try {
      S model = Objects.requireNonNull(provider.open(choice.get().config()), "no model was given");
      return new Opened<>(model, " " + slot.key() + " " + stage.name() + "/" + stage.version());
    } catch (IOException e) {
      throw FrostbyteException.of(
          ProblemCode.PARSER_ERROR,
          "The " + slot.key() + " '" + stage.name() + "' cannot be opened (" + simple(e) + ").");
    }
  }

  private static void closeQuietly(@Nullable Opened<?> opened) {
    try {
      if (opened != null) {
        opened.model().close();
      }
    } catch (Exception e) {
      // What kept the other model from opening is what counts.
    }
  }

  private static <P extends StageProvider> P provider(Class<P> kind, ModelSlot.Choice choice) {
    for (ClassLoader loader : Loaders.both(PageModels.class)) {
      Iterator<ServiceLoader.Provider<P>> found =
          ServiceLoader.load(kind, loader).stream().iterator();
      while (found.hasNext()) {
        Optional<ServiceLoader.Provider<P>> next = next(found);
        if (next.isPresent() && next.get().type().getName().equals(choice.provider())) {
          return next.get().get();
        }
      }
    }
    throw FrostbyteException.of(
        ProblemCode.PLUGIN_UNKNOWN, "No such provider of a model is on the class path.");
  }

  private static <P> Optional<ServiceLoader.Provider<P>> next(
      Iterator<ServiceLoader.Provider<P>> found) {
    try {
      return Optional.of(found.next());
    } catch (ServiceConfigurationError e) {
      return Optional.empty();
    }
  }

  private static String simple(Throwable problem) {
    return problem.getClass().getSimpleName();
  }

  /**
   * A model and what it is called.
   *
   * @param stage slot, name and version
   */
  private record Opened<S extends AutoCloseable>(S model, String stage) {
    String name(Function<S, String> fingerprint) {
      String said = fingerprint.apply(model);
      return said.isEmpty() ? stage : stage + " " + said;
    }
  }
}
