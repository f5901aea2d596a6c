package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.RemoteParser;
import dev.frostbyte.api.spi.StageConfig;
import java.util.SortedMap;
import java.util.TreeMap;

/** One way to read documents of a media type. Immutable. */
public sealed interface ParserRoute {
  /** The parser. */
  Plugin plugin();

  /** What it is opened with. */
  StageConfig config();

  /** The versions of the libraries that shape the result. */
  String libraries();

  /** Names parser, version, configuration and libraries: equal fingerprints, equal readings. */
  default String fingerprint() {
    return plugin().name()
        + "/"
        + plugin().version()
        + configured()
        + (libraries().isEmpty() ? "" : " " + libraries());
  }

  /** What a tenant calls it: the plugin's name and, where it has one, its configuration. */
  default String name() {
    return plugin().name() + configured();
  }

  private String configured() {
    return config().values().isEmpty() ? "" : "+" + config().hash().hex().substring(0, 16);
  }

  /**
   * On this machine.
   *
   * @param parser opened in this JVM: runs here when the format is pure text, otherwise it only
   *     gives its fingerprint
   */
  record Local(Plugin plugin, StageConfig config, DocumentParser parser) implements ParserRoute {
    @Override
    public String libraries() {
      return parser.fingerprint();
    }

    /** The same route with pictures of the pages, where the parser makes any. */
    Local withPageImages(int dpi) {
      if (!plugin.pageImages()) {
        return this;
      }
      SortedMap<String, String> values = new TreeMap<>(config.values());
      values.put("pageImages", Integer.toString(dpi));
      return new Local(plugin, new StageConfig(values), parser);
    }

    /** The task for a parser host. */
    public ParserTask task(MediaType type) {
      return new ParserTask(plugin.type().getName(), config, type);
    }
  }

  /** By a service elsewhere. */
  record Remote(Plugin plugin, StageConfig config, RemoteParser parser) implements ParserRoute {
    @Override
    public String libraries() {
      return parser.fingerprint();
    }
  }
}
