package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.Chunker;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentStoreProvider;
import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.ObjectStoreProvider;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.VectorIndexProvider;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stages that do nothing but tell a type; every other call fails. */
public final class FakeStages {
  private FakeStages() {}

  /** Stages that detect one type, with parsers for others. */
  public static Stages of(
      MediaType detected, SortedMap<String, MediaType> extensions, MediaType... parsed) {
    SortedMap<MediaType, ParserChain> routes = new TreeMap<>();
    Plugin plugin = plugin();
    for (MediaType type : parsed) {
      ParserRoute route =
          new ParserRoute.Local(plugin, StageConfig.none(), fake(DocumentParser.class));
      routes.put(type, ParserChain.of(route));
    }
    return new Stages(
        (source, name) -> detected,
        fake(ParserHost.class),
        new ParserTable(routes, new TreeMap<>()),
        extensions,
        new TreeMap<>(),
        new TreeMap<>(),
        fake(Chunker.class),
        fake(EmbeddingModel.class),
        perTenant(ObjectStoreProvider.class),
        perTenant(DocumentStoreProvider.class),
        perTenant(VectorIndexProvider.class),
        new TreeMap<>(),
        "policy",
        List.of());
  }

  /** An object of an interface that answers nothing. */
  public static <T> T fake(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            }));
  }

  private static <P> Stages.PerTenant<P> perTenant(Class<P> type) {
    return new Stages.PerTenant<>(fake(type), "fake", StageConfig.none());
  }

  private static Plugin plugin() {
    return PluginCatalog.load(FakeStages.class.getClassLoader(), AllowRule.all())
        .plugins()
        .getFirst();
  }
}
