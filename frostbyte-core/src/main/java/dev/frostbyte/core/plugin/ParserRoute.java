package dev.frostbyte.core.plugin;

import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;

/**
 * How documents of one media type are read. Immutable.
 *
 * @param plugin the parser
 * @param config what it is opened with
 * @param parser opened in this JVM: runs here when the format is pure text, otherwise it only gives
 *     its fingerprint
 */
public record ParserRoute(Plugin plugin, StageConfig config, DocumentParser parser) {
  /** Names parser, version, configuration and libraries: equal fingerprints, equal readings. */
  public String fingerprint() {
    String libraries = parser.fingerprint();
    String configured = config.values().isEmpty() ? "" : "+" + config.hash().hex().substring(0, 16);
    return plugin.name()
        + "/"
        + plugin.version()
        + configured
        + (libraries.isEmpty() ? "" : " " + libraries);
  }

  /** The task for a parser host. */
  public ParserTask task(dev.frostbyte.api.model.MediaType type) {
    return new ParserTask(plugin.type().getName(), config, type);
  }
}
