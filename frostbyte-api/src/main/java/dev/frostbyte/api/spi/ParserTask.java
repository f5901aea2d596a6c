package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.MediaType;

/**
 * Which parser to run. Immutable.
 *
 * @param provider class name of the {@link ParserProvider}
 * @param config what to open it with
 * @param type verified type of the document
 */
public record ParserTask(String provider, StageConfig config, MediaType type) {}
