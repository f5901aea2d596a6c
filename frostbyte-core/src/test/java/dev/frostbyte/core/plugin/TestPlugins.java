package dev.frostbyte.core.plugin;

import dev.frostbyte.api.spi.StageProvider;
import java.util.ServiceLoader;

/** Plugins that say what they are and are never constructed. */
public final class TestPlugins {
  private TestPlugins() {}

  /** A parser whose format is plain text, or one whose format is not. */
  public static Plugin parser(boolean pureText) {
    Class<? extends StageProvider> type =
        pureText ? TestProviders.Parser.class : TestProviders.SameName.class;
    return new Plugin(StageKind.PARSER, "par", "1", new Unmade(type));
  }

  private record Unmade(Class<? extends StageProvider> type)
      implements ServiceLoader.Provider<StageProvider> {
    @Override
    public StageProvider get() {
      throw new IllegalStateException("nobody needs it");
    }
  }
}
